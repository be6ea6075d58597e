import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { PdfLexer } from '../../../src/formats/pdf/pdf-lexer.js';
import { pdfTextOf } from '../../../src/formats/pdf/pdf-text.js';
import { textPdf } from '../../../src/rules/cda/level1/example-files.js';
import { cpuTime } from '../../support/cpu-time.js';

const DEJAVU = 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
const LINES = [
  "Compte rendu d'examens",
  'Patient : PAT-TROIS Éloïse, née le 28/03/1979',
  'œuvre (1) \\ « ici » 5,2 µmol/L',
];
const squeezed = (text: string | undefined) => text?.replace(/\s+/g, '');

function pdfkit(font: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4' });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.font(font);
    for (const line of LINES) document.text(line);
    document.end();
  });
}

/** A PDF whose page draws this, with these fonts and other objects. */
function pdf(content: string, fonts: string, more = '', trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n3 0 obj\n<</Type/Page/Resources<</Font<<${fonts}>>/XObject<</Fm 6 0 R>>>>/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n${more}\ntrailer\n<</Root 1 0 R${trailer}>>`,
    'latin1',
  );
}

const WIN_ANSI = '/F<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>';
const textOf = (bytes: Uint8Array) => {
  const read = pdfTextOf(bytes);
  return read.unreadable ?? squeezed(read.text);
};

test.each([
  ['embedded TrueType subset with a ToUnicode table', DEJAVU],
  ['standard font in WinAnsi', 'Helvetica'],
])('%s', async (_, font) => {
  const read = pdfTextOf(await pdfkit(font));
  expect(read).toMatchObject({ isComplete: true });
  expect(squeezed(read.unreadable === undefined ? read.text : '')).toBe(squeezed(LINES.join('')));
});

test.each<[string, Buffer, string]>([
  ['a plain text', Buffer.from(textPdf(LINES.slice(0, 1)), 'base64'), "Compterendud'examens"],
  ['numbers between letters', pdf('BT /F 1 Tf [(AB) -300 (CD) 20 (E)] TJ ET', WIN_ANSI), 'ABCDE'],
  ['octal and hexadecimal strings', pdf('BT /F 1 Tf (\\351\\050) Tj <e9 e0> Tj ET', WIN_ANSI), 'é(éà'],
  [
    'a form the page draws',
    pdf('/Fm Do', WIN_ANSI, '6 0 obj\n<</Subtype/Form/Length 20>>\nstream\nBT /F 1 Tf (OUI) Tj\nendstream\nendobj'),
    'OUI',
  ],
  [
    'differences of an encoding',
    pdf(
      'BT /F 1 Tf (\x01\x02\x03) Tj ET',
      '/F<</Type/Font/Subtype/Type1/Encoding<</Differences[1/A/eacute/uni0153]>>>>',
    ),
    'Aéœ',
  ],
  ['an inline picture is no text', pdf('BI /W 1 ID (no) Tj \x00 EI BT /F 1 Tf (OK) Tj ET', WIN_ANSI), 'OK'],
])('%s', (_, bytes, expected) => {
  expect(textOf(bytes)).toBe(expected);
});

test.each<[string, Buffer]>([
  ['no-text', pdf('0 0 m 10 10 l S', WIN_ANSI)],
  ['unmapped', pdf('BT /F 1 Tf <0001> Tj ET', '/F<</Type/Font/Subtype/Type0>>')],
  ['encrypted', pdf('BT /F 1 Tf (A) Tj ET', WIN_ANSI, '', '/Encrypt 9 0 R')],
])('what cannot be read is said: %s', (unreadable, bytes) => {
  expect(pdfTextOf(bytes)).toEqual({ unreadable });
});

test('one unknown character makes the text incomplete, and keeps the rest', () => {
  const font = '/F<</Type/Font/Subtype/Type1/Encoding<</Differences[65/A/g123]>>>>';
  expect(pdfTextOf(pdf('BT /F 1 Tf (AB) Tj ET', font))).toMatchObject({ isComplete: false });
});

test('whatever the bytes, an answer and no error', () => {
  const pieces = fc.constantFrom(
    '1 0 obj',
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '/Type/Page',
    '/Contents 1 0 R',
    'stream\n',
    'endstream',
    'BT',
    'Tj',
    '/Fm Do',
    '\\',
    '%',
    '\n',
    '9',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(pieces, { maxLength: 60 }).map((all) => Buffer.from(all.join(' '))),
      ),
      (bytes) => {
        expect(pdfTextOf(bytes)).toBeDefined();
      },
    ),
  );
});

test.each<[string, Buffer]>([
  [
    'a form that draws itself',
    pdf('/Fm Do', WIN_ANSI, '6 0 obj\n<</Subtype/Form/Length 7>>\nstream\n/Fm Do /Fm Do\nendstream\nendobj'),
  ],
  ['brackets without end', Buffer.from(`%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}`)],
  ['dictionaries without end', Buffer.from(`%PDF-1.4\n1 0 obj\n${'<<'.repeat(200_000)}`)],
  ['many objects without end', Buffer.from(`%PDF-1.4\n${'1 0 obj\n<< '.repeat(50_000)}`)],
  ['pages in a circle', Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Page/Parent 1 0 R/Contents 1 0 R>>\nendobj')],
  [
    'a bomb',
    Buffer.concat([
      Buffer.from(
        '%PDF-1.4\n1 0 obj\n<</Type/Page/Contents 2 0 R>>\nendobj\n2 0 obj\n<</Filter/FlateDecode>>\nstream\n',
      ),
      deflateSync(Buffer.alloc(64 * 1024 * 1024)),
      Buffer.from('\nendstream\nendobj'),
    ]),
  ],
])('bounded time: %s', (_, bytes) => {
  const before = cpuTime();
  pdfTextOf(bytes);
  expect(cpuTime() - before).toBeLessThan(10_000);
});

test('a lexer always moves on', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const lexer = new PdfLexer(text);
      let count = 0;
      while (lexer.next()) count += 1;
      expect(count).toBeLessThanOrEqual(text.length);
    }),
  );
});
