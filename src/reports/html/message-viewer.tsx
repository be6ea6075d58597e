import type { Finding } from '../../core/index.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import type { LineMark } from '../whole-message.js';
import { markedText } from './marked-text.js';
import type { Page } from './page.js';
import { SegmentExplained } from './segment-explained.js';
import { WholeMessage } from './whole-message.js';

interface Line {
  readonly number: number;
  readonly text: string;
  readonly isHl7: boolean;
  readonly marks: readonly LineMark[];
  /** Paths the findings point at. */
  readonly paths: readonly string[];
}

interface ViewerProps {
  readonly page: Page;
  readonly evidenceId: string;
  readonly findings: readonly Finding[];
}

/** The whole document when the caller gave it and values may be shown; else the lines that findings point at. */
export function MessageViewer({ page, evidenceId, findings }: ViewerProps) {
  const { options } = page;
  const message = options.showValues === true ? options.assets?.messages?.get(evidenceId) : undefined;
  // Findings on the other side of an exchange or of a pair, or in a document carried inside, quote lines of their own.
  const shown = message ? findings.filter((finding) => finding.evidenceId === evidenceId && isShown(finding)) : [];
  return (
    <>
      {message && shown.length > 0 && <WholeMessage page={page} message={message} findings={shown} />}
      <QuotedLines page={page} findings={findings.filter((finding) => !shown.includes(finding))} />
    </>
  );
}

const isShown = ({ location }: Finding) => !location.within && location.format !== 'wire';

/** Every line of the document that a finding points at, in order, with all faults marked, and its parts by name. */
function QuotedLines({ page, findings }: { readonly page: Page; readonly findings: readonly Finding[] }) {
  const lines = linesOf(findings);
  if (lines.length === 0) return null;
  return (
    <details class="viewer">
      <summary>{page.word('viewer')}</summary>
      {lines.map((line) => (
        <div class="quoted" key={`${line.number} ${line.text}`}>
          <div class="scroll lines">
            <span class="line-number">{line.number}</span>
            <code>{markedText(line.text, line.marks, page)}</code>
          </div>
          {line.isHl7 && <SegmentExplained page={page} text={line.text} marks={line.marks} paths={line.paths} />}
        </div>
      ))}
    </details>
  );
}

/** The same line quoted by several findings is shown once. */
function linesOf(findings: readonly Finding[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { excerpt, location } of findings) {
    if (!excerpt) continue;
    const { text, start, length } = cropExcerpt(excerpt, 2000);
    const key = `${location.line} ${text}`;
    const before = lines.get(key);
    lines.set(key, {
      number: location.line,
      text,
      isHl7: location.format === 'hl7v2',
      marks: [...(before?.marks ?? []), { start, length }],
      paths: [...new Set([...(before?.paths ?? []), location.path])],
    });
  }
  return [...lines.values()].sort((left, right) => left.number - right.number);
}
