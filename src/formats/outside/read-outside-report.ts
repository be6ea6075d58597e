import { makeError } from '../../core/index.js';
import { readFhir } from '../fhir/index.js';
import type { Parts } from './outcome-of.js';
import { readPlainXml } from './plain-xml.js';
import { isObject, readGazelleJson } from './read-gazelle-json.js';
import { readGazelleXml } from './read-gazelle-xml.js';
import { readOperationOutcome } from './read-operation-outcome.js';
import { readTarReport } from './read-tar-report.js';

export type { Parts as OutsideReportParts } from './outcome-of.js';

const GAZELLE = 'http://validationreport.gazelle.ihe.net/';
const GITB = 'http://www.gitb.com/tr/v1/';
const FHIR = 'http://hl7.org/fhir';

/** Largest report read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads the report of another tool, whatever its file is called: Gazelle XML or JSON, FHIR OperationOutcome in XML or
 * JSON, GITB TAR. Throws `outside-report-html`, `outside-report-unknown`, `xml-…`, `fhir-…`; a report that says too
 * little is not thrown but `cantTell`.
 */
export function readOutsideReport(bytes: Uint8Array): Parts {
  if (bytes.byteLength > MAX_BYTES) throw unknown(`plus de ${MAX_BYTES} octets`, `more than ${MAX_BYTES} bytes`);
  const head = startOf(bytes);
  if (/^(<!doctype\s+html|<html)\b/i.test(head)) throw makeError('outside-report-html');
  if (head.startsWith('{')) return readJson(bytes);
  if (head.startsWith('<')) return readXml(bytes);
  throw unknown('ni XML ni JSON', 'neither XML nor JSON');
}

/** First characters without blanks, comments and the XML declaration, whatever the encoding. */
function startOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replace(/\0/g, '');
  return text.replace(/^(?:[\u00ef\u00bb\u00bf\u00ff\u00fe\s]|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/, '');
}

function readXml(bytes: Uint8Array): Parts {
  const root = readPlainXml(bytes);
  const { name, namespace } = root;
  if (name === 'validationReport' && namespace === GAZELLE) return readGazelleXml(root);
  if (namespace === GITB && (name === 'TestStepReport' || name === 'TAR')) return readTarReport(root);
  if (name === 'OperationOutcome' && namespace === FHIR) return readOperationOutcome(readFhir(bytes).root);
  if (/^html$/i.test(name)) throw makeError('outside-report-html');
  throw unknown('racine XML inconnue', 'unknown XML root');
}

function readJson(bytes: Uint8Array): Parts {
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch (cause) {
    throw makeError(
      'outside-report-unknown',
      { reasonFr: 'JSON mal formé', reasonEn: 'JSON not well formed' },
      { cause },
    );
  }
  if (isObject(value)) {
    if (value.resourceType === 'OperationOutcome') return readOperationOutcome(readFhir(bytes).root);
    if (Array.isArray(value.reports) && ('overallResult' in value || 'result' in value)) return readGazelleJson(value);
  }
  throw unknown('JSON d’une autre forme', 'JSON of another shape');
}

const unknown = (reasonFr: string, reasonEn: string) => makeError('outside-report-unknown', { reasonFr, reasonEn });
