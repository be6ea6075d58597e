import fc from 'fast-check';
import { toRegExp } from '../../../src/formats/cda/schematron/regular-expression.js';
import { inline, type Scope } from '../../../src/formats/cda/schematron/scope.js';
import { parseTest } from '../../../src/formats/cda/schematron/test-tree.js';
import { textOf, tokenize } from '../../../src/formats/cda/schematron/xpath-tokens.js';
import { toXPath1 } from '../../../src/formats/cda/schematron/xpath1.js';

test.each([
  ["cda:code[@code='x']", "cda:code[@code='x']"],
  ['exists(cda:id) and @a eq "b"', 'boolean(cda:id) and @a = "b"'],
  ['*:name', "*[local-name()='name']"],
  ["@a = ('x', 'y')", "(@a='x' or @a='y')"],
  ['every $x in cda:id satisfies $x[@root]', 'not(cda:id[not(@root)])'],
  ['not(@* except (@a | @b))', 'not(@*[count(.|../@a|../@b)!=count(../@a|../@b)])'],
  ['count(cda:id/@root = "1") = 1', '1=1'],
  ['string-length(@x) gt 3', 'string-length(@x) > 3'],
  ['cda:a and ./cda:b/count(cda:c) <= 1', 'cda:a and boolean(./cda:b[count(cda:c)<=1])'],
  ['..[@a]/.[@b]', 'parent::node()[@a]/self::node()[@b]'],
  ["string-length(normalize-space(string-join(text(), ''))) > 0", 'boolean((text())[normalize-space()])'],
])('%s is %s in XPath 1.0', (xpath2, xpath1) => {
  expect(toXPath1(xpath2)).toBe(xpath1);
});

test.each([
  ['comparing two untyped values', '@high > @low'],
  ['a boolean with nodes', '@a = true()'],
  ['a sequence', 'count((1, 2)) = 2'],
  ['a function as a step', 'cda:id/string(@root)'],
  ['a condition', "if (@a) then 'x' else ()"],
  ['a function of 2.0', "tokenize(@a, ' ')"],
  ['a cast', '@a castable as xs:integer'],
  ['texts joined with something between', "string-length(normalize-space(string-join(text(), '-'))) > 0"],
  ['texts joined, of more than nothing', "string-length(normalize-space(string-join(text(), ''))) > 01"],
  ['a place among the nodes of the rule', 'position() = 1'],
  ['brackets that do not close', '(a'],
])('%s is not for XPath 1.0', (_, expression) => {
  expect(toXPath1(expression)).toBeUndefined();
});

test('a test is taken apart at or, and, not; never inside a condition or a binding', () => {
  const shape = (tree: ReturnType<typeof parseTest>): unknown =>
    'any' in tree
      ? { any: tree.any.map(shape) }
      : 'all' in tree
        ? { all: tree.all.map(shape) }
        : 'not' in tree
          ? { not: shape(tree.not) }
          : tree.leaf;
  expect(shape(parseTest('@a or (not(@b) and @c)'))).toEqual({ any: ['@a', { all: [{ not: '@b' }, '@c'] }] });
  expect(shape(parseTest('if (@a or @b) then @c or @d else @e'))).toBe('if (@a or @b) then @c or @d else @e');
  expect(shape(parseTest('some $x in @a satisfies $x or @b'))).toBe('some $x in @a satisfies $x or @b');
});

test('a variable stands in its place, or leaves a place for its value where the context is another', () => {
  const scope: Scope = { name: 'code', value: '@code', global: false, outer: undefined };
  expect(inline('$code or @x', scope)?.parts).toEqual(['(@code) or @x']);
  expect(inline('../cda:value[@code = $code]', scope)?.parts).toEqual(['../cda:value[@code=', scope, ']']);
  expect(inline('$unknown', scope)).toBeUndefined();
});

test('regular expressions that JavaScript reads otherwise are left to XPath 2', () => {
  expect(toRegExp('^\\d+$', '')?.test('٣')).toBe(true);
  expect(toRegExp('^[A-F]-[0-9]$', '')?.test('A-1')).toBe(true);
  expect(toRegExp('\\i\\c*', '')).toBeUndefined();
  expect(toRegExp('[a-z-[aeiou]]', '')).toBeUndefined();
  expect(toRegExp('^+?\\d*$', '')).toBeUndefined();
});

test('any text is tokenized or refused, and what is tokenized reads the same again', () => {
  const piece = fc.constantFrom(
    '@a',
    ' and ',
    '(',
    ')',
    '[',
    ']',
    "'x'",
    '$v',
    'cda:id',
    '/',
    '//',
    '=',
    '<',
    ' or ',
    '*',
    '1',
    ',',
    '*:n',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const tokens = tokenize(pieces.join(''));
      if (!tokens) return;
      const plain = (list: typeof tokens | undefined) => list?.map(({ start: _, end: __, ...token }) => token);
      expect(plain(tokenize(textOf(tokens)))).toEqual(plain(tokens));
    }),
  );
});
