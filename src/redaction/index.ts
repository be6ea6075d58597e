export { Pseudonyms } from './pseudonyms.js';
export { type Content, type Redacted, Redactor } from './redact-bytes.js';
export {
  REDACTION_FILE,
  type RedactedItem,
  type RedactionReport,
  type RedactOptions,
  redactFiles,
  redactRun,
} from './redact-run.js';
