import { allRules, RULES } from '../../../src/index.js';
import { ROW_EXAMPLES } from '../../../src/rules/cda/rows/examples/index.js';

test('whoever asks for every rule gets the rows too, each id once', async () => {
  const ids = (await allRules()).map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.slice(0, RULES.length)).toEqual(RULES.map(({ id }) => id));
  expect(ids.slice(RULES.length).sort()).toEqual(Object.keys(ROW_EXAMPLES).sort());
});
