import { describe, expect, test } from '@jest/globals';
import type { MeasuresAnswer } from '../../../src/actors/index.js';
import {
  bundle,
  DEVICE_ID,
  DEVICE_KEY,
  device,
  deviceEntry,
  entry,
  mesBench,
  OTHER_PATIENT,
  observation,
  onDevice,
  PATIENT,
  withCode,
} from '../../support/mes.js';

const bench = mesBench();

async function feedOnce(json: string, settings = {}): Promise<MeasuresAnswer> {
  const server = await bench.server({ settings });
  const client = await bench.client(server.url);
  return client.feed(json);
}

const MOMENT = {
  url: 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-moment-of-measurement',
};
const DAYS = { url: 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-number-of-days' };

test('a measure and its device are created, in the order of the entries', async () => {
  const server = await bench.server();
  const client = await bench.client(server.url);
  const answer = await client.feed(bundle(deviceEntry(), entry(onDevice())));
  expect(answer).toMatchObject({
    status: 200,
    ok: true,
    resource: {
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: [
        { response: { status: '201 Created', location: `Device/${DEVICE_ID}` } },
        { response: { status: '201 Created', location: expect.stringMatching(/^Observation\/[0-9a-f-]{36}$/) } },
      ],
    },
  });
  const again = await client.feed(bundle(entry(onDevice()), deviceEntry()));
  expect(again.resource).toMatchObject({
    entry: [{ response: { status: '201 Created' } }, { response: { status: '200 OK' } }],
  });
  expect(server.store.size).toBe(2);
});

test('numbers keep the digits they came with', async () => {
  const server = await bench.server();
  const client = await bench.client(server.url);
  await client.feed(bundle(entry(observation())).replace('68.4', '68.400'));
  expect(server.store.measures[0]?.text).toContain('"value":68.400,');
});

test('a device known under another id is pointed to as it is kept', async () => {
  const server = await bench.server();
  const client = await bench.client(server.url);
  await client.feed(bundle(entry(onDevice()), deviceEntry()));
  const other = { device: { reference: 'Device/other' } };
  await client.feed(bundle(entry(observation(other)), deviceEntry(device({ id: 'other' }))));
  expect(server.store.measures.map(({ deviceId }) => deviceId)).toEqual([DEVICE_ID, DEVICE_ID]);
});

/** Reference §8.5, one row each: status, issue code, and the words a client may look for. */
const REFUSALS: [string, string, number, string, RegExp][] = [
  ['not JSON', '{"resourceType": ', 400, 'structure', /Bundle/],
  ['not a Bundle', JSON.stringify(observation()), 400, 'structure', /Bundle/],
  [
    'a property twice',
    bundle(entry(observation())).replace('"type"', '"type":"batch","type"'),
    400,
    'structure',
    /Bundle/,
  ],
  [
    'another type of Bundle',
    bundle(entry(observation())).replace('transaction', 'batch'),
    422,
    'invalid',
    /transaction/,
  ],
  [
    'another method',
    bundle(entry(observation(), { method: 'PUT' })),
    422,
    'not-supported',
    /not acceptable with method/,
  ],
  [
    'another resource',
    bundle(entry(observation()), entry({ resourceType: 'Patient' })),
    422,
    'not-supported',
    /not acceptable with method/,
  ],
  [
    'a url that is not its type',
    bundle(entry(observation(), { url: 'Observation/1' })),
    422,
    'not-supported',
    /not acceptable/,
  ],
  ['two observations', bundle(entry(observation()), entry(observation())), 422, 'invalid', /one observation creation/],
  ['no observation', bundle(deviceEntry()), 422, 'invalid', /one observation creation/],
  ['two devices', bundle(entry(onDevice()), deviceEntry(), deviceEntry()), 422, 'invalid', /one device creation/],
  [
    'a device without ifNoneExist',
    bundle(entry(onDevice()), entry(device())),
    422,
    'invalid',
    /IfNoneExist.*identifier=urn:oid/,
  ],
  [
    'a malformed ifNoneExist',
    bundle(entry(onDevice()), deviceEntry(device(), 'identifier=1.2|a')),
    422,
    'invalid',
    /IfNoneExist/,
  ],
  [
    'no reference to the device',
    bundle(entry(observation()), deviceEntry()),
    422,
    'invalid',
    /device\.reference is mandatory/,
  ],
  [
    'another reference',
    bundle(entry(onDevice()), deviceEntry(device({ id: 'b' }))),
    422,
    'invalid',
    /not linked by id/,
  ],
  ['a reference without device', bundle(entry(onDevice())), 422, 'invalid', /not linked by id/],
  ['no profile', bundle(entry(observation({ meta: {} }))), 422, 'invalid', /must provide meta\.profile/],
  ['no value', bundle(entry(observation({ valueQuantity: undefined }))), 422, 'value', /value quantity not provided/],
  [
    'a reason for absence',
    bundle(entry(observation({ valueQuantity: undefined, dataAbsentReason: { text: 'x' } }))),
    422,
    'value',
    /value quantity not provided/,
  ],
  [
    'a value as text',
    bundle(entry(observation({ valueQuantity: { value: '68' } }))),
    422,
    'value',
    /value quantity not provided/,
  ],
  ['a BMI', bundle(entry(withCode('39156-5'))), 422, 'not-supported', /Bmi.*cannot be created/],
  [
    'no subject',
    bundle(entry(observation({ subject: { reference: 'Patient/1' } }))),
    422,
    'invalid',
    /subject\.identifier is mandatory/,
  ],
  [
    'a blood pressure without components',
    bundle(entry(withCode('85354-9'))),
    422,
    'value',
    /value quantity not provided/,
  ],
  [
    'blood glucose without moment',
    bundle(entry(withCode('2345-7'))),
    422,
    'incomplete',
    /extension\.moment is mandatory/,
  ],
  [
    'HbA1c with moment',
    bundle(entry(withCode('4548-4', { extension: [MOMENT] }))),
    422,
    'invalid',
    /extension\.moment cannot be added/,
  ],
  ['interstitial without days', bundle(entry(withCode('99504-3'))), 422, 'incomplete', /numberOfDays is mandatory/],
  [
    'blood glucose with days',
    bundle(entry(withCode('2345-7', { extension: [MOMENT, DAYS] }))),
    422,
    'invalid',
    /numberOfDays cannot be added/,
  ],
  [
    'a device without profile',
    bundle(entry(onDevice()), deviceEntry(device({ meta: {} }))),
    422,
    'invalid',
    /Device must provide meta\.profile/,
  ],
];

test.each(REFUSALS)('%s is refused as documented, and nothing is kept', async (_what, json, status, code, words) => {
  const server = await bench.server();
  const client = await bench.client(server.url);
  const answer = await client.feed(json);
  expect(answer).toMatchObject({ status, ok: false, attempts: 1 });
  expect(answer.issues.map((issue) => issue.code)).toContain(code);
  expect(answer.issues.map(({ said }) => said.at(-1)).join('\n')).toMatch(words);
  expect(answer.issues.every(({ severity, said }) => severity === 'error' && said.length === 2)).toBe(true);
  expect(server.store.size).toBe(0);
});

test.each([
  ['blood glucose with its moment', '2345-7', [MOMENT]],
  ['HbA1c with neither', '4548-4', []],
  ['interstitial mean with its days', 'MED-969', [DAYS]],
  ['index with its days', 'MED-972', [DAYS]],
])('%s is taken', async (_what, code, extension) => {
  expect(await feedOnce(bundle(entry(withCode(code, { extension }))))).toMatchObject({ status: 200 });
});

test('every mistake of a feed is told at once, with its place', async () => {
  const answer = await feedOnce(bundle(entry(withCode('39156-5', { meta: {}, subject: {} }))));
  expect(answer.issues.map(({ code }) => code)).toEqual(['invalid', 'not-supported', 'invalid']);
  expect(answer.issues[0]?.expression).toEqual(['Bundle.entry[0].resource']);
});

test('refusals may come inside a transaction-response Bundle, as the documentation also says', async () => {
  const answer = await feedOnce(bundle(entry(withCode('39156-5'))), { outcomeShape: 'bundle' });
  expect(answer).toMatchObject({ status: 422, resource: { type: 'transaction-response' } });
  expect(answer.issues).toMatchObject([{ code: 'not-supported' }]);
});

describe('lenient mode', () => {
  test('takes what any FHIR server does, BMI included, and single creations', async () => {
    const server = await bench.server({ settings: { mode: 'lenient' } });
    const client = await bench.client(server.url);
    const urn = 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10';
    const json = bundle(
      { ...deviceEntry(), fullUrl: urn },
      entry(observation({ device: { reference: urn } })),
      entry(withCode('39156-5', { subject: { identifier: OTHER_PATIENT } })),
    );
    expect(await client.feed(json)).toMatchObject({ status: 200 });
    expect(server.store.measures[0]?.deviceId).toBe(DEVICE_ID);
    const created = await client.create('Observation', JSON.stringify(observation()));
    expect(created).toMatchObject({
      status: 201,
      resource: { resourceType: 'Observation', subject: { identifier: PATIENT } },
    });
    expect(server.store.size).toBe(3);
    expect(server.store.deviceWith(DEVICE_KEY.replace('urn:oid:', ''))?.id).toBe(DEVICE_ID);
  });

  test('still refuses other resources and other patients of the token', async () => {
    const answer = await feedOnce(bundle(entry({ resourceType: 'Patient' })), { mode: 'lenient' });
    expect(answer).toMatchObject({ status: 422, issues: [{ code: 'not-supported' }] });
  });

  test('single creations do not exist in strict mode', async () => {
    const server = await bench.server();
    const client = await bench.client(server.url);
    expect(await client.create('Observation', JSON.stringify(observation()))).toMatchObject({ status: 405 });
  });
});

test('a full server says so', async () => {
  const server = await bench.server({ storage: { maxResources: 1 } });
  const client = await bench.client(server.url, { retry: { attempts: 1 } });
  expect(await client.feed(bundle(entry(observation())))).toMatchObject({ status: 200 });
  expect(await client.feed(bundle(entry(observation())))).toMatchObject({
    status: 503,
    issues: [{ code: 'no-store' }],
  });
});
