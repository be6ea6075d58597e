import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { CdaDocument, loadXmlLibrary, readXml, xmlLibrary } from '../../../src/formats/cda/index.js';

beforeAll(loadXmlLibrary);

const samples = join(import.meta.dirname, '../../../samples/cda');
const level3 = readFileSync(join(samples, 'cr-bio-level3-valid.xml'));

/** The bytes a location points at, in the encoding of the document. */
const bytesAt = (bytes: Buffer, { offset, length }: { offset: number; length: number }) =>
  bytes.subarray(offset, offset + length);

describe('places', () => {
  test('every element of a document points at its own start tag', () => {
    const tree = readXml(level3);
    const elements = tree.find('//*');
    expect(elements).toHaveLength(tree.elements.count);
    for (const [index, element] of elements.entries()) {
      const location = tree.locate(element);
      const tag = bytesAt(level3, location).toString('utf8');
      expect(tag).toMatch(new RegExp(`^<${tree.elements.qualifiedName(index)}[\\s/>]`));
      expect(tag.endsWith('>')).toBe(true);
      expect(element.line).toBeGreaterThanOrEqual(location.line);
    }
    tree.dispose();
  });

  test('line, column and byte offset count what they say, after accents and surrogates', () => {
    const bytes = Buffer.from('\uFEFF<a>\r\n  é€😀<b k = "1"/>\r<c/>\n</a>', 'utf8');
    const tree = readXml(bytes);
    const [b, c] = [tree.find('//b')[0], tree.find('//c')[0]].map((node) => (node ? tree.locate(node) : undefined));
    expect(b).toMatchObject({ path: '/a/b', line: 2, column: 6, offset: 3 + 5 + 2 + 9, length: 12 });
    expect(c).toMatchObject({ path: '/a/c', line: 3, column: 1 });
    const [attribute] = tree.find('//b/@k');
    const place = attribute && tree.locate(attribute);
    expect(place).toMatchObject({ path: '/a/b/@k', line: 2, column: 9 });
    expect(place && bytesAt(bytes, place).toString('utf8')).toBe('k = "1"');
    tree.dispose();
  });

  test('in UTF-16 offsets are bytes of UTF-16', () => {
    const bytes = Buffer.from('\uFEFF<a>é<b/></a>', 'utf16le');
    const tree = readXml(bytes);
    const [b] = tree.find('//b');
    const location = b && tree.locate(b);
    expect(location).toMatchObject({ offset: 10, length: 8, column: 5 });
    expect(location && bytesAt(bytes, location).toString('utf16le')).toBe('<b/>');
    tree.dispose();
  });

  test('a path has numbers where there are several, and no prefix for CDA names', () => {
    const text =
      '<c:ClinicalDocument xmlns:c="urn:hl7-org:v3" xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2">' +
      '<c:id/><c:author/><lab:x/><c:author><c:id/><c:id/></c:author></c:ClinicalDocument>';
    const tree = readXml(Buffer.from(text));
    expect(tree.find('//*').map((node) => tree.pathOf(node))).toEqual([
      '/ClinicalDocument',
      '/ClinicalDocument/id',
      '/ClinicalDocument/author[1]',
      '/ClinicalDocument/lab:x',
      '/ClinicalDocument/author[2]',
      '/ClinicalDocument/author[2]/id[1]',
      '/ClinicalDocument/author[2]/id[2]',
    ]);
    tree.dispose();
  });

  test('columns and bytes stay exact on one long line, whatever stands on it', () => {
    const piece = 'é😀<b/>';
    const bytes = Buffer.from(`<a>${piece.repeat(5000)}</a>`);
    const tree = readXml(bytes);
    for (const [index, node] of tree.find('//b').entries()) {
      const { column, offset, path } = tree.locate(node);
      if (index % 500 > 2) continue;
      expect([column, offset, path]).toEqual([3 + index * 6 + 2 + 1, 3 + index * 10 + 6, `/a/b[${index + 1}]`]);
    }
    tree.dispose();
  });

  test('numbering nodes by pointer agrees with counting them', () => {
    const first = readXml(level3);
    const paths = first.find('//*').map((node) => first.pathOf(node));
    first.dispose();
    const second = readXml(level3);
    // A new tree counts its first lookups, so both ways meet the same elements.
    const counted = second
      .find('//*')
      .slice(0, 3)
      .map((node) => second.pathOf(node));
    expect(counted).toEqual(paths.slice(0, 3));
    expect(new Set(paths).size).toBe(paths.length);
    second.dispose();
  });

  test('a location nests in the one that carried the document', () => {
    const within = { format: 'hl7v2', path: 'OBX[1]-5.5', offset: 7, length: 9, line: 3, column: 4 } as const;
    const document = CdaDocument.read(level3, { within });
    expect(document.locate(document.root)).toMatchObject({ path: '/ClinicalDocument', within });
    document.dispose();
  });

  test('an excerpt is the line of the fault with the faulty part marked', () => {
    const document = CdaDocument.read(level3);
    const [node] = document.find('cda:recordTarget/cda:patientRole/cda:id/@extension');
    const excerpt = node && document.excerpt(document.locate(node));
    expect(excerpt?.text.slice(excerpt.start, excerpt.start + excerpt.length)).toBe('extension="279035121518989"');
    expect(excerpt?.text).toBe('<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>');
    document.dispose();
  });
});

