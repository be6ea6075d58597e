import {
  type Answer,
  DEFAULT_GAM_SETTINGS,
  DocumentConsumer,
  type GamDocument,
  type GamDocumentMessage,
  type GamIdentity,
  PamConsumer,
  PamWriter,
} from '../../src/actors/index.js';
import { steppingClock } from '../../src/core/index.js';
import { loadXmlLibrary } from '../../src/formats/cda/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { evidenceOfDocuments, judgeEvidence } from '../../src/index.js';
import { mdm, oru, REPLACES } from '../../src/rules/hl7v2/cda/example-transport.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { level1, level3, related, secondVersion } from '../../src/rules/pair/example-pairs.js';
import { documentStory } from '../../src/scenarios/index.js';

beforeAll(() => loadXmlLibrary());

/** A DMN that knows the test patient. */
function dmn() {
  const pam = new PamConsumer();
  pam.consume(new Hl7v2Message(Buffer.from(adt('A28'))));
  const documents = new DocumentConsumer(pam.store);
  const tell = (text: string | Uint8Array): string => {
    const answer: Answer = documents.consume(new Hl7v2Message(Buffer.from(text)));
    return [answer.code, ...answer.errors.map(({ code, path }) => `${code} ${path ?? ''}`.trim())].join(' ');
  };
  const states = () =>
    pam.store.patients.flatMap(({ documents: all }) =>
      all.map(({ level, version, state }) => `${level} v${version} ${state}`),
    );
  return { tell, states, store: pam.store };
}

const PAIR = oru();
const { level1: one2 = '', level3: three2 } = secondVersion();
/** Control ids differ from one message to the next. */
const withId = (text: string, id: string) => text.replace('HARN-0001', id);

test('a pair is filed, replaced whole, deleted whole', () => {
  const { tell, states } = dmn();
  expect(tell(PAIR)).toBe('AA');
  expect(states()).toEqual(['1 v1 current', '3 v1 current']);
  const second = [one2, three2].map((text) => ({ text, act: 'C' as const }));
  expect(tell(withId(oru(second), 'HARN-0002'))).toBe('AA');
  expect(states()).toEqual(['1 v1 replaced', '3 v1 replaced', '1 v2 current', '3 v2 current']);
  const gone = [one2, three2].map((text) => ({ text, act: 'D' as const }));
  expect(tell(withId(oru(gone), 'HARN-0003'))).toBe('AA');
  expect(states().slice(2)).toEqual(['1 v2 deleted', '3 v2 deleted']);
});

test('a document by itself in MDM: T02, T10, T04', () => {
  const { tell, states } = dmn();
  const first = level1({ id: '1.2.250.1.999.1.1.9.0' });
  expect(tell(mdm('T02', first))).toBe('AA');
  expect(tell(mdm('T10'))).toBe('AA');
  expect(tell(mdm('T04', level1(REPLACES)))).toBe('AA');
  expect(states()).toEqual(['1 v1 replaced', '1 v2 deleted']);
});

