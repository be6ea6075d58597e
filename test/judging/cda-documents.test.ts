import { evidenceOfDocuments, type JudgeEvidenceOptions, judgeEvidence, type RunResult } from '../../src/index.js';
import { level1, level3 } from '../../src/rules/cda/example-documents.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { MadeEvidence } from '../support/make-evidence.js';

const check = (text: string | Uint8Array, options: JudgeEvidenceOptions = {}): Promise<RunResult> => {
  const document = { name: 'cr.xml', mediaType: 'application/xml', bytes: Buffer.from(text) };
  return judgeEvidence(evidenceOfDocuments([document]), options);
};
const brief = ({ items }: RunResult) =>
  items.map(({ title, subject, packs, outcome }) => [title, subject, ...packs, outcome].join(' · '));

test('level, type and pack are told, and the pack is said to be chosen', async () => {
  const result = await check(level1());
  expect(brief(result)).toEqual(['cr.xml CDA level 1 · cda/document · cda-fr@2025.02 · passed']);
  const [item] = result.items;
  expect(item?.choice?.fr).toContain('choisi d’office');
  expect(item?.choice?.en).toContain('chosen automatically');
  expect(item?.facts).toEqual({
    'CDA level': '1',
    'document type': '11502-2',
    templateId: '1.3.6.1.4.1.19376.1.2.20',
    encoding: 'UTF-8',
  });
  expect(result.packs.map(({ id }) => id)).toEqual(['cda-fr']);
});

test('a finding has line, column, XPath, bytes and the line around it', async () => {
  const text = level3(['<birthTime value="19790328"/>', '<birthTime value="mars"/>']);
  const result = await check(text);
  const finding = result.findings.find(({ ruleId }) => ruleId === 'cda/schema');
  const bytes = Buffer.from(text);
  const { offset = 0, length = 0 } = finding?.location ?? {};
  expect(bytes.subarray(offset, offset + length).toString()).toBe('value="mars"');
  expect(finding).toMatchObject({
    messageId: 'bad-value',
    constraintId: 'CDA-XSD-001',
    found: 'mars',
    location: {
      format: 'xpath',
      path: '/ClinicalDocument/recordTarget/patientRole/patient/birthTime/@value',
      column: 20,
    },
    excerpt: { text: '<birthTime value="mars"/>', start: 11, length: 12 },
  });
  expect(result.outcome).toBe('failed');
});

test('rules that are rows of the pack have their outcome and their text in the result', async () => {
  const result = await check(level1(['<realmCode code="FR"/>', '<realmCode code="BE"/>']));
  const outcome = result.items[0]?.rules.find(({ ruleId }) => ruleId === 'CDA-HDR-001');
  expect(outcome).toMatchObject({ outcome: 'failed', severity: 'error', findings: 1 });
  expect(result.rules['CDA-HDR-001']?.title.fr).toBeTruthy();
  expect(result.rules['CDA-HDR-001']?.title.en).toBeTruthy();
});

test('the same bytes give the same result', async () => {
  const text = level3(['code="FR"', 'code="BE"']);
  expect(JSON.stringify(await check(text))).toBe(JSON.stringify(await check(text)));
});

describe('what cannot be read is an item that says why', () => {
  test.each([
    [
      'a DOCTYPE',
      '<!DOCTYPE ClinicalDocument SYSTEM "http://127.0.0.1:1/x.dtd"><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
      'failed',
      'DOCTYPE',
    ],
    ['a truncated document', level1().slice(0, 3000), 'failed', 'ends before'],
    ['Latin 1 declared as UTF-8', Buffer.from(level1(), 'latin1'), 'failed', 'this is not UTF-8'],
    [
      'too deep a document',
      `<ClinicalDocument xmlns="urn:hl7-org:v3">${'<a>'.repeat(300)}`,
      'cantTell',
      'nested more than',
    ],
  ])('%s', async (_, text, outcome, reason) => {
    const result = await check(text);
    expect(brief(result)).toEqual([`cr.xml · cda/document · cda-fr@2025.02 · ${outcome}`]);
    expect(result.items[0]?.reason?.en).toContain(reason);
    expect(result.items[0]?.reason?.fr).not.toBe(result.items[0]?.reason?.en);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(outcome === 'failed' ? ['CDA-FILE-001'] : []);
    expect(result.items[0]?.rules.find(({ ruleId }) => ruleId === 'CDA-FILE-001')?.outcome).toBe(outcome);
    for (const { ruleId } of result.findings) expect(result.rules[ruleId]?.repair.fr).toBeTruthy();
  });

  test('--format cda judges as CDA what does not look like it', async () => {
    const result = await check('<a/>', { format: 'cda' });
    expect(brief(result)).toEqual(['cr.xml · cda/document · cda-fr@2025.02 · failed']);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(['CDA-FILE-003']);
    expect(result.items[0]?.reason?.en).toContain('No ClinicalDocument');
  });
});

test('packs forced for other formats leave CDA documents to theirs, and CDA packs leave messages to none', async () => {
  const evidence = new MadeEvidence();
  evidence.document(adt('A28'), 'a.hl7');
  evidence.document(level1(), 'cr.xml');
  const withHl7 = await judgeEvidence(evidence.set(), { packs: ['ihe-pam-fr'] });
  expect(brief(withHl7)).toContain('cr.xml CDA level 1 · cda/document · cda-fr@2025.02 · passed');
  const withCda = await judgeEvidence(evidence.set(), { packs: ['cda-fr'] });
  expect(withCda.items.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ['hl7v2/message', 'cantTell'],
    ['cda/document', 'passed'],
  ]);
});
