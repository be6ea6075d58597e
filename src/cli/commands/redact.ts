import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  EVENTS_FILE,
  EXIT,
  loadPack,
  makeError,
  Pseudonyms,
  REDACTION_FILE,
  RESULT_FILE,
  type RedactionReport,
  Redactor,
  redactFiles,
  redactRun,
  suppressionsOf,
  VERSION,
} from '../../index.js';
import { readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readNumber } from '../options.js';
import { readRecorded } from '../recorded-result.js';
import { finishRun } from '../run-folder.js';

/** The pack with every French segment: a segment it does not know is hidden whole. */
const DICTIONARY = 'ihe-pam-fr';
const TOOL = { name: 'epreuve', version: VERSION };

/** `epreuve redact <run|files…> --out <folder>`: a copy to share; the original is not touched. */
export async function runRedact(paths: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const out = optionalText(options, 'out');
  if (out === undefined) throw makeError('bad-option', { option: '--out', reason: 'folder', command: 'redact' });
  const redactor = await makeRedactor(session);
  const settings = { tool: TOOL, keepCaptures: options.keep === true };
  const [first = ''] = paths;
  if (paths.length === 1 && existsSync(join(first, EVENTS_FILE))) {
    const report = redactRun(first, out, redactor, settings);
    await judgeCopy(first, out, session);
    return tell(report, out, options, session);
  }
  const maxBytes = readNumber(options, 'maxBytes', 'redact', [1, 1024 * 1024 * 1024]);
  const { documents, leftOut } = await readInputs(paths, { stdin: session.io.stdin, maxBytes });
  if (documents.length === 0) throw makeError('nothing-to-check', { paths: paths.join(', ') });
  if (leftOut.length > 0) {
    session.say({
      fr: `${leftOut.length} fichier(s) de format inconnu : non copié(s)`,
      en: `${leftOut.length} file(s) of unknown format: not copied`,
    });
  }
  return tell(redactFiles(documents, out, redactor, settings), out, options, session);
}

/** A copy of a run without identities, judged and sealed, in a folder that is not there yet. Pictures are blacked out where their boxes are known, else left out. */
export async function makeRedactedCopy(run: string, out: string, session: Session): Promise<void> {
  redactRun(run, out, await makeRedactor(session), { tool: TOOL, keepCaptures: false });
  await judgeCopy(run, out, session);
}

/** A key of its own for each copy, unless the user wants several copies to agree: it is never written anywhere. */
async function makeRedactor({ io }: Session): Promise<Redactor> {
  const given = io.environment.EPREUVE_REDACTION_KEY;
  const key = given === undefined || given === '' ? randomBytes(32) : createHash('sha256').update(given).digest();
  const { hl7v2 } = await loadPack(DICTIONARY);
  if (!hl7v2) throw makeError('defect', { reason: `${DICTIONARY} is not a HL7 v2 pack` });
  return new Redactor(new Pseudonyms(key), hl7v2);
}

/** The copy is judged the way the original was, and sealed: who gets it can verify it. */
async function judgeCopy(folder: string, out: string, session: Session): Promise<void> {
  const before = await readRecorded(join(folder, RESULT_FILE)).then(
    ({ result }) => result,
    () => undefined,
  );
  const judgedWith = before && suppressionsOf(before);
  const options = { ...(before?.forcedPacks && { pack: before.forcedPacks }), ...(judgedWith && { judgedWith }) };
  await finishRun(out, options, session);
}

const SIGNS = { kept: '!', removed: '–', masked: '█', redacted: '' } as const;

function tell(report: RedactionReport, out: string, options: Record<string, unknown>, session: Session): number {
  if (options.json === true) session.print(JSON.stringify(report, null, 2));
  else {
    const of = (outcome: string) => report.items.filter((item) => item.outcome === outcome).length;
    session.print(
      {
        fr: `${of('redacted')} élément(s) caviardé(s), ${of('masked')} image(s) noircie(s), ${of('removed')} retiré(s), ${of('kept')} gardé(s) tel(s) quel(s)`,
        en: `${of('redacted')} item(s) redacted, ${of('masked')} picture(s) blacked out, ${of('removed')} removed, ${of('kept')} kept as they are`,
      }[session.language],
    );
    for (const { name, outcome, reason } of report.items) {
      if (outcome !== 'redacted') session.print(`  ${SIGNS[outcome]} ${name} — ${reason?.[session.language] ?? ''}`);
    }
  }
  session.say({
    fr: `Copie : ${out}. Relisez-la avant de la transmettre ; ${REDACTION_FILE} dit ce qui a été remplacé.`,
    en: `Copy: ${out}. Read it before you hand it over; ${REDACTION_FILE} tells what was replaced.`,
  });
  return EXIT.passed;
}
