import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { PdfLexer } from '../../../src/formats/pdf/pdf-lexer.js';
import { pdfTextOf } from '../../../src/formats/pdf/pdf-text.js';
import { textPdf } from '../../../src/rules/cda/level1/example-files.js';
import { growsInProportion } from '../../support/growth.js';

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

test.each([
  ['brackets without end', '1 0 obj\n', '['],
  ['dictionaries without end', '1 0 obj\n', '<<'],
  ['many objects without end', '', '1 0 obj\n<< '],
])('time in proportion: %s', (_, head, piece) => {
  const workOn = (count: number) => {
    const bytes = Buffer.from(`%PDF-1.4\n${head}${piece.repeat(count)}`);
    return () => expect(pdfTextOf(bytes)).toEqual({ unreadable: 'no-text' });
  };
  expect(growsInProportion(workOn, 6250)).toBe(true);
});

test('a form that draws itself is drawn a bounded number of times', () => {
  const content = `BT /F 1 Tf (A) Tj ET ${'/Fm Do '.repeat(30)}`;
  const form = `6 0 obj\n<</Subtype/Form/Length ${content.length}>>\nstream\n${content}\nendstream\nendobj`;
  // Once by the page itself; drawn by each of them without bound, there would be 30 to the sixth.
  expect(textOf(pdf(content, WIN_ANSI, form))).toMatch(/^A{2,201}$/);
});

test('pages in a circle have an end', () => {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Page/Parent 1 0 R/Contents 1 0 R>>\nendobj');
  expect(pdfTextOf(bytes)).toEqual({ unreadable: 'no-text' });
});

test('a bomb is not opened beyond its bound', () => {
  const bomb = (megabytes: number) => {
    const drawn = Buffer.alloc(megabytes * 1024 * 1024, ' ');
    drawn.write('BT /F 1 Tf (A) Tj ET');
    const font = '/Resources<</Font<</F<</Subtype/TrueType/Encoding/WinAnsiEncoding>>>>>>';
    return Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<</Type/Page${font}/Contents 2 0 R>>\nendobj\n`),
      Buffer.from('2 0 obj\n<</Filter/FlateDecode>>\nstream\n'),
      deflateSync(drawn),
      Buffer.from('\nendstream\nendobj'),
    ]);
  };
  expect(textOf(bomb(1))).toBe('A');
  expect(textOf(bomb(64))).toBe('no-text');
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
