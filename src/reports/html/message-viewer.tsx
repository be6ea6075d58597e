import type { Finding } from '../../core/index.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import { Mark } from './excerpt-line.js';
import type { Page } from './page.js';
import { fieldsOfSegment, type LineMark } from './segment-fields.js';

interface Line {
  readonly number: number;
  readonly text: string;
  readonly isHl7: boolean;
  readonly marks: readonly LineMark[];
  /** Paths the findings point at. */
  readonly paths: readonly string[];
}

/** Every line of the document that a finding points at, in order, with all faults marked, and its parts by name. */
export function MessageViewer({ page, findings }: { readonly page: Page; readonly findings: readonly Finding[] }) {
  const lines = linesOf(findings);
  if (lines.length === 0) return null;
  return (
    <details class="viewer">
      <summary>{page.word('viewer')}</summary>
      {lines.map((line) => (
        <div class="quoted" key={`${line.number} ${line.text}`}>
          <div class="scroll lines">
            <span class="line-number">{line.number}</span>
            <code>{markedText(line, page)}</code>
          </div>
          {line.isHl7 && <Explained page={page} line={line} />}
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

function markedText({ text, marks }: Line, page: Page) {
  const parts = [];
  let position = 0;
  let last = '';
  for (const { start, length } of [...marks].sort((left, right) => left.start - right.start)) {
    // Several findings may point at one place: it is marked once.
    if (start < position || last === `${start} ${length}`) continue;
    last = `${start} ${length}`;
    parts.push(text.slice(position, start), <Mark page={page} text={text.slice(start, start + length)} />);
    position = start + length;
  }
  parts.push(text.slice(position));
  return parts;
}

/** The segment and its fields by name; of a segment quoted in part, the elements findings point at. */
function Explained({ page, line }: { readonly page: Page; readonly line: Line }) {
  const { result, language, word } = page;
  const nameOf = (path: string) => result.names?.[path]?.[language];
  const segment = line.text.slice(0, 3);
  const segmentName = nameOf(segment);
  if (segmentName === undefined) return null;
  const fields = fieldsOfSegment(line.text, line.marks);
  const rows =
    fields.length > 0
      ? fields
      : line.paths.map((path) => ({ path: plainPath(path), value: undefined, isFaulty: true }));
  return (
    <div class="explained">
      <p class="soft">
        <code>{segment}</code> {segmentName}
      </p>
      <dl>
        {rows.map(({ path, value, isFaulty }) => (
          <div key={path} class={isFaulty ? 'faulty' : undefined}>
            <dt>
              <code>{path}</code> {nameOf(path)}
              {isFaulty && <span class="fault-word"> {word('faulty')}</span>}
            </dt>
            <dd>{value !== undefined && <code>{value === '' ? page.label('nothing') : value}</code>}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Which occurrence or repetition it is changes nothing in the name. */
const plainPath = (path: string) => path.replace(/\[\d+\]|\(\d+\)/g, '');
