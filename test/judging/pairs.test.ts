import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evidenceOfDocuments, judgeEvidence, type RunResult } from '../../src/index.js';
import { oru } from '../../src/rules/hl7v2/cda/example-transport.js';
import { level1, level3 } from '../../src/rules/pair/example-pairs.js';

const root = join(process.cwd(), 'samples/cda-pairs');
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
interface Expected {
  readonly rules: readonly string[];
  /** Rules that speak of a document by itself. */
  readonly documentRules?: readonly string[];
}
const expected: Readonly<Record<string, Expected>> = parse(readFileSync(join(root, 'expected.yaml'), 'utf8'));

const toDocument = (name: string, text: string) => ({ name, mediaType: 'application/xml', bytes: Buffer.from(text) });

function judgeTexts(texts: Readonly<Record<string, string>>, options = {}): Promise<RunResult> {
  const documents = Object.entries(texts).map(([name, text]) => toDocument(name, text));
  return judgeEvidence(evidenceOfDocuments(documents), options);
}

function judgeSample(name: string): Promise<RunResult> {
  const files = readdirSync(join(root, name)).sort();
  return judgeTexts(Object.fromEntries(files.map((file) => [file, readFileSync(join(root, name, file), 'utf8')])));
}

const pairsOf = ({ items }: RunResult) => items.filter(({ subject }) => subject === 'cda/pair');

test('the pairs are those the generator makes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-cda-samples.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('every name ends with its outcome, and the table lists each pair with a fault', () => {
  expect(names.filter((name) => !/-(valid|warning|error)$/.test(name))).toEqual([]);
  expect(Object.keys(expected).sort()).toEqual(names.filter((name) => !name.endsWith('-valid')).sort());
});

test.each(names)('%s', async (name) => {
  const result = await judgeSample(name);
  const pairs = pairsOf(result);
  const ids = new Set(pairs.map(({ id }) => id));
  const heavy = result.findings.filter(({ itemId, severity }) => ids.has(itemId ?? '') && severity !== 'information');
  expect([...new Set(heavy.map(({ ruleId }) => ruleId))].sort()).toEqual(expected[name]?.rules ?? []);
  const warned = result.findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId);
  if (name.endsWith('-valid')) expect(warned).toEqual([]);
  if (expected[name]?.documentRules) expect([...new Set(warned)]).toEqual(expected[name].documentRules);
  const failed = pairs.some(({ outcome }) => outcome === 'failed');
  expect(failed).toBe(name.endsWith('-error'));
  expect(pairs).toHaveLength(name.includes('second-version') || name.includes('crossed') ? 2 : 1);
});

test('valid pairs of at least five types of document, each with a PDF whose text was read', async () => {
  const valid = names.filter((name) => name.endsWith('-valid') && !name.includes('second-version'));
  expect(valid.length).toBeGreaterThanOrEqual(5);
  for (const name of valid) {
    const { items } = await judgeSample(name);
    const outcome = items[0]?.rules.find(({ ruleId }) => ruleId === 'CDA-N1-014')?.outcome;
    expect([name, outcome]).toEqual([name, 'passed']);
  }
});

