import {
  DEFAULT_GAM_SETTINGS,
  GAM_EVENTS,
  type GamIdentity,
  type GamMessage,
  type GamSettings,
  PamConsumer,
  PamWriter,
} from '../../src/actors/index.js';
import { steppingClock } from '../../src/core/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { evidenceOfDocuments, judgeEvidence } from '../../src/index.js';

const writer = (version: GamSettings['version'] = '2.5', start = '2026-01-05T10:00:00Z') =>
  new PamWriter({ ...DEFAULT_GAM_SETTINGS, version, clock: steppingClock(start, 1000) });

const IDENTITY: GamIdentity = {
  identifiers: [{ value: 'T0001', type: 'PI' }],
  ins: '279035121518989',
  status: 'VALI',
  birthName: 'PAT-TROIS',
  firstGivenName: 'DOMINIQUE',
  givenNames: 'DOMINIQUE',
  birthDate: '19790328',
  sex: 'F',
  birthPlace: '63220',
  fromInsi: { askedAt: '20260105101400', document: 'CN', documentEnd: '20330101' },
};

/** Event each cancel cancels, for ZBE-6. */
const CANCELLED: Readonly<Record<string, string>> = {
  A11: 'A01',
  A12: 'A02',
  A13: 'A03',
  A38: 'A05',
  A52: 'A21',
  A53: 'A22',
  A55: 'A54',
};
const NATURES: Readonly<Record<string, string>> = { A21: 'H', A22: 'H', A52: 'H', A53: 'H', A54: 'M', A55: 'M' };

function messageOf(event: string): GamMessage {
  const prior = { identifiers: [{ value: 'T0002', type: 'PI' as const }] };
  if (event === 'A28' || event === 'A31') return { event, identity: IDENTITY };
  if (event === 'A40' || event === 'A47') return { event, identity: IDENTITY, prior };
  if (event === 'A44') return { event, identity: IDENTITY, prior: { ...prior, account: 'D0001' } };
  const original = event === 'Z99' ? 'A01' : CANCELLED[event];
  const action = event === 'Z99' ? 'UPDATE' : original ? 'CANCEL' : 'INSERT';
  const nature = NATURES[event] ?? 'HMS';
  return {
    event,
    identity: IDENTITY,
    encounter: {
      account: 'D0001',
      visit: 'V0001',
      patientClass: event === 'A04' || event === 'A07' ? 'O' : 'I',
      movement: { id: 'M1', at: '20260105100000', action, nature, unit: '2100', ...(original && { original }) },
      ...(event === 'A02' && { previousUnit: '2000' }),
      ...(event === 'A21' && { expectedReturn: '20260106150000', disposition: 'P' }),
      ...(event === 'A03' && { disposition: '3' }),
    },
  };
}

async function problemsOf(bytes: Uint8Array): Promise<string[]> {
  const result = await judgeEvidence(evidenceOfDocuments([{ name: 'x.hl7', mediaType: 'text/plain', bytes }]));
  expect(result.items[0]?.packs).toHaveLength(1);
  return result.findings
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ ruleId, location }) => `${ruleId} ${location.path}`);
}

describe.each(['2.3.1', '2.5', '2.5.1'] as const)('in HL7 %s', (version) => {
  test.each(GAM_EVENTS)('%s is judged without error by its pack', async (event) => {
    // 2.5.1 is tolerated, and these events came after 2.3.1: both are warnings.
    const { bytes } = writer(version).write(messageOf(event));
    expect(await problemsOf(bytes)).toEqual([]);
  });
});

test('every event is one the reference DMN takes', () => {
  for (const event of GAM_EVENTS) {
    const { bytes } = writer().write(messageOf(event));
    const { code } = new PamConsumer().consume(new Hl7v2Message(bytes));
    expect(`${event} ${code}`).toBe(`${event} ${event === 'Z99' ? 'AE' : 'AA'}`);
  }
});

test('values that hold separators arrive as they are', () => {
  const birthName = 'D|ARC^ & \\ ~L’Œ';
  const { bytes } = writer().write({ event: 'A28', identity: { ...IDENTITY, birthName } });
  const message = new Hl7v2Message(bytes);
  expect(message.field('PID', 5).component(1).text).toBe(birthName);
  expect(message.segments.map(({ name }) => name)).toEqual(['MSH', 'EVN', 'PID', 'PV1', 'ZFD']);
});

describe('control ids', () => {
  const ids = (start: string) => {
    const own = writer('2.5', start);
    return Array.from({ length: 3 }, () => own.write(messageOf('A28')).controlId);
  };

  test('are those of MSH-10, at most 20 characters, and never used twice', () => {
    const [first, second] = [ids('2026-01-05T10:00:00Z'), ids('2026-01-05T10:00:01Z')];
    expect(new Set([...first, ...second]).size).toBe(6);
    for (const id of first) expect(id).toMatch(/^EPR\d{17}$/);
    const { controlId, bytes } = writer().write(messageOf('A28'));
    expect(new Hl7v2Message(bytes).controlId).toBe(controlId);
  });
});

test('no INS, an INS, and its withdrawal', () => {
  const cx = (ins: string | undefined) => {
    const { ins: _ins, ...rest } = IDENTITY;
    const identity = ins === undefined ? rest : { ...rest, ins };
    return new Hl7v2Message(writer().write({ event: 'A31', identity }).bytes).field('PID', 3);
  };
  expect(cx(undefined).repetitions).toHaveLength(1);
  expect(cx('279035121518989').repetitions[1]?.component(1).text).toBe('279035121518989');
  expect(cx('').repetitions[1]?.component(1).isNull).toBe(true);
  expect(cx('').repetitions[1]?.component(4).subcomponent(2).text).toBe('1.2.250.1.213.1.4.10');
});