describe('hostile bytes', () => {
  const readAll = (bytes: Uint8Array) => {
    try {
      const document = CdaDocument.read(bytes);
      document.header.patient;
      document.header.serviceEvents;
      document.locate(document.root);
      document.body?.decode();
      document.dispose();
    } catch (error) {
      if (!isEpreuveError(error, 'document')) throw error;
    }
  };

  test('arbitrary bytes give a document or a typed error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), readAll), { numRuns: 500 });
  });

  test('arbitrary text with markup gives a document or a typed error', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="é">',
      '</b>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&x;',
      '<?p',
      '?>',
      '<',
      '>',
      '"',
      'é',
      '\0',
      ' ',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join('')));
    fc.assert(fc.property(text, readAll), { numRuns: 1000 });
  });

  test('a sample with one byte changed gives a document or a typed error', () => {
    const changed = fc
      .tuple(fc.nat(level3.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.concat([level3.subarray(0, at), Buffer.from([byte]), level3.subarray(at + 1)]));
    fc.assert(fc.property(changed, readAll), { numRuns: 200 });
  });

  test('whatever is read has every element of libxml2 at the place of the scan', () => {
    const name = fc.constantFrom('a', 'b', 'é');
    const filler = fc.constantFrom('', ' ', '<!-- <x> -->', '<![CDATA[<y>]]>', '<?z <w>?>');
    const write = ([tag, text, children]: [string, string, string[]]) =>
      `<${tag} k='>'>${text}${children.join('\n')}</${tag}>`;
    const { element } = fc.letrec<{ element: string; inner: string }>((tie) => ({
      element: fc.tuple(name, filler, fc.array(tie('inner'), { maxLength: 3 })).map(write),
      inner: fc.oneof({ maxDepth: 4 }, fc.constant("<c k='>'></c>"), tie('element')),
    }));
    fc.assert(
      fc.property(element, (text) => {
        const bytes = Buffer.from(text);
        const tree = readXml(bytes);
        for (const node of tree.find('//*')) {
          const location = tree.locate(node);
          const tag = bytesAt(bytes, location).toString('utf8');
          expect(tag).toBe(`<${'name' in node ? String(node.name) : ''} k='>'>`);
        }
        tree.dispose();
      }),
      { numRuns: 100 },
    );
  });
});

describe('memory', () => {
  test('documents that were disposed leave nothing behind', () => {
    const { diag } = xmlLibrary();
    diag.configure({ enabled: true });
    for (let count = 0; count < 200; count++) {
      const document = CdaDocument.read(level3);
      document.header.patient;
      document.locate(document.root);
      document.dispose();
      document.dispose();
      try {
        CdaDocument.read(Buffer.from('<a/>'));
      } catch {
        // No CDA: its tree is disposed as well.
      }
    }
    const left: unknown = diag.report();
    diag.configure({ enabled: false });
    expect(left).toEqual({});
  });
});
