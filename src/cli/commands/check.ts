import { assetsOf, evidenceOfDocuments, judgeEvidence, makeError, systemClock, withPictures } from '../../judge.js';
import { asEvidence, type InputStream, readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { readNumber } from '../options.js';
import { type OutputOptions, readReportOptions, showResult, showsDocuments } from '../outcome.js';
import { readSuppressionsOption, tellSuppressions } from '../suppressions.js';

const LARGEST_FILE = 1024 * 1024 * 1024;

interface CheckOptions extends OutputOptions {
  readonly pack?: readonly string[];
  readonly format?: 'hl7v2' | 'cda' | 'fhir';
  readonly pairMode?: 'xfrm' | 'no-xfrm';
  readonly cdaKit?: string;
  readonly xsdEngine?: 'java';
  readonly fhirPackage?: readonly string[];
  readonly secondOpinion?: boolean;
}

/** `epreuve check`: the files are the evidence. */
export async function runCheck(paths: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const own: CheckOptions = options;
  readReportOptions(own.report, 'check');
  const maxBytes = readNumber(options, 'maxBytes', 'check', [1, LARGEST_FILE]);
  const streamNdjson = own.format === undefined || own.format === 'fhir';
  const inputs = await readInputs(paths, { stdin: session.io.stdin, maxBytes, streamNdjson });
  const { documents, ndjson, leftOut } = inputs;
  if (documents.length + ndjson.length === 0) throw makeError('nothing-to-check', { paths: paths.join(', ') });
  if (leftOut.length > 0) {
    const shown = leftOut.slice(0, 5).join(', ') + (leftOut.length > 5 ? '…' : '');
    session.say({
      fr: `${leftOut.length} fichier(s) laissé(s) de côté, format non pris en charge : ${shown}`,
      en: `${leftOut.length} file(s) left out, format not supported: ${shown}`,
    });
  }
  const views = showsDocuments(own);
  const files = evidenceOfDocuments(asEvidence(documents));
  const evidence =
    views && own.showValues ? await withPictures(files, own.format ? { format: own.format } : {}) : files;
  const now = systemClock.now();
  const suppressions = await readSuppressionsOption(options, 'check', now);
  const result = await judgeEvidence(evidence, {
    views,
    oneFile: inputs.isOneFile,
    ...(own.pack && { packs: own.pack }),
    ...(own.fhirPackage && { fhirPackages: own.fhirPackage }),
    ...(own.format && { format: own.format }),
    ...(own.pairMode && { pairMode: own.pairMode }),
    ...(own.xsdEngine && { xsdEngine: own.xsdEngine }),
    ...(own.cdaKit !== undefined && { cdaKit: own.cdaKit }),
    ...(suppressions && { suppressions }),
    seenAt: now.toISOString(),
    ndjson: ndjson.map((file) => withProgress(file, session)),
  });
  tellSuppressions(result.suppressions, session);
  const exitCode = await showResult(result, own, session, 'check', assetsOf(evidence, result, own.showValues));
  if (own.secondOpinion) {
    const { tellSecondOpinion } = await import('../second-opinion.js');
    await tellSecondOpinion(documents, { showValues: own.showValues === true, keepStdout: own.json === true }, session);
  }
  return exitCode;
}

const PROGRESS_EVERY_MS = 1000;

/** On a terminal, one line that counts the resources of a long file. */
function withProgress({ name: typed, evidenceName: name, open }: InputStream, { io, language, quiet }: Session) {
  if (!io.isTerminal || quiet) return { name, chunks: open() };
  let last = Date.now();
  const progress = (resources: number): void => {
    if (Date.now() - last < PROGRESS_EVERY_MS) return;
    last = Date.now();
    const word = language === 'fr' ? 'ressources' : 'resources';
    io.stderr.write(`\r${typed} : ${resources.toLocaleString(language)} ${word}\x1b[K`);
  };
  async function* chunks() {
    yield* open();
    io.stderr.write('\r\x1b[K');
  }
  return { name, chunks: chunks(), progress };
}
