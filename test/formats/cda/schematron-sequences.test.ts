import fc from 'fast-check';
import { readXml } from '../../../src/formats/cda/read-xml.js';
import { KitTables } from '../../../src/formats/cda/schematron/kit-tables.js';
import { planTest } from '../../../src/formats/cda/schematron/leaf-plan.js';
import { SchematronRunner } from '../../../src/formats/cda/schematron/run-schematron.js';
import type { Schematron } from '../../../src/formats/cda/schematron/schematron.js';
import { type Scope, withLets } from '../../../src/formats/cda/schematron/scope.js';
import { toXPath1 } from '../../../src/formats/cda/schematron/xpath1.js';
import { XPath1Engine } from '../../../src/formats/cda/schematron/xpath1-engine.js';
import { XPath2Engine } from '../../../src/formats/cda/schematron/xpath2-engine.js';
import { planXPath2 } from '../../../src/formats/cda/schematron/xpath2-plan.js';
import { loadDomLibrary, loadXmlLibrary } from '../../../src/index.js';

const NAMESPACES = { h: 'urn:h', xsi: 'http://www.w3.org/2001/XMLSchema-instance' };
const TABLE = `<sets><set><list><c code="A" s="1"/><c code="B" s="2"/><c code="it's" s='"'/></list></set>
  <set><list><c code="Z" s="9"/></list></set></sets>`;
const CODES = "doc('t.xml')//set[1]/list/c/@code";
const PAIRS = "doc('t.xml')//set[1]/list/c/concat(@code, @s)";

beforeAll(() => Promise.all([loadXmlLibrary(), loadDomLibrary()]));

const LETS = [
  ['v', 'h:a/h:b'],
  ['t', CODES],
  ['words', String.raw`distinct-values(tokenize(normalize-space(@code),'\s'))`],
  ['pairs', './/h:b/concat(@code,@s)'],
  ['name', 'local-name()'],
  ['others', 'preceding-sibling::*[local-name()=$name] | following-sibling::*[local-name()=$name]'],
  ['value', "string-join((.//@use|.//text()),'')"],
  ['pattern', "'^[a-z]{1,2}$'"],
] as const;
const scope = LETS.reduce<Scope | undefined>(
  (outer, [name, value]) => ({ name, value, global: false, outer }),
  undefined,
);

/** What stands in the tests of kits that XPath 1.0 cannot say as it is. */
const PATHS = ['*', './/*', 'h:a', 'h:a/h:b', './/h:b', '..', '//h:a', 'following-sibling::*', '(h:a|h:b)'];
const TESTS = [
  ...PATHS.flatMap((path) => [
    `every $x in ${path} satisfies $x = $t`,
    `${path}[not($v) or (every $p in $v satisfies $p = $t)]`,
    `${path}[@code = ${CODES}]`,
    `${path}[not(. = ${CODES})]`,
    `count(${path}[concat(@code, @s) = ${PAIRS}]) <= 1`,
    `count(${path}/concat(@code,@s))=count(distinct-values(${path}/concat(@code,@s)))`,
    String.raw`${path}[count(tokenize(@code,'\s'))=count(distinct-values(tokenize(@code,'\s')))]`,
    String.raw`${path}[tokenize(@code,'\s')='A']`,
    `${path}[@code and not(matches(@code,$pattern,'i'))]`,
    `${path}[@use or @code castable as xs:integer]`,
    `string-length(normalize-space(string-join(${path}/text(),'')))>0`,
    `${path}/count(h:b)<=1`,
  ]),
  'empty($words[not(. = $t)])',
  'count($pairs)=count(distinct-values($pairs))',
  'count($words)=count(distinct-values($words))',
  "$others[string-join((.//@use|.//text()),'')=$value]",
  "$others[$value=string-join((.//@use|.//text()),'')]",
  "resolve-QName(@xsi:type, .) = QName('urn:h', 'T')",
  "resolve-QName(@xsi:type, .) = QName('', 'T')",
  "if (@code castable as xs:integer) then xs:integer(@code) gt 3 else @use = 'x'",
  'h:a/@code = h:b/@code',
  "exists(doc('t.xml')//set[1][list/c[@code = $words][@s = '1']])",
  "string-join(h:a/@code, '-') = concat(@use, '-', @code)",
];

// No no-break space: fontoxpath takes it for a blank, against the recommendation; see the test below.
const value = fc.constantFrom('A', 'B', 'Z', 'A A', 'B  A', '', "it's", '3', '7', 'x', 'A1');
const attributes = fc
  .record(
    { code: value, s: fc.constantFrom('1', '2', '9'), use: value, type: fc.constantFrom('T', 'h:T', 'q:T', ' T ') },
    { requiredKeys: [] },
  )
  .map((all) =>
    Object.entries(all)
      .map(([name, text]) => ` ${name === 'type' ? 'xsi:type' : name}="${text}"`)
      .join(''),
  );
