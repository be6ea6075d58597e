import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { evidenceOfDocuments, judgeEvidence, type RunResult, verdictSentence } from '../../src/index.js';
import { weight } from '../../src/rules/fhir/generic/example-resources.js';

const GOOD = JSON.stringify(weight());
const WARNED = JSON.stringify(weight({ extension: [{ url: 'https://example.org/x', valueString: 'a' }] }));
const BAD = JSON.stringify(weight({ status: 'fini' }));
const CUT = '{"resourceType":"Observation"';

/** Chunks whose cuts fall inside lines and characters. */
async function* chunksOf(text: string, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function check(lines: readonly string[], packs = ['fhir-r4']): Promise<RunResult> {
  const source = { name: 'day.ndjson', chunks: chunksOf(`${lines.join('\n')}\n`) };
  return judgeEvidence(evidenceOfDocuments([]), { packs, ndjson: [source] });
}

const many = (count: number, line: string) => Array.from({ length: count }, () => line);

test('a short file gives the same verdict as the same bytes at hand', async () => {
  const text = `${[GOOD, '', CUT, BAD, WARNED].join('\n')}\n`;
  const document = { name: 'day.ndjson', mediaType: 'application/fhir+ndjson', bytes: Buffer.from(text) };
  const whole = await judgeEvidence(evidenceOfDocuments([document]), { packs: ['fhir-r4'] });
  const streamed = await check([GOOD, '', CUT, BAD, WARNED]);
  expect({ ...streamed, packs: [] }).toEqual({ ...whole, packs: [] });
});

test('a long file: the first hundred resources apart, the others together, every one counted', async () => {
  const lines = [...many(150, GOOD), ...many(250, BAD), CUT, ...many(49, WARNED)];
  const result = await check(lines);
  expect(result.items).toHaveLength(101);
  const [together] = result.items.slice(100);
  expect(together).toMatchObject({
    title: 'day.ndjson (+350)',
    outcome: 'failed',
    packs: ['fhir-r4@4.0.1'],
    together: { passed: 99, failed: 251, cantTell: 0 },
  });
  const rule = together?.rules.find(({ ruleId }) => ruleId === 'fhir/code-in-value-set');
  expect(rule).toMatchObject({ outcome: 'failed', findings: 250, together: { passed: 99, failed: 250, remarks: 0 } });
  const extension = together?.rules.find(({ ruleId }) => ruleId === 'fhir/extension');
  expect(extension).toMatchObject({ outcome: 'failed', findings: 49, together: { failed: 0, remarks: 49 } });
  const unread = together?.rules.find(({ ruleId }) => ruleId === 'fhir/readable');
  expect(unread).toMatchObject({ outcome: 'failed', findings: 1, together: { passed: 349, failed: 1 } });
  expect(result.counts.items).toMatchObject({ passed: 199, failed: 251 });
  expect(result.counts.findings).toMatchObject({ error: 251, warning: 49 });
  const listed = result.findings.filter(({ ruleId }) => ruleId === 'fhir/code-in-value-set');
  expect(listed).toHaveLength(200);
  expect(listed[0]?.location).toMatchObject({ line: 151, path: 'Observation.status' });
  expect(verdictSentence(result, 'en')).toBe('Failed: 251 errors, 49 warnings in 450 judged items.');
});

test('the result of a long file does not grow with it', async () => {
  const sizeOf = async (count: number) => JSON.stringify(await check(many(count, BAD))).length;
  const [short, long] = [await sizeOf(400), await sizeOf(1200)];
  expect(long - short).toBeLessThan(200);
});

test('each of two packs has an item of its own', async () => {
  const { items } = await check(many(120, GOOD), ['fhir-r4', 'fhir-fr-core']);
  const together = items.filter((item) => item.together);
  expect(together.map(({ packs, together: tally }) => [packs[0]?.split('@')[0], tally?.passed])).toEqual([
    ['fhir-r4', 20],
    ['fhir-fr-core', 20],
  ]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test('digest and size are those of the file', async () => {
  const { evidence } = await check([GOOD, BAD]);
  const bytes = Buffer.from(`${GOOD}\n${BAD}\n`);
  expect(evidence).toMatchObject([
    { id: 'e0001', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  ]);
});

test('a file that stops being readable is an error, not a verdict', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${GOOD}\n`);
    throw new Error('disk gone');
  }
  const ndjson = [{ name: 'day.ndjson', chunks: broken() }];
  await expect(judgeEvidence(evidenceOfDocuments([]), { packs: ['fhir-r4'], ndjson })).rejects.toThrow('disk gone');
});

test('the result of a long file follows the published schema', async () => {
  const schema = readFileSync(new URL('../../docs/schemas/result.schema.json', import.meta.url), 'utf8');
  const result = await check([...many(120, GOOD), BAD]);
  expect(z.fromJSONSchema(JSON.parse(schema)).safeParse(JSON.parse(JSON.stringify(result))).error).toBeUndefined();
});
