import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/core/index.js';
import { markedLines } from '../../src/reports/whole-message.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const folder = temporaryFolder();
const failing = 'samples/hl7v2/ADT_A05-A28-birth-date-error.hl7';

async function pageOf(...more: string[]): Promise<string> {
  const file = join(folder, 'page.html');
  await cli(['check', failing, '--report', `html=${file}`, ...more]);
  return readFileSync(file, 'utf8');
}

describe('the whole message in the HTML report', () => {
  const segments = readFileSync(failing, 'latin1')
    .split(/[\r\n]+/)
    .filter((line) => line !== '');

  it('shows every segment, named and with its faulty bytes marked, when values are shown', async () => {
    const page = await pageOf('--show-values');
    const [, after = ''] = page.split('<div class="whole">');
    const [whole = ''] = after.split('<details class="viewer');
    expect(whole.match(/class="whole-line/g)).toHaveLength(segments.length);
    const named = /<summary class="[^"]*" title="[^"]+">/g;
    expect(whole.match(named)).toHaveLength(segments.length);
    expect(whole).toMatch(/<mark>[^<]+<\/mark>/);
    expect(whole).toMatch(/<details (class="segment" open|open class="segment")/);
    expect(whole).toMatch(/<dt><code>PID-7<\/code> \S+/);
    expect(whole).toMatch(/<dt><code>PV1-2<\/code> \S+/);
  });

  it('is not there when values are masked', async () => {
    expect(await pageOf()).not.toContain('<div class="whole">');
  });
});

const found = (line: number, column: number, length: number, format: 'hl7v2' | 'xpath' = 'hl7v2') =>
  ({ location: { format, path: '', offset: 0, length, line, column } }) as Finding;

describe('marks of a document', () => {
  it('are at the bytes of the fault, whatever the encoding', () => {
    const text = 'MSH|^~\\&|A\rPID|1|éàç|x\r';
    const marks = (encoding: 'utf-8' | 'latin1', length: number) =>
      markedLines({ text, encoding, isCut: false }, [found(2, 7, length)])[1]?.marks;
    expect(marks('utf-8', 6)).toEqual([{ start: 6, length: 3 }]);
    expect(marks('latin1', 3)).toEqual([{ start: 6, length: 3 }]);
  });

  it('show, of a file of messages, the one findings point into', () => {
    const text = 'MSH|^~\\&|1\rPID|1\rMSH|^~\\&|2\rPID|2\rMSH|^~\\&|3\r';
    const lines = markedLines({ text, encoding: 'utf-8', isCut: false }, [found(4, 5, 1)]);
    expect(lines.map(({ text: line }) => line)).toEqual(['MSH|^~\\&|2', 'PID|2']);
  });

  it('stay inside their line, wherever findings point', () => {
    const place = fc.record({ line: fc.nat(9), column: fc.nat(30), length: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(place), fc.boolean(), (text, places, isHl7) => {
        const findings = places.map(({ line, column, length }) =>
          found(line + 1, column + 1, length, isHl7 ? 'hl7v2' : 'xpath'),
        );
        for (const line of markedLines({ text, encoding: 'utf-8', isCut: false }, findings)) {
          for (const { start, length } of line.marks) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start + length).toBeLessThanOrEqual(line.text.length);
          }
        }
      }),
    );
  });
});
