export { type IdentityFiles, loadIdentity } from '../pki/index.js';
export type {
  Endpoint,
  HttpEvent,
  HttpLimits,
  HttpObserver,
  MllpLimits,
  Security,
  TlsSettings,
  TlsVersion,
  WireEvent,
  WireObserver,
} from '../transports/index.js';
export * from './dmn/answer.js';
export * from './dmn/behaviour.js';
export * from './dmn/consumer.js';
export * from './dmn/dmn.js';
export * from './dmn/document-consumer.js';
export * from './dmn/filed-document.js';
export * from './dmn/folder-dmn.js';
export * from './dmn/page.js';
export * from './dmn/patient.js';
export { PatientStore } from './dmn/patient-store.js';
export * from './gam/document-message.js';
export * from './gam/gam.js';
export * from './gam/pam-message.js';
export * from './mes/index.js';
export { openPageClient, type PageClient } from './page-client.js';
export * from './test-identities.js';
