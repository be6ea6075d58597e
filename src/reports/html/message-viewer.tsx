import type { Finding } from '../../core/index.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import { Mark } from './excerpt-line.js';
import type { Page } from './page.js';

interface Line {
  readonly number: number;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly length: number }[];
}

/** Every line of the document that a finding points at, in order, with all faults marked at once. */
export function MessageViewer({ page, findings }: { readonly page: Page; readonly findings: readonly Finding[] }) {
  const lines = linesOf(findings);
  if (lines.length === 0) return null;
  return (
    <details class="viewer">
      <summary>{page.word('viewer')}</summary>
      <div class="scroll lines">
        {lines.map((line) => (
          <div class="line" key={`${line.number} ${line.text}`}>
            <span class="line-number">{line.number}</span>
            <code>{markedText(line, page)}</code>
          </div>
        ))}
      </div>
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
    const marks = lines.get(key)?.marks ?? [];
    lines.set(key, { number: location.line, text, marks: [...marks, { start, length }] });
  }
  return [...lines.values()].sort((left, right) => left.number - right.number);
}

function markedText({ text, marks }: Line, page: Page) {
  const parts = [];
  let position = 0;
  for (const { start, length } of [...marks].sort((left, right) => left.start - right.start)) {
    if (start < position) continue;
    parts.push(text.slice(position, start), <Mark page={page} text={text.slice(start, start + length)} />);
    position = start + length;
  }
  parts.push(text.slice(position));
  return parts;
}
