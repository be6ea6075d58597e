import fc from 'fast-check';
import { NARRATIVE_TAGS, type NarrativeNode } from '../../../src/core/index.js';
import { CdaDocument, loadXmlLibrary } from '../../../src/formats/cda/index.js';
import { NARRATIVE_LIMITS, type NarrativeLimits, readNarrative } from '../../../src/formats/cda/narrative.js';

beforeAll(() => loadXmlLibrary());

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

function narrativeOf(text: string, entries = '', limits: NarrativeLimits = NARRATIVE_LIMITS, title = 'Titre') {
  const body = `<section><title>${title}</title><text>${text}</text>${entries}</section>`;
  const xml = `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component>${body}</component></structuredBody></component></ClinicalDocument>`;
  const document = CdaDocument.read(Buffer.from(xml));
  try {
    return readNarrative(document, limits);
  } finally {
    document.dispose();
  }
}

const media = (id: string, mediaType: string, base64: string) =>
  `<entry><observationMedia ID="${id}"><value mediaType="${mediaType}" representation="B64">${base64}</value></observationMedia></entry>`;

/** `p(a strong(b))`, pictures as `[image/png]`. */
function tell(nodes: readonly NarrativeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if ('picture' in node) return `[${node.picture}${node.base64 ? '' : ' –'}]`;
      const spans = [node.columns, node.rows].some((span) => span) ? ` ${node.columns ?? 1}×${node.rows ?? 1}` : '';
      return `${node.tag}${spans}(${tell(node.content)})`;
    })
    .join('');
}

const shown = (text: string, entries = '') => tell(narrativeOf(text, entries).sections[0]?.content ?? []);

test.each([
  ['paragraphs and styles', '<paragraph>a <content styleCode="Bold">b</content></paragraph>', 'p(a strong(b))'],
  ['two styles', '<content styleCode="Bold Italics">a</content>', 'em(strong(a))'],
  ['lists', '<list listType="ordered"><item><caption>C</caption>x</item></list>', 'ol(li(strong(C) x))'],
  [
    'tables',
    '<table><caption>T</caption><colgroup><col/></colgroup><tbody><tr><td colspan="2" rowspan="3">x</td></tr></tbody></table>',
    'table(caption(T)tbody(tr(td 2×3(x))))',
  ],
  ['line breaks', 'a<br/>b', 'abr()b'],
  ['deleted text', '<content revised="delete">a</content>', 's(a)'],
  ['a link is its text', '<linkHtml href="javascript:alert(1)">ici</linkHtml>', 'span(ici)'],
  ['spans out of bounds', '<table><tr><td colspan="100000" rowspan="-1">x</td></tr></table>', 'table(tr(td(x)))'],
])('%s', (_, text, expected) => {
  expect(shown(text)).toBe(expected);
});

describe('pictures', () => {
  const reference = '<renderMultiMedia referencedObject="i1"/>';
  test.each([
    ['a PNG', media('i1', 'image/png', PNG), '[image/png]'],
    ['another type than declared', media('i1', 'image/jpeg', PNG), '[image/jpeg –]'],
    ['SVG, which may hold scripts', media('i1', 'image/svg+xml', Buffer.from('<svg/>').toString('base64')), '[ –]'],
    ['a PDF copy is shown as a file', media('i1', 'application/pdf', 'JVBERi0='), ''],
    ['no such object', '', '[ –]'],
    ['no base64', media('i1', 'image/png', '****'), '[image/png –]'],
  ])('%s', (_, entries, expected) => {
    expect(shown(reference, entries)).toBe(expected);
  });

  test('beyond their size or number they are named only', () => {
    const large = media(
      'i1',
      'image/png',
      Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(600_000)]).toString('base64'),
    );
    expect(shown(reference, large)).toBe('[image/png –]');
    const many = Array.from({ length: 6 }, (_, index) => `<renderMultiMedia referencedObject="m${index}"/>`).join('');
    const entries = Array.from({ length: 6 }, (_, index) => media(`m${index}`, 'image/png', PNG)).join('');
    expect(shown(many, entries).match(/\[image\/png\]/g)).toHaveLength(4);
  });
});

test.each([
  ['script', '<script>alert(1)</script>'],
  ['foreign elements', '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="http://evil.invalid"/>x'],
  ['handlers', '<paragraph onclick="alert(1)" style="position:fixed">x</paragraph>'],
  ['style', '<style>*{display:none}</style>'],
  ['addresses', '<content styleCode="url(http://evil.invalid)">x</content>'],
])('hostile %s: nothing but texts and known tags', (_, text) => {
  const json = JSON.stringify(narrativeOf(text).sections);
  expect(json).not.toMatch(/evil|onclick|style"|position|src|href/);
  expect(
    [...json.matchAll(/"tag":"(\w+)"/g)]
      .map(([, tag]) => tag)
      .every((tag) => NARRATIVE_TAGS.some((one) => one === tag)),
  ).toBe(true);
});

test('texts, elements and depth are bounded, and the cut is said', () => {
  const limits = { ...NARRATIVE_LIMITS, nodes: 50, characters: 100, depth: 5 };
  const long = narrativeOf('x'.repeat(1000), '', limits);
  expect([long.isCut, JSON.stringify(long.sections).length < 300]).toEqual([true, true]);
  const many = narrativeOf('<br/>'.repeat(1000), '', limits);
  expect([many.isCut, many.sections[0]?.content.length]).toEqual([true, 50]);
  const deep = narrativeOf(`${'<content>'.repeat(50)}x${'</content>'.repeat(50)}`, '', limits);
  expect(deep.isCut).toBe(true);
  expect(narrativeOf('a').isCut).toBe(false);
});

test('whatever the narrative holds, only its words come out', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const tags = [
    'paragraph',
    'list',
    'item',
    'table',
    'tr',
    'td',
    'content',
    'sub',
    'script',
    'linkHtml',
    'br',
    'footnote',
  ];
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      word,
      fc
        .tuple(fc.constantFrom(...tags), fc.array(tie('node'), { maxLength: 3 }))
        .map(([tag, inner]) => `<${tag} a="EVIL">${inner.join('')}</${tag}>`),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (text) => {
      const out = JSON.stringify(narrativeOf(text).sections);
      expect(out).not.toContain('EVIL');
    }),
    { numRuns: 60 },
  );
});
