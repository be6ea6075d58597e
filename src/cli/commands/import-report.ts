import { basename } from 'node:path';
import { describeOutside, EXIT, isEpreuveError, makeError, readOutsideReport, readRun } from '../../index.js';
import { addToRun, readRunOption } from '../add-to-run.js';
import { readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readNumber } from '../options.js';

/**
 * `epreuve import <report> --into <run>`: the report is read first, so that what cannot be read is never kept as proof;
 * then it is evidence like the rest, and what both tools found is shown side by side.
 */
export async function runImport(
  [path = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const run = readRunOption(options, 'import');
  const link = readLink(options);
  const about = readAbout(run.folder, options);
  const maxBytes = readNumber(options, 'maxBytes', 'import', [1, 1024 * 1024 * 1024]);
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes });
  const bytes = documents[0]?.bytes ?? new Uint8Array();
  const { format } = readReport(bytes, path);
  const isXml = Buffer.from(bytes.subarray(0, 64)).toString('latin1').replace(/\0/g, '').includes('<');
  const name = optionalText(options, 'name') ?? basename(path).replace(/\.(xml|json)$/i, '');
  const item = {
    kind: 'report' as const,
    name,
    mediaType: isXml ? 'application/xml' : 'application/json',
    extension: isXml ? 'xml' : 'json',
    facts: { outside: format, ...(link !== undefined && { link }), ...(about !== undefined && { about }) },
    ...(run.step !== undefined && { step: run.step }),
  };
  const result = await addToRun(run, (recorder) => [recorder.record(item, bytes)], session);
  const { language, colour } = session;
  session.print(
    await describeOutside(result, result.outsideReports?.at(-1)?.evidenceId ?? '', {
      language,
      colour,
      showValues: options.showValues === true,
    }),
  );
  return EXIT.passed;
}

/** A report that cannot be read: its name, then what is wrong with it. */
function readReport(bytes: Uint8Array, file: string) {
  try {
    return readOutsideReport(bytes);
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    const told = {
      reasonFr: `${file} – ${error.describe('fr').text}`,
      reasonEn: `${file} – ${error.describe('en').text}`,
    };
    if (error.code === 'outside-report-html') throw error;
    throw makeError('outside-report-unknown', told, { cause: error });
  }
}

/** Throws `bad-option` unless it is a web address. */
function readLink(options: Record<string, unknown>): string | undefined {
  const link = optionalText(options, 'link');
  if (link === undefined) return undefined;
  if (/^https?:\/\//i.test(link) && URL.canParse(link)) return new URL(link).href;
  throw makeError('bad-option', { option: '--link', reason: `${link} (https://…)`, command: 'import' });
}

function readAbout(folder: string, options: Record<string, unknown>): string | undefined {
  const about = optionalText(options, 'about');
  if (about === undefined) return undefined;
  const { items } = readRun(folder);
  const item = items.find(({ id }) => id === about) ?? items.find(({ name }) => name === about);
  if (item) return item.id;
  throw makeError('evidence-not-found', {
    evidence: about,
    known: items.map(({ id, name }) => `${id} (${name})`).join(', '),
  });
}