test.each<[string, string, string]>([
  ['an unknown patient', oru(undefined, { 'PID-3': 'T0404^^^GAM-SIM&1.2.250.1.999.1&ISO^PI' }), 'AE 204 PID-3'],
  [
    'the INS of another patient',
    oru([{ text: level1({ replace: { '279035121518989': '279039999999971' } }) }]),
    'AE 204 PID-3',
  ],
  ['damaged Base64', oru(undefined, { 'OBX-5.5': 'PENsaW5p*2Fs' }), 'AE 102 OBX-5'],
  ['no CDA', oru([{ text: 'Bonjour' }]), 'AE 102 OBX-5'],
  ['an entity attack', oru([{ text: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }]), 'AE 102 OBX-5'],
  ['no id', oru([{ text: level1().replace(/<id root="[^"]*"\/>\n<code/, '<code') }]), 'AE 102 OBX-5'],
  ['OBX-11 against ORC-1', oru(undefined, { 'OBX-11': 'D' }), 'AR 207 OBX-11'],
  ['three documents', oru([1, 2, 3].map((n) => ({ text: level1({ id: `1.2.3.${n}` }) }))), 'AR 207 OBX'],
  ['no document', oru([]), 'AE 101 OBX-5'],
  ['a replacement without RPLC', oru([{ text: level1(), act: 'C' }]), 'AE 102 OBX-5'],
  ['a replacement of nothing known', mdm('T10'), 'AE 204 OBX-5'],
  ['a first sending that replaces', oru([{ text: level1(REPLACES) }]), 'AE 102 OBX-5'],
  ['a deletion of nothing known', mdm('T04'), 'AE 204 OBX-5'],
  ['another HL7 version', oru(undefined, { 'MSH-12': '2.3.1' }), 'AR 203 MSH-12'],
  ['no PID', oru().replace(/PID\|[^\r]*\r/, ''), 'AE 100 PID'],
])('%s is refused, and nothing is filed', (_, message, answer) => {
  const { tell, states } = dmn();
  expect(tell(message)).toBe(answer);
  expect(states()).toEqual([]);
});

test('the same document twice, half of a pair, a level that replaces the other', () => {
  const { tell, states } = dmn();
  tell(PAIR);
  expect(tell(withId(PAIR, 'HARN-0002'))).toBe('AE 205 OBX-5');
  expect(tell(withId(oru([{ text: one2, act: 'C' }]), 'HARN-0003'))).toBe('AR 207 OBX');
  expect(tell(withId(oru([{ text: level3(), act: 'D' }]), 'HARN-0004'))).toBe('AR 207 OBX');
  const crossed = level3({ id: '1.2.3', related: related('RPLC', '1.2.250.1.999.1.1.9.1') });
  expect(tell(withId(oru([{ text: crossed, act: 'C' }]), 'HARN-0005'))).toBe('AE 102 OBX-5');
  expect(states()).toEqual(['1 v1 current', '3 v1 current']);
});

test('merged patients keep their documents', () => {
  const { tell, states, store } = dmn();
  tell(PAIR);
  const [patient] = store.patients;
  if (patient) store.merge(store.create([{ value: 'T9', authority: 'A', type: 'PI' }]), patient);
  expect(states()).toEqual(['1 v1 current', '3 v1 current']);
});

describe('what the GAM writes', () => {
  const IDENTITY: GamIdentity = {
    identifiers: [{ value: 'T0001', type: 'PI' }],
    ins: '279035121518989',
    status: 'VALI',
    birthName: 'PAT-TROIS',
    firstGivenName: 'DOMINIQUE',
    givenNames: 'DOMINIQUE',
    birthDate: '19790328',
    sex: 'F',
    birthPlace: '51215',
  };
  const messages = documentStory()
    .map(({ message }) => message)
    .filter((message): message is GamDocumentMessage => 'documents' in message);
  const first = messages[0]?.documents[0] as GamDocument;
  const writer = new PamWriter({ ...DEFAULT_GAM_SETTINGS, clock: steppingClock('2026-01-05T10:00:00Z', 1000) });

  test.each<[string, GamDocumentMessage]>([
    ['ORU with a pair', { ...(messages[0] as GamDocumentMessage), identity: IDENTITY }],
    ['MDM^T02', { event: 'T02', act: 'F', identity: IDENTITY, documents: [first], order: 'L1' }],
    ['MDM^T04', { event: 'T04', act: 'D', identity: IDENTITY, documents: [first], order: 'L1' }],
    [
      'MDM^T10',
      {
        event: 'T10',
        act: 'C',
        identity: IDENTITY,
        documents: [messages[2]?.documents[0] as GamDocument],
        order: 'L1',
      },
    ],
  ])('%s is sound', async (_, message) => {
    const { bytes } = writer.write(message);
    const evidence = evidenceOfDocuments([{ name: 'm.hl7', mediaType: 'x-application/hl7-v2+er7', bytes }]);
    const { outcome, findings } = await judgeEvidence(evidence);
    expect({
      outcome,
      found: findings.filter(({ severity }) => severity !== 'information').map(({ ruleId }) => ruleId),
    }).toEqual({ outcome: 'passed', found: [] });
  });
});
