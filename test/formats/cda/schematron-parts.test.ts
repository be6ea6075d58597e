import { expandSchematron, fromParts, loadXmlLibrary, toParts } from '../../../src/formats/cda/index.js';
import { patternOf, schemaOf } from '../../support/cda-kit-folder.js';

beforeAll(() => loadXmlLibrary());

const abstract = `<rule abstract="true" id="shared"><let name="x" value="@value"/><assert test="$x">none</assert><assert id="own" test="@a">no a</assert></rule>`;
const extended = ['cda:id', 'cda:code']
  .map((context) => `<rule context="${context}"><extends rule="shared"/><report test="@b">b</report></rule>`)
  .join('');
const text = schemaOf(
  patternOf('p', abstract + extended) + patternOf('q', '<rule context="/"><assert test="*">e</assert></rule>'),
);
const schematron = () => expandSchematron({ kit: 'k', text: () => text }, 'General.sch');

test('a schema is the same when it comes back from the cache, its shared parts written once', () => {
  const list = JSON.parse(JSON.stringify(toParts(schematron())));
  expect(fromParts(list)).toEqual(schematron());
  const [, parts] = list;
  // A let, two asserts and a report for both rules, and the assert of the other pattern.
  expect(parts).toHaveLength(5);
  const [first, second] = fromParts(list)?.patterns[0]?.rules ?? [];
  expect(first?.body[0]).toBe(second?.body[0]);
});

test.each([
  ['nothing', undefined],
  ['an empty list', []],
  ['something else', [{ lets: [] }, 'x']],
  ['a rule whose part is not there', [{ lets: [] }, [], { id: 'p' }, { context: '/', body: [0] }]],
  ['a value that is no rule', [{ lets: [] }, [], 3]],
])('%s is no schema', (_, list) => {
  expect(fromParts(list)).toBeUndefined();
});
