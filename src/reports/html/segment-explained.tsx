import type { LineMark } from '../whole-message.js';
import type { Page } from './page.js';
import { fieldsOfSegment } from './segment-fields.js';

interface SegmentProps {
  readonly page: Page;
  readonly text: string;
  readonly marks: readonly LineMark[];
  /** Paths the findings point at: shown when the fields cannot be counted. */
  readonly paths?: readonly string[];
}

/** The segment and its fields by name; of a segment quoted in part, the elements findings point at. */
export function SegmentExplained({ page, text, marks, paths = [] }: SegmentProps) {
  const { result, language, word } = page;
  const nameOf = (path: string) => result.names?.[path]?.[language];
  const segment = text.slice(0, 3);
  const segmentName = nameOf(segment);
  if (segmentName === undefined) return null;
  const fields = fieldsOfSegment(text, marks);
  const rows =
    fields.length > 0 ? fields : paths.map((path) => ({ path: plainPath(path), value: undefined, isFaulty: true }));
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
