import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { loadFonts } from '../../src/assets/index.js';
import { captureTerminal } from '../../src/capture/index.js';
import { readTerminal } from '../../src/capture/terminal-screen.js';

const screenOf = (output: string, columns = 80) => readTerminal(output, { columns, maxRows: 10 });
const text = (output: string, columns?: number) =>
  screenOf(output, columns).rows.map((row) => row.map((cell) => cell.text).join(''));
const svg = async (output: string, options = {}) =>
  Buffer.from((await captureTerminal(output, { as: 'svg', ...options })).bytes).toString('utf8');

test('colours, weight and inverse follow the escapes, and end with them', () => {
  const [row = []] = screenOf(
    '\u001b[1;31mA\u001b[0mB\u001b[38;2;1;2;3mC\u001b[38;5;196;48;5;232mD\u001b[39;49mE\u001b[97;7mF',
  ).rows;
  expect(row.map(({ text: letter, style }) => [letter, style])).toEqual([
    ['A', { bold: true, foreground: '#e0566b' }],
    ['B', {}],
    ['C', { foreground: '#010203' }],
    ['D', { foreground: '#ff0000', background: '#080808' }],
    ['E', {}],
    ['F', { foreground: '#ffffff', inverse: true }],
  ]);
});

test('carriage return, backspace, tab and erased lines show what a terminal shows', () => {
  expect(text('10 %\r100 %')).toEqual(['100 %']);
  expect(text('abc\b\bX')).toEqual(['aXc']);
  expect(text('a\tb')).toEqual(['a       b']);
  expect(text('waiting…\r\u001b[Kdone')).toEqual(['done']);
  expect(text('one\r\ntwo\n\n')).toEqual(['one', 'two']);
  expect(text('e\u0301')).toEqual(['e\u0301']);
  expect(text('\u001b]0;title\u0007x\u001b[2J\u001b(By')).toEqual(['xy']);
});

test('long lines fold; of many rows the last stay, and the picture says how many are not there', async () => {
  expect(text('x'.repeat(45), 20)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'xxxxx']);
  const many = Array.from({ length: 12 }, (_, index) => `row ${index}`).join('\n');
  expect(screenOf(many)).toMatchObject({ leftOut: 2 });
  const long = await captureTerminal('x\n'.repeat(450), { as: 'svg' });
  expect(long.facts).toMatchObject({ rows: '400', 'rows left out': '50' });
  expect(Buffer.from(long.bytes).toString()).toContain('… 50');
});

test('what is masked is not in the file', async () => {
  const drawn = await svg('nom \u001b[1mDUP\u001b[0mONT 😀\nins 180032B00712345', { masks: [/dupont/, /\d{6}B\d+/] });
  expect(drawn).not.toMatch(/DUP|ONT|180032/);
  expect(drawn).toContain('██████');
});

test('any output makes well-formed SVG, without active content', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      async (output, title) => {
        const drawn = await svg(output, { title });
        const names = new Set<string>();
        const parser = new SaxesParser();
        parser.on('opentag', ({ name }) => names.add(name));
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(drawn).close();
        expect([...names].filter((name) => !['svg', 'g', 'rect', 'circle', 'text'].includes(name))).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('a PNG is drawn without a browser, the same each time', async () => {
  const font = (await loadFonts()).mono.path;
  const draw = async () => Buffer.from((await captureTerminal('✓ Réussi — 0 erreur', { as: 'png', font })).bytes);
  const first = await draw();
  expect(first.toString('latin1', 1, 4)).toBe('PNG');
  expect(first.equals(await draw())).toBe(true);
  expect(first.equals(Buffer.from((await captureTerminal('✗ Échec', { as: 'png', font })).bytes))).toBe(false);
  const missing = captureTerminal('x', { as: 'png', font: join(font, 'gone.ttf') });
  await expect(missing).rejects.toMatchObject({ code: 'font-missing' });
});
