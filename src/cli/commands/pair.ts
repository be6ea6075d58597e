import { assetsOf, evidenceOfDocuments, judgeEvidence, makeError, type RunResult, withPictures } from '../../judge.js';
import { asEvidence, readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { readNumber } from '../options.js';
import { type OutputOptions, readReportOptions, showResult, showsDocuments } from '../outcome.js';

const LARGEST_FILE = 1024 * 1024 * 1024;

interface PairCommandOptions extends OutputOptions {
  readonly pack?: readonly string[];
  readonly pairMode?: 'xfrm' | 'no-xfrm';
  readonly cdaKit?: string;
}

/**
 * `epreuve pair`: both documents and what joins them. The two may be named in either order. Throws `not-a-pair` when
 * both read well and are not one level 1 and one level 3.
 */
export async function runPair(paths: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const own: PairCommandOptions = options;
  readReportOptions(own.report, 'pair');
  const maxBytes = readNumber(options, 'maxBytes', 'pair', [1, LARGEST_FILE]);
  const { documents } = await readInputs(paths, { stdin: session.io.stdin, maxBytes });
  const views = showsDocuments(own);
  const files = evidenceOfDocuments(asEvidence(documents));
  const evidence = views && own.showValues ? await withPictures(files, { format: 'cda' }) : files;
  const result = await judgeEvidence(evidence, {
    format: 'cda',
    views,
    pairGiven: true,
    ...(own.pack && { packs: own.pack }),
    ...(own.pairMode && { pairMode: own.pairMode }),
    ...(own.cdaKit !== undefined && { cdaKit: own.cdaKit }),
  });
  const [one = '', other = ''] = paths;
  if (documents.length !== 2 || !isPair(result)) throw makeError('not-a-pair', { one, other });
  return showResult(result, own, session, 'pair', assetsOf(evidence, result, own.showValues));
}

/** A document that does not read is its own finding; two that read must have made a pair. */
function isPair({ items }: RunResult): boolean {
  const unreadable = items.some(({ subject, reason }) => subject === 'cda/document' && reason !== undefined);
  return unreadable || items.some(({ subject, facts }) => subject === 'cda/pair' && facts['found by'] === 'given');
}
