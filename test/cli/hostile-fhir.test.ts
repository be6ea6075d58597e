import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { weight } from '../../src/rules/fhir/generic/example-resources.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const valid = JSON.stringify(weight());
const withValue = (value: string) => valid.replace(/"value":[\d.]+/, `"value":${value}`);
const withMember = (member: string) => `${valid.slice(0, -1)},${member}}`;

/** What `check` says of a hostile document: its exit code and the words of the report. */
const HOSTILE: readonly (readonly [what: string, content: string | Uint8Array, code: number, told: RegExp])[] = [
  ['a key written twice', withMember('"status":"final"'), 1, /status is written twice/],
  ['__proto__', withMember('"__proto__":{"polluted":true}'), 1, /Observation\.__proto__/],
  ['50,000 levels', withMember(`"a":${'['.repeat(50_000)}`), 2, /more than 100 levels/],
  ['50,000 objects in one another', '{"resourceType":"Observation","a":'.repeat(50_000), 2, /more than 100 levels/],
  ['NaN', withValue('NaN'), 1, /NaN and Infinity are not JSON numbers/],
  ['1e999', withValue('1e999'), 1, /does not have the form of a decimal/],
  ['a number of 5,000 digits', withValue('9'.repeat(5000)), 1, /does not have the form of a decimal/],
  ['half of a character', withMember('"note":[{"text":"\\ud800"}]'), 1, /half of a Unicode character/],
  ['Windows-1252', Buffer.from(withMember('"language":"\xe9"'), 'latin1'), 1, /not UTF-8/],
  ['UTF-16', Buffer.from(`\ufeff${valid}`, 'utf16le'), 1, /not UTF-8/],
  ['cut in the middle', valid.slice(0, 60), 1, /ends in the middle|stops in the middle|middle/],
  [
    'an entity bomb',
    '<!DOCTYPE a [<!ENTITY b "bb">]><Patient xmlns="http://hl7.org/fhir"/>',
    1,
    /DOCTYPE|document type|DTD/i,
  ],
];

test.each(HOSTILE)('%s', async (what, content, code, told) => {
  const file = join(root, `${what.replace(/\W/g, '-')}.json`);
  writeFileSync(file, content);
  const { out, ...ended } = await cli(['check', file, '--format', 'fhir', '--pack', 'fhir-r4', '--no-color']);
  expect(ended.code).toBe(code);
  expect(out.replace(/\s+/g, ' ')).toMatch(told);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a file above the limit is refused before it is read, with the way out', async () => {
  const file = join(root, 'large.json');
  writeFileSync(file, withMember(`"note":[{"text":"${'x'.repeat(10_000)}"}]`));
  const { code, err } = await cli(['check', file, '--max-bytes', '5000']);
  expect(code).toBe(3);
  expect(err).toContain('--max-bytes');
});

test('a line above the limit of a document is told, and the next one is judged', async () => {
  const file = join(root, 'long-line.ndjson');
  writeFileSync(file, `${withMember(`"note":[{"text":"${'x'.repeat(200_000)}"}]`)}\n${valid}\n`);
  const { code, out } = await cli(['check', file, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out).items).toHaveLength(2);
});
