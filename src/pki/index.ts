export * from './certificate-types.js';
export { type AuthorityOptions, issueAuthority } from './issue-authority.js';
export { type CertificateOptions, issueCertificate } from './issue-certificate.js';
export { isStructureNumber, NOBODY, TEST_LABEL, toStructureId } from './subject-name.js';
export { DEFAULT_VALIDITY_DAYS } from './validity.js';
