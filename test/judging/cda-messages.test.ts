import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describePath, evidenceOfDocuments, judgeEvidence } from '../../src/index.js';
import { oru } from '../../src/rules/hl7v2/cda/example-transport.js';
import { level1 } from '../../src/rules/pair/example-pairs.js';
import { cli } from '../support/cli.js';

const root = join(process.cwd(), 'samples/cda-messages');
const names = readdirSync(root).filter((name) => name.endsWith('.hl7'));
const expected: Readonly<Record<string, { readonly rules: readonly string[] }>> = parse(
  readFileSync(join(root, 'expected.yaml'), 'utf8'),
);
const OUTCOMES = { valid: 'passed', error: 'failed', tell: 'cantTell' };

const judgeText = (name: string, bytes: Uint8Array) =>
  judgeEvidence(evidenceOfDocuments([{ name, mediaType: 'x-application/hl7-v2+er7', bytes }]));

test.each(names)('%s', async (name) => {
  const result = await judgeText(name, readFileSync(join(root, name)));
  const ending = /-(valid|error|tell)\.hl7$/.exec(name)?.[1] as keyof typeof OUTCOMES;
  const heavy = result.findings.filter(({ severity }) => severity !== 'information');
  const rules = [...new Set(heavy.map(({ ruleId }) => ruleId))].sort();
  expect({ outcome: result.outcome, rules }).toEqual({
    outcome: OUTCOMES[ending],
    rules: expected[name.replace('.hl7', '')]?.rules ?? [],
  });
});

test('an MDM is judged whole: HL7 2.6 dictionary, transport, document', async () => {
  const result = await judgeText('mdm.hl7', readFileSync(join(root, 'MDM-T02-valid.hl7')));
  const [message, document] = result.items;
  expect(message?.packs).toEqual(['cda-hl7v2-mdm@2.1']);
  expect(message?.rules.find(({ ruleId }) => ruleId === 'hl7v2/structure')?.outcome).toBe('passed');
  expect([document?.subject, document?.outcome]).toEqual(['cda/document', 'passed']);
});

test('one mistake, one finding: malformed XML is told as the document it is meant to be, other content by the message', async () => {
  const rulesOf = async (text: string) => {
    const result = await judgeText('oru.hl7', Buffer.from(oru([{ text }])));
    return result.findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  };
  expect(await rulesOf('<ClinicalDocument>')).toEqual(['CDA-FILE-001']);
  expect(await rulesOf('Document médical')).toEqual(['CDA-MSG-001']);
});

test('a finding inside a carried document stands in OBX-5 of the message', async () => {
  const bytes = Buffer.from(oru([{ text: level1({ id: '' }) }]));
  const result = await judgeText('oru.hl7', bytes);
  const inside = result.findings.find(({ location }) => location.format === 'xpath');
  expect(
    describePath(inside?.location ?? { format: 'file', path: '', offset: 0, length: 0, line: 1, column: 1 }),
  ).toMatch(/^\/ClinicalDocument.* < OBX-5\.5$/);
  const { offset = 0, length = 0 } = inside?.location.within ?? {};
  expect(Buffer.from(bytes.subarray(offset, offset + length).toString(), 'base64').toString()).toContain(
    'ClinicalDocument',
  );
});

describe('epreuve pair', () => {
  const folder = join(process.cwd(), 'samples/cda-pairs');
  const files = (name: string) => ['level1.xml', 'level3.xml'].map((file) => join(folder, name, file));

  test('a valid pair, in either order', async () => {
    expect((await cli(['pair', ...files('cr-bio-valid')])).code).toBe(0);
    expect((await cli(['pair', ...files('cr-bio-valid').reverse()])).code).toBe(0);
  });

  test('no link: an error, unless the mode does not ask for it', async () => {
    const strict = await cli(['pair', ...files('cr-bio-no-link-error')]);
    expect([strict.code, strict.out.includes('CDA-PAIR-001')]).toEqual([1, true]);
    expect((await cli(['pair', '--pair-mode', 'no-xfrm', ...files('cr-bio-no-link-error')])).code).toBe(0);
  });

  test('check of the folder finds the pair', async () => {
    const { code, out } = await cli(['check', join(folder, 'cr-bio-reverse-link-error')]);
    expect([code, out.includes('CDA-PAIR-003')]).toEqual([1, true]);
  });

  test('two level 1 documents are no pair', async () => {
    const [one = ''] = files('cr-bio-valid');
    const { code, err } = await cli(['pair', one, one]);
    expect([code, err.includes('are no pair')]).toEqual([3, true]);
  });
});
