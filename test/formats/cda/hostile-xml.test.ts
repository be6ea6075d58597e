import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isEpreuveError } from '../../../src/core/index.js';
import { CdaDocument, loadXmlLibrary, readXml, xmlLibrary } from '../../../src/formats/cda/index.js';
import { growsInProportion } from '../../support/growth.js';

beforeAll(loadXmlLibrary);

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

/** Code and data of the error that reading gives. */
function refusal(bytes: Uint8Array): { code: string; data: Readonly<Record<string, unknown>> } {
  try {
    readXml(bytes).dispose();
  } catch (error) {
    if (isEpreuveError(error, 'document')) return { code: error.code, data: error.data };
    throw error;
  }
  return { code: 'accepted', data: {} };
}

const ROOT = '<ClinicalDocument xmlns="urn:hl7-org:v3"/>';

describe('a document type is refused before any parser sees it', () => {
  test.each([
    ['a DOCTYPE', `<!DOCTYPE a>${ROOT}`],
    ['an external entity', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>`],
    ['a parameter entity', `<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]><a/>`],
    ['a DTD to fetch', `<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>`],
    ['a billion laughs', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>`],
    ['lower case', `<!doctype a>${ROOT}`],
    ['after a comment and a processing instruction', `<!-- a --><?b?>\n<!DOCTYPE a>${ROOT}`],
    ['inside the root', '<a><!DOCTYPE b></a>'],
    ['an entity declaration alone', '<a><!ENTITY b "c"></a>'],
  ])('%s', (_, text) => {
    expect(refusal(utf8(text)).code).toBe('xml-doctype');
    expect(refusal(utf16(text, 'le')).code).toBe('xml-doctype');
    expect(refusal(utf16(text, 'be')).code).toBe('xml-doctype');
  });

  test('the place is told', () => {
    expect(refusal(utf8(`<?xml version="1.0"?>\n<!-- é -->  <!DOCTYPE a>${ROOT}`)).data).toEqual({
      line: 2,
      column: 13,
    });
  });

  test('in a comment or a CDATA section the words are text', () => {
    expect(refusal(utf8('<a><!-- <!DOCTYPE b> --><![CDATA[<!DOCTYPE c>]]></a>')).code).toBe('accepted');
  });
});