const text = fc.constantFrom('', 'A', 'B', ' ', 'x', '<![CDATA[B]]>', '<!-- c -->', 'A<!-- c -->B', '<?p q?>');
const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      fc.constantFrom('a', 'b'),
      attributes,
      text,
      depth > 1 ? fc.array(element(depth - 1), { maxLength: 3 }) : fc.constant([]),
      text,
      fc.boolean(),
    )
    .map(([name, own, before, children, after, isOurs]) => {
      const tag = isOurs ? `h:${name}` : name;
      return `<${tag}${own}>${before}${children.join('')}${after}</${tag}>`;
    }),
);
const xml = element(3).map(
  (inside) =>
    `<root xmlns="urn:h" xmlns:h="urn:h" xmlns:q="urn:q" xmlns:xsi="${NAMESPACES.xsi}">${inside}${inside}</root>`,
);

const tables = (texts: Record<string, string>) => new KitTables({ get: (path) => texts[path] });
const schematronOf = (tests: readonly string[]): Schematron => ({
  name: 's',
  title: '',
  namespaces: NAMESPACES,
  lets: [],
  patterns: [
    {
      id: 'p',
      rules: [
        {
          context: '*',
          body: [
            ...LETS.map(([name, written]) => ({ name, value: written })),
            ...tests.map((test) => ({ id: test, kind: 'assert' as const, test, role: '', message: [] })),
          ],
        },
      ],
    },
  ],
  missing: [],
  folder: '.',
});

/** The same, put together: tests are taken apart at `or`, `and` and `not()`. */
const COMPOSED = TESTS.flatMap((one, at) => {
  const other = TESTS[(at * 7 + 5) % TESTS.length];
  return at % 4 === 0 ? [`not(${one}) or (${other}) and @code`, `(${one} and not(@use)) or (${other})`] : [];
});
const ALL = [...TESTS, ...COMPOSED];

const runner = () => new SchematronRunner(schematronOf(ALL), tables({ 't.xml': TABLE }));

test('what is planned says what XPath 2 says of any document', () => {
  const shared = tables({ 't.xml': TABLE });
  const ours = runner();
  fc.assert(
    fc.property(xml, fc.shuffledSubarray(ALL, { minLength: 12, maxLength: 12 }), (document, asked) => {
      const tree = readXml(Buffer.from(document));
      try {
        const engine = new XPath1Engine(NAMESPACES, () => '');
        const reference = new XPath2Engine(tree, shared, (path) => path, NAMESPACES, engine);
        const { findings, untold } = ours.run(tree);
        const told = new Set(untold.map(({ checkId }) => checkId));
        for (const check of asked) {
          const failed = findings
            .filter((finding) => finding.check.id === check)
            .map(({ node }) => node && tree.pathOf(node));
          // Looking at the document itself keeps it from being asked of a copy of the attributes.
          const whole = `boolean((/)) and (${withLets(check, scope)})`;
          const wanted = tree.find('//*').filter((node) => !reference.test(whole, node));
          expect([check, told.has(check), failed.sort()]).toEqual([
            check,
            false,
            wanted.map((node) => tree.pathOf(node)).sort(),
          ]);
        }
      } finally {
        tree.dispose();
      }
    }),
    { numRuns: 40 },
  );
});

/** How each leaf of a plan is told. */
const kinds = (plan: ReturnType<typeof planTest>): string[] => {
  if ('any' in plan) return plan.any.flatMap(kinds);
  if ('all' in plan) return plan.all.flatMap(kinds);
  if ('not' in plan) return kinds(plan.not);
  const known = ['xpath1', 'keys', 'pattern', 'every', 'distinct', 'name', 'some', 'only'].find((kind) => kind in plan);
  return [known ?? (planXPath2(plan.xpath2).reads ? 'attributes' : 'xpath2')];
};

test('most of what is compared above is not told by XPath 2', () => {
  const byXPath2 = TESTS.filter((one) => kinds(planTest(one, scope)).includes('xpath2'));
  expect(byXPath2).toEqual(["string-length(normalize-space(string-join((h:a|h:b)/text(),'')))>0"]);
});

test.each([
  ['every $x in h:a satisfies $x = $t', ['every']],
  ['h:a[not($v) or (every $p in $v satisfies $p = $t)]', ['xpath1', 'xpath1', 'every']],
  ['not(@code) or empty($words[not(. = $t)])', ['xpath1', 'every']],
  [String.raw`h:a/(@code = "A" or tokenize(@code,'\s') = 'B')`, ['only']],
  ['h:a/(@code | @s)', ['xpath2']],
  ['h:a/(@code = $value)', ['xpath2']],
  ['h:a/count(h:b) <= 1', ['xpath1']],
  ['h:a/count(h:b) le 1', ['xpath2']],
  ['count($pairs) = count(distinct-values($pairs))', ['distinct']],
  ["resolve-QName(@xsi:type, .) = QName('urn:h', 'T')", ['name']],
  [String.raw`h:a[tokenize(@code,'\s')='A']`, ['some']],
  [`h:a[concat(@code, @s) = ${PAIRS}]`, ['xpath1']],
  ['if (h:a/@code castable as xs:integer) then h:a/@code else @code', ['attributes']],
  // Positions, several values compared each with each, values of another node: XPath 2 alone.
  ['h:a[if (@code) then 1 else 2]', ['xpath2']],
  ['h:a[position() = 1 or tokenize(@code, " ") = "A"]', ['xpath2']],
  ['every $x in h:a satisfies $x != $t', ['xpath2']],
  ['every $x in h:a satisfies h:b[. = $t]', ['xpath2']],
  ['count(distinct-values(h:a)) = count(distinct-values(h:b))', ['xpath2']],
  ['h:a[tokenize(@code, " ") = $value]', ['xpath2']],
  [String.raw`tokenize(../@code,'\s') = 'A'`, ['xpath2']],
  ['(h:a/@code | h:b/@code)[last()] castable as xs:integer', ['xpath2']],
])('%s is told by %j', (expression, expected) => {
  expect(kinds(planTest(expression, scope))).toEqual(expected);
});

