import { evidenceOfDocuments, judgeEvidence, type RunResult } from '../../src/index.js';
import { HL7, patient, profiled, weight } from '../../src/rules/fhir/generic/example-resources.js';

const check = (name: string, content: object | string, packs: readonly string[] = ['fhir-r4']): Promise<RunResult> => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const document = { name, mediaType: 'application/fhir+json', bytes: Buffer.from(text) };
  return judgeEvidence(evidenceOfDocuments([document]), { packs });
};
const brief = ({ items }: RunResult) =>
  items.map(({ title, subject, packs, outcome }) => [title, subject, ...packs, outcome].join(' · '));

test('a resource is judged with the pack and profile told in the item', async () => {
  const result = await check('poids.json', profiled(`${HL7}bodyweight`, { status: 'fini' }));
  expect(brief(result)).toEqual(['poids.json Observation · fhir/resource · fhir-r4@4.0.1 · failed']);
  expect(result.items[0]?.choice?.fr).toBe(
    `Pack imposé : fhir-r4 ; fhir-r4@4.0.1 : profil déclaré dans meta.profile : ${HL7}bodyweight`,
  );
  const [finding] = result.findings;
  expect(finding).toMatchObject({
    ruleId: 'fhir/code-in-value-set',
    constraintId: `${HL7}bodyweight#Observation.status`,
    found: 'fini',
    location: { format: 'fhirpath', path: 'Observation.status', line: 1 },
  });
  expect(result.outcome).toBe('failed');
});

test('a Bundle and each of its entries are items', async () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: weight() }, { resource: patient({ gender: 'x' }) }],
  };
  expect(brief(await check('b.json', bundle))).toEqual([
    'b.json Bundle · fhir/resource · fhir-r4@4.0.1 · passed',
    'b.json Observation (entry 0) · fhir/resource · fhir-r4@4.0.1 · passed',
    'b.json Patient (entry 1) · fhir/resource · fhir-r4@4.0.1 · failed',
  ]);
});

test('the entries of a large Bundle share an item beyond the first hundred resources, every finding counted', async () => {
  const entry = Array.from({ length: 300 }, (_, index) => ({
    resource: weight(index < 280 ? {} : { status: 'fini' }),
  }));
  const result = await check('b.json', { resourceType: 'Bundle', type: 'collection', entry });
  expect(result.items).toHaveLength(101);
  expect(result.items.at(-1)).toMatchObject({ title: 'b.json (+201)', together: { passed: 181, failed: 20 } });
  expect(result.counts).toMatchObject({ items: { passed: 281, failed: 20 }, findings: { error: 20 } });
  expect(result.findings[0]?.location.path).toBe('Bundle.entry[280].resource.status');
});

test('lines of NDJSON are judged one by one, at their own lines', async () => {
  const lines = [weight(), { ...patient(), gender: 'x' }].map((each) => JSON.stringify(each));
  const result = await check('f.ndjson', `${lines[0]}\n{"resourceType":"Patient",}\n${lines[1]}\n`);
  expect(brief(result)).toEqual([
    'f.ndjson Observation · fhir/resource · fhir-r4@4.0.1 · passed',
    'f.ndjson · fhir/resource · fhir-r4@4.0.1 · failed',
    'f.ndjson:3 Patient · fhir/resource · fhir-r4@4.0.1 · failed',
  ]);
  expect(result.items[1]?.reason?.en).toMatch(/^Line 2, column 27: extra comma before the closing\. Correct /);
  expect(result.findings).toMatchObject([
    { ruleId: 'fhir/readable', location: { format: 'file', line: 2, column: 27 } },
    { ruleId: 'fhir/code-in-value-set', location: { line: 3, path: 'Patient.gender' } },
  ]);
});

test('a document that cannot be read is told by the rule of the pack; beyond our limits nothing is concluded', async () => {
  const cut = await check('o.json', '{"resourceType":"Observation"', ['mesures']);
  expect(cut.findings).toMatchObject([{ ruleId: 'FHM-101', messageId: 'syntax', location: { line: 1, column: 30 } }]);
  const deep = await check('o.json', `{"resourceType":"Observation","a":${'['.repeat(200)}`, ['mesures']);
  expect(deep).toMatchObject({ outcome: 'cantTell', findings: [] });
  expect(deep.items[0]?.rules).toMatchObject([{ ruleId: 'FHM-101', outcome: 'cantTell' }]);
});

test('XML is judged as JSON is', async () => {
  const result = await check('p.xml', '<Patient xmlns="http://hl7.org/fhir">\n<gender value="x"/></Patient>');
  expect(brief(result)).toEqual(['p.xml Patient · fhir/resource · fhir-r4@4.0.1 · failed']);
  expect(result.findings[0]?.location).toMatchObject({ line: 2, path: 'Patient.gender' });
});

test('an unknown profile leaves the item undecided, not passed', async () => {
  const result = await check('o.json', profiled('https://nowhere.example/p'));
  expect(result.items[0]?.outcome).toBe('cantTell');
  expect(result.outcome).toBe('cantTell');
});

test('a pack forced for FHIR says nothing of a message beside it', async () => {
  const message = Buffer.from('MSH|^~\\&|A|B|C|D|20260101||ADT^A28^ADT_A05|1|P|2.5\r');
  const documents = [
    { name: 'a.hl7', mediaType: 'x-application/hl7-v2+er7', bytes: message },
    { name: 'p.json', mediaType: 'application/fhir+json', bytes: Buffer.from(JSON.stringify(patient())) },
  ];
  const result = await judgeEvidence(evidenceOfDocuments(documents), { packs: ['fhir-r4'] });
  expect(result.items.map(({ outcome }) => outcome)).toEqual(['cantTell', 'passed']);
});