describe('finding pairs', () => {
  const others = (id: string) => ({
    replace: { '<id root="1.2.250.1.999.1" extension="T0001"/>': '', '279035121518989': id },
  });

  test('by the XFRM link, among documents of one patient and day', async () => {
    const result = await judgeTexts({
      'decoy.xml': level1({ id: '1.2.3' }),
      'one.xml': level1(),
      'three.xml': level3(),
    });
    const [pair] = pairsOf(result);
    expect(pair?.title).toBe('CDA one.xml ⇄ three.xml');
    expect(pair?.facts).toEqual({ 'pair mode': 'xfrm', 'found by': 'link' });
    expect(pair?.choice?.en).toMatch(/XFRM link; xfrm mode, parameter pairMode of pack cda-fr@/);
  });

  test('by type, patient and date, and it says so', async () => {
    const result = await judgeTexts({
      'other.xml': level1({ id: '1.2.3', ...others('100999999999996') }),
      'one.xml': level1(),
      'three.xml': level3({ related: '' }),
    });
    const [pair] = pairsOf(result);
    expect(pair?.title).toBe('CDA one.xml ⇄ three.xml');
    expect(pair?.choice?.fr).toContain('trouvée par le type, le patient et la date');
    expect(pair?.outcome).toBe('failed');
  });

  test('a level 1 serves one level 3 only; the other is alone', async () => {
    const result = await judgeTexts({
      'one.xml': level1(),
      'a.xml': level3(),
      'b.xml': level3({ id: '1.2.4', related: '' }),
    });
    const alone = result.findings.filter(({ ruleId }) => ruleId === 'CDA-PAIR-014');
    expect(alone.map(({ messageId, severity, itemId }) => [messageId, severity, itemId])).toEqual([
      ['alone', 'error', pairsOf(result)[1]?.id],
    ]);
  });

  test('one level 3 by itself: an error in the default mode, none in no-xfrm mode', async () => {
    const result = await judgeTexts({ 'three.xml': level3() });
    expect(pairsOf(result).map(({ outcome, facts }) => [outcome, facts['found by']])).toEqual([['failed', 'alone']]);
    const told = result.findings.find(({ ruleId }) => ruleId === 'CDA-PAIR-014');
    expect([told?.severity, told?.messageId]).toEqual(['error', 'alone']);
    const without = await judgeTexts({ 'three.xml': level3() }, { pairMode: 'no-xfrm' });
    expect(without.findings.filter(({ ruleId }) => ruleId === 'CDA-PAIR-014')).toEqual([]);
    expect(pairsOf(without).map(({ outcome }) => outcome)).not.toContain('failed');
  });

  test.each([
    ['one file, and nothing more', { oneFile: true }, ['document', 'information', 'passed']],
    ['one file and a mode asked for', { oneFile: true, pairMode: 'xfrm' }, ['alone', 'error', 'failed']],
    ['a run, or any other way in', {}, ['alone', 'error', 'failed']],
  ])('a level 3 by itself, as %s', async (_, options, expected) => {
    const result = await judgeTexts({ 'three.xml': level3() }, options);
    const told = result.findings.find(({ ruleId }) => ruleId === 'CDA-PAIR-014');
    expect([told?.messageId, told?.severity, pairsOf(result)[0]?.outcome]).toEqual(expected);
  });

  test('a level 3 that one message carries is sent, whatever way the message was given', async () => {
    const message = {
      name: 'oru.hl7',
      mediaType: 'x-application/hl7-v2+er7',
      bytes: Buffer.from(oru([{ text: level3() }])),
    };
    const result = await judgeEvidence(evidenceOfDocuments([message]), { oneFile: true });
    const told = result.findings.find(({ ruleId }) => ruleId === 'CDA-PAIR-014');
    expect([told?.messageId, told?.severity]).toEqual(['alone', 'error']);
  });

  test('no-xfrm mode asks for no link and still judges one', async () => {
    const without = await judgeTexts(
      { 'one.xml': level1(), 'three.xml': level3({ related: '' }) },
      { pairMode: 'no-xfrm' },
    );
    expect(pairsOf(without).map(({ outcome, facts }) => [outcome, facts['pair mode']])).toEqual([
      ['passed', 'no-xfrm'],
    ]);
    expect(pairsOf(without)[0]?.choice?.en).toContain('asked for (--pair-mode)');
    const reverse = level1({
      related:
        '<relatedDocument typeCode="XFRM"><parentDocument><id root="1.2.250.1.999.1.1.9.3"/></parentDocument></relatedDocument>',
    });
    const wrong = await judgeTexts(
      { 'one.xml': reverse, 'three.xml': level3({ related: '' }) },
      { pairMode: 'no-xfrm' },
    );
    expect(wrong.findings.some(({ ruleId }) => ruleId === 'CDA-PAIR-003')).toBe(true);
  });

  test('findings stand in the file they are about, with the line', async () => {
    const result = await judgeTexts({ 'one.xml': level1({ version: '2' }), 'three.xml': level3() });
    const finding = result.findings.find(({ ruleId }) => ruleId === 'CDA-PAIR-011');
    const item = result.evidence.find(({ id }) => id === finding?.evidenceId);
    expect([item?.name, finding?.location.line]).toEqual(['three.xml', 11]);
    expect(finding?.excerpt?.text).toContain('versionNumber');
  });

  test('the same evidence gives the same result, whatever stands beside the pair', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`1-${index}.xml`, level1({ id: `1.2.250.1.999.5.${index}` })]),
    );
    const first = await judgeTexts({ ...texts, 'three.xml': level3() });
    expect(await judgeTexts({ ...texts, 'three.xml': level3() })).toEqual(first);
  });
});