describe('nothing is read from files or the network', () => {
  test('a secret file and a local server are never touched, even by libxml2 alone with every entity option on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'epreuve-xxe-'));
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'SECRET-OF-THE-MACHINE');
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end('<!ENTITY leak "SECRET-OF-THE-NETWORK">');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bombs = [
      `<!DOCTYPE a [<!ENTITY x SYSTEM "${pathToFileURL(secret)}">]><a>&x;</a>`,
      `<!DOCTYPE a [<!ENTITY x SYSTEM "${secret}">]><a>&x;</a>`,
      `<!DOCTYPE a SYSTEM "http://127.0.0.1:${port}/a.dtd"><a>&leak;</a>`,
      `<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p"> %p;]><a>&leak;</a>`,
    ];
    const { XmlDocument, ParseOption } = xmlLibrary();
    const everything = ParseOption.XML_PARSE_NOENT | ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_RECOVER;
    const seen: string[] = [];
    for (const bomb of bombs) {
      expect(refusal(utf8(bomb)).code).toBe('xml-doctype');
      try {
        const document = XmlDocument.fromString(bomb, { option: everything });
        seen.push(document.root.content);
        document.dispose();
      } catch {
        // Refused as well.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect({ requests, leaked: seen.filter((text) => text.includes('SECRET')) }).toEqual({ requests: 0, leaked: [] });
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  test('a schema location, a style sheet and an XInclude are text', () => {
    const text =
      '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/a.xsl"?>' +
      '<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      'xsi:schemaLocation="urn:hl7-org:v3 http://127.0.0.1:9/CDA.xsd" xmlns:xi="http://www.w3.org/2001/XInclude">' +
      '<xi:include href="file:///etc/hostname" parse="text"/></ClinicalDocument>';
    const document = CdaDocument.read(utf8(text));
    expect(document.root.content).toBe('');
    document.dispose();
  });
});

describe('sizes are bounded', () => {
  test('depth', () => {
    const deep = utf8('<a>'.repeat(200_000));
    expect(refusal(deep)).toEqual({ code: 'xml-too-deep', data: { line: 1, column: 601, limit: 200 } });
    expect(refusal(utf8('<a>'.repeat(200) + '</a>'.repeat(200))).code).toBe('accepted');
  });

  test('a huge attribute, and many attributes', () => {
    expect(refusal(utf8(`<a b="${'x'.repeat(1_000_000)}"/>`)).code).toBe('xml-tag-too-large');
    const many = Array.from({ length: 5000 }, (_, index) => ` a${index}="1"`).join('');
    expect(refusal(utf8(`<a${many}/>`)).code).toBe('xml-tag-too-large');
  });

  test('bytes and elements', () => {
    expect(() => readXml(utf8('<a/>'), { limits: { maxBytes: 3 } })).toThrow('above the limit of 3');
    expect(() => readXml(utf8('<a><b/><b/></a>'), { limits: { maxElements: 2 } })).toThrow('More than 2 elements');
    const families = `<a>${'<b><c/><c/></b>'.repeat(2)}</a>`;
    readXml(utf8(families), { limits: { maxChildren: 2 } }).dispose();
    expect(() => readXml(utf8(families), { limits: { maxChildren: 1 } })).toThrow(
      'more than 1 elements in one element',
    );
  });

  test.each([
    ['attributes without value', '<a ', 'x ', '', 300_000],
    ['blanks in a tag', '<a', ' ', '', 1_000_000],
    ['blanks before an equals sign', '<a b', ' ', '="1"', 500_000],
    ['opening brackets', '', '<', '', 500_000],
    ['CDATA sections without end', '<a>', '<![CDATA[', '', 100_000],
    ['comments without end', '', '<!--', '', 200_000],
    ['encodings declared over and over', '<?xml ', 'encoding="UTF-8" ', '', 50_000],
    ['a name without end', '<', 'a', '>', 1_000_000],
  ])('hostile shapes stay linear: %s', (_, before, piece, after, most) => {
    const workOn = (count: number) => {
      const bytes = utf8(before + piece.repeat(count) + after);
      return () => expect(refusal(bytes).code).toMatch(/^xml-/);
    };
    expect(growsInProportion(workOn, most / 8)).toBe(true);
  });

  test('a text node of 12 MB is read', () => {
    const tree = readXml(utf8(`<a>${'QUJD'.repeat(3_000_000)}</a>`));
    expect(tree.root.content).toHaveLength(12_000_000);
    tree.dispose();
  });
});

describe('encodings', () => {
  const accented = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Épernay €</a>`;
  const contentOf = (bytes: Uint8Array) => {
    const tree = readXml(bytes);
    const { encoding, declaredEncoding, hasByteOrderMark } = tree.source;
    const content = tree.root.content;
    tree.dispose();
    return { content, encoding, declaredEncoding, hasByteOrderMark };
  };

  test('UTF-8, with and without a byte order mark', () => {
    const plain = { content: 'Épernay €', encoding: 'UTF-8', declaredEncoding: 'UTF-8' };
    expect(contentOf(utf8(accented('UTF-8')))).toEqual({ ...plain, hasByteOrderMark: false });
    expect(contentOf(utf8(`\uFEFF${accented('UTF-8')}`))).toEqual({ ...plain, hasByteOrderMark: true });
  });

  test.each(['le', 'be'] as const)('UTF-16%s is read, and says what it is', (order) => {
    expect(contentOf(utf16(accented('UTF-16'), order))).toEqual({
      content: 'Épernay €',
      encoding: order === 'le' ? 'UTF-16LE' : 'UTF-16BE',
      declaredEncoding: 'UTF-16',
      hasByteOrderMark: true,
    });
  });

  test('UTF-16 without a mark', () => {
    expect(contentOf(Buffer.from(accented('UTF-16LE'), 'utf16le')).encoding).toBe('UTF-16LE');
  });

  test('Latin 9 that says so', () => {
    const bytes = Buffer.from(accented('ISO-8859-15').replace('€', '\u00a4'), 'latin1');
    expect(contentOf(bytes)).toMatchObject({ content: 'Épernay €', encoding: 'ISO-8859-15' });
  });

  test.each([
    ['Latin 1 bytes declared as UTF-8', Buffer.from(accented('UTF-8').replace(' €', ''), 'latin1'), 'xml-bad-byte'],
    ['Latin 1 bytes that declare nothing', Buffer.from('<a>\né</a>', 'latin1'), 'xml-bad-byte'],
    ['8-bit bytes declared as UTF-16', utf8(accented('UTF-16')), 'xml-encoding-mismatch'],
    ['16-bit bytes declared as UTF-8', utf16(accented('UTF-8'), 'le'), 'xml-encoding-mismatch'],
    ['a UTF-8 mark before a declared Latin 1', utf8(`\uFEFF${accented('ISO-8859-1')}`), 'xml-encoding-mismatch'],
    ['UTF-7', utf8(accented('UTF-7')), 'xml-encoding-unsupported'],
    ['a name every object has', utf8(accented('constructor')), 'xml-encoding-unsupported'],
    ['UTF-32', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), 'xml-encoding-unsupported'],
    ['EBCDIC', Buffer.from([0x4c, 0x6f, 0xa7, 0x94]), 'xml-encoding-unsupported'],
    ['a NUL byte', utf8('<a>\n\0</a>'), 'xml-nul'],
    ['half a UTF-16 character', Buffer.concat([utf16('<a/>', 'le'), Buffer.from([0x20])]), 'xml-bad-byte'],
    ['a letter outside ASCII declared as ASCII', utf8(accented('US-ASCII')), 'xml-bad-byte'],
  ])('%s is refused', (_, bytes, code) => {
    expect(refusal(bytes).code).toBe(code);
  });

  test('the place of a bad byte is told', () => {
    expect(refusal(Buffer.from('<a>\n\né</a>', 'latin1')).data).toEqual({ encoding: 'UTF-8', offset: 5, line: 3 });
    expect(refusal(utf8('<a>\n\0</a>')).data).toEqual({ offset: 4, line: 2, column: 1 });
  });
});

describe('malformed documents', () => {
  const sample = `<a x="1"><b>text</b><!-- c --><![CDATA[d]]></a>`;

  test('cut at every byte, it is truncated or malformed, never accepted', () => {
    for (let length = 0; length < sample.length; length++) {
      expect(refusal(utf8(sample.slice(0, length))).code).toMatch(/^xml-(truncated|malformed)$/);
    }
    expect(refusal(utf8(sample)).code).toBe('accepted');
  });

  test.each([
    ['an end tag of another element', '<a>\n <b></c></a>', { line: 2, column: 5 }],
    ['two roots', '<a/>\n<b/>', { line: 2, column: 1 }],
    ['text after the root', '<a/> text', { line: 1, column: 6 }],
    ['an unquoted attribute', '<a b=1></a>', { line: 1, column: 3 }],
    ['a repeated attribute', '<a b="1" b="2"/>', { line: 1 }],
    ['an undeclared entity', '<a>&eacute;</a>', { line: 1 }],
    ['an undeclared prefix', '<p:a/>', { line: 1 }],
    ['a control character', '<a>\u0001</a>', { line: 1 }],
    ['nothing but blanks', '  \n ', {}],
    ['a raw ampersand', '<a>R&D</a>', { line: 1 }],
  ])('%s', (_, text, place) => {
    const { code, data } = refusal(utf8(text));
    expect(code).toBe('xml-malformed');
    expect(data).toMatchObject(place);
  });

  test('the message never quotes the content', () => {
    const { data } = refusal(utf8('<a><name>PAT-TROIS &secret;</name></a>'));
    expect(JSON.stringify(data)).not.toMatch(/PAT-TROIS|secret/);
  });
});