test.each([
  ['h:T', []],
  ['T', ['/r']],
  ['~ lost ~', 'untold'],
  ['nowhere:T', 'untold'],
])('a type %s: a name that cannot be resolved is not told, as Saxon-HE has it', (type, expected) => {
  const tree = readXml(Buffer.from(`<r xmlns:h="urn:h" xmlns:xsi="${NAMESPACES.xsi}" xsi:type="${type}"/>`));
  const asked = "resolve-QName(@xsi:type, .) = QName('urn:h', 'T')";
  const { findings, untold } = new SchematronRunner(schematronOf([asked]), tables({})).run(tree);
  const told = findings.map(({ node }) => node && tree.pathOf(node));
  expect(untold.length > 0 ? 'untold' : told).toEqual(expected);
  tree.dispose();
});

test('the truth of several truths is none: XPath 2 says so', () => {
  const tree = readXml(Buffer.from('<r xmlns="urn:h"><a code="A"/><c><a code="B"/></c><d><a code="A"/><a/></d></r>'));
  const { findings, untold } = new SchematronRunner(schematronOf(["h:a/(@code = 'A' and not(@use))"]), tables({})).run(
    tree,
  );
  expect(findings.map(({ node }) => node && tree.pathOf(node))).toEqual([
    '/r/a',
    '/r/c',
    '/r/c/a',
    '/r/d/a[1]',
    '/r/d/a[2]',
  ]);
  expect(untold).toHaveLength(1);
  tree.dispose();
});

test('a table stands in an expression as one literal, whatever quotes its values have', () => {
  const written = toXPath1(`@code = ${CODES}`) ?? '';
  expect(written).toMatch(/^boolean\(@code\[not\(contains\(/);
  const tree = readXml(
    Buffer.from(`<r xmlns="urn:h"><a code="it's"/><a code="it"/><a/><a code=""/><a code="A\ue001B"/></r>`),
  );
  const { findings } = new SchematronRunner(schematronOf([`@code = ${CODES}`]), tables({ 't.xml': TABLE })).run(tree);
  expect(findings.map(({ node }) => node && tree.pathOf(node))).toEqual([
    '/r',
    '/r/a[2]',
    '/r/a[3]',
    '/r/a[4]',
    '/r/a[5]',
  ]);
  tree.dispose();
});

test('a table that is not there is missed only by what needs it, and no-break spaces are no blanks', () => {
  const tree = readXml(Buffer.from('<r xmlns="urn:h"><b><a code="A"/></b><b><a/></b><b><a code="\u00a0"/></b></r>'));
  const needy = ['empty($words[not(. = $t)])', `@code = ${CODES}`, 'h:a[every $x in @code satisfies $x = $t]'];
  const without = new SchematronRunner(schematronOf(needy), tables({})).run(tree);
  const count = (check: string) => without.untold.filter(({ checkId }) => checkId === check).length;
  // XPath 2, which has the last word on the others, reads the table in any case.
  expect(needy.map(count)).toEqual([2, 7, 7]);
  expect(new Set(without.untold.map(({ missingTable }) => missingTable))).toEqual(new Set(['t.xml']));
  const { findings } = new SchematronRunner(
    schematronOf(['empty($words[not(. = $t)])']),
    tables({ 't.xml': TABLE }),
  ).run(tree);
  expect(findings.map(({ node }) => node && tree.pathOf(node))).toEqual(['/r/b[3]/a']);
  tree.dispose();
});

test('a context may ask for a value of a table', () => {
  const rule = (context: string) => ({
    context,
    body: [{ id: 'seen', kind: 'report' as const, test: 'true()', role: '', message: [] }],
  });
  const tree = readXml(Buffer.from('<r xmlns="urn:h"><a code="A" s="1"/><a code="A" s="2"/></r>'));
  const schema = (context: string) => ({ ...schematronOf([]), patterns: [{ id: 'p', rules: [rule(context)] }] });
  const context = `h:a[concat(@code, @s) = ${PAIRS}]`;
  const { findings } = new SchematronRunner(schema(context), tables({ 't.xml': TABLE })).run(tree);
  expect(findings.map(({ node }) => node && tree.pathOf(node))).toEqual(['/r/a[1]']);
  expect(new SchematronRunner(schema(context), tables({})).run(tree).untold).toEqual([
    { checkId: 's#p/1', missingTable: 't.xml' },
  ]);
  tree.dispose();
});
