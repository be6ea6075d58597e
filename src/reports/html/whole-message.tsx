import type { Finding } from '../../core/index.js';
import type { ReportMessage } from '../assets.js';
import { printableLine } from '../printable.js';
import { type MarkedLine, markedLines } from '../whole-message.js';
import { markedText } from './marked-text.js';
import type { Page } from './page.js';
import { SegmentExplained } from './segment-explained.js';

interface WholeProps {
  readonly page: Page;
  readonly message: ReportMessage;
  readonly findings: readonly Finding[];
}

/** The document itself, faulty bytes marked; each segment of a message opens on its fields by name. */
export function WholeMessage({ page, message, findings }: WholeProps) {
  const isHl7 = findings.some(({ location }) => location.format === 'hl7v2' && !location.within);
  const lines = markedLines(message, findings).filter(({ text }) => text !== '' || !isHl7);
  return (
    <details class="viewer">
      <summary>{page.word(isHl7 ? 'wholeMessage' : 'wholeDocument')}</summary>
      <div class="whole">
        {lines.map((line) => (
          <Line key={line.number} page={page} line={line} isHl7={isHl7} />
        ))}
      </div>
      {message.isCut && <p class="soft">{page.word('messageCut')}</p>}
    </details>
  );
}

interface LineProps {
  readonly page: Page;
  readonly line: MarkedLine;
  readonly isHl7: boolean;
}

function Line({ page, line, isHl7 }: LineProps) {
  const { text, marks } = printableLine(line.text, line.marks);
  const shown = (
    <>
      <span class="line-number">{line.number}</span>
      <code>{markedText(text, marks, page)}</code>
    </>
  );
  if (!isHl7 || page.result.names?.[text.slice(0, 3)] === undefined) return <div class="whole-line">{shown}</div>;
  return (
    <details class="segment" open={marks.length > 0}>
      <summary class={marks.length > 0 ? 'whole-line marked' : 'whole-line'} title={segmentTitle(page, text)}>
        {shown}
      </summary>
      <SegmentExplained page={page} text={text} marks={marks} />
    </details>
  );
}

const segmentTitle = ({ result, language }: Page, text: string) => result.names?.[text.slice(0, 3)]?.[language];
