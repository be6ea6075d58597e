export * from './certificate-plan.js';
export {
  type CertificateRequest,
  createCertificateRequest,
  type RequestOptions,
  signCertificateRequest,
} from './certificate-request.js';
export * from './certificate-set.js';
export * from './certificate-types.js';
export type { CertificateFacts } from './inspect/certificate-facts.js';
export {
  CERTIFICATE_WARNINGS,
  type CertificateWarning,
  type CertificateWarningCode,
} from './inspect/certificate-warnings.js';
export * from './inspect/inspect-certificates.js';
export { type AuthorityOptions, issueAuthority } from './issue-authority.js';
export { type CertificateOptions, issueCertificate } from './issue-certificate.js';
export * from './issue-revocation-list.js';
export * from './load-identity.js';
export { exportPkcs12, type Pkcs12Options } from './pkcs12/export-pkcs12.js';
export { type ImportedPkcs12, importPkcs12 } from './pkcs12/import-pkcs12.js';
export { PKCS12_LIMITS } from './pkcs12/limits.js';
export * from './signature/cms.js';
export * from './signature/jws.js';
export type { SignatureCheck } from './signature/signature-check.js';
export { isStructureNumber, NOBODY, TEST_LABEL, toStructureId } from './subject-name.js';
export { DEFAULT_VALIDITY_DAYS } from './validity.js';
export * from './write-file.js';
