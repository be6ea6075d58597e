import { beforeEach, describe, expect, test } from '@jest/globals';
import type { MeasuresAnswer, MeasuresClient, MesServer } from '../../../src/actors/index.js';
import {
  bundle,
  DEVICE_ID,
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
const OF_PATIENT = { code: '29463-7', 'subject.identifier': `${PATIENT.system}|${PATIENT.value}` };
const MARCH = ['ge2026-03-01', 'le2026-03-31'];
const weightOn = (day: number, value = 60 + day) =>
  observation({
    effectiveDateTime: `2026-03-${String(day).padStart(2, '0')}T08:00:00+01:00`,
    valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  });

let server: MesServer;
let client: MeasuresClient;
beforeEach(async () => {
  server = await bench.server();
  client = await bench.client(server.url);
});

const resources = ({ resource }: MeasuresAnswer) =>
  ((resource?.entry ?? []) as { resource: Record<string, never>; search: { mode: string } }[]).map(
    (one) => one.resource,
  );
const values = (answer: MeasuresAnswer) =>
  resources(answer).flatMap(({ valueQuantity }) => (valueQuantity as { value: number } | undefined)?.value ?? []);

test('mode all: the measures of one patient between two dates, the latest first', async () => {
  for (const day of [3, 1, 2]) await client.feed(bundle(entry(weightOn(day))));
  await client.feed(bundle(entry({ ...weightOn(2, 99), subject: { identifier: OTHER_PATIENT } })));
  await client.feed(bundle(entry(withCode('8867-4'))));
  const answer = await client.search({ ...OF_PATIENT, date: ['ge2026-03-02', 'le2026-03-03'] });
  expect(answer).toMatchObject({ status: 200, resource: { type: 'searchset', total: 2 } });
  expect(values(answer)).toEqual([63, 62]);
  expect(resources(answer)[0]).toMatchObject({ meta: { versionId: '1' }, subject: { identifier: PATIENT } });
});

test.each([
  [['gt2026-03-01', 'lt2026-03-03'], [62]],
  [['ge2026-03-01', 'lt2026-03-01T07:00:00Z'], []],
  [['ge2026-03-01', 'le2026-03-01T07:00:00Z'], [61]],
  [
    ['ge2026', 'le2026'],
    [63, 62, 61],
  ],
  [['ge2027', 'le2028'], []],
])('bounds %j', async (date, expected) => {
  for (const day of [1, 2, 3]) await client.feed(bundle(entry(weightOn(day))));
  expect(values(await client.search({ ...OF_PATIENT, date }))).toEqual(expected);
});

test('mode last: one measure', async () => {
  for (const day of [1, 3, 2]) await client.feed(bundle(entry(weightOn(day))));
  const answer = await client.search({ ...OF_PATIENT, _sort: '-date', _count: '1' });
  expect(values(answer)).toEqual([63]);
  expect(answer.resource).toMatchObject({ total: 1, link: [{ relation: 'self' }] });
});

test('pages: the offset is a page index, links lead on, and devices come once each', async () => {
  for (let day = 1; day <= 5; day++) {
    const { effectiveDateTime, valueQuantity } = weightOn(day);
    await client.feed(bundle(entry(onDevice({ effectiveDateTime, valueQuantity })), deviceEntry()));
  }
  const pages: MeasuresAnswer[] = [];
  const search = { ...OF_PATIENT, date: MARCH, _count: '2', _include: 'Observation:device' };
  for await (const page of client.pages(search)) pages.push(page);
  expect(pages.map(values)).toEqual([[65, 64], [63, 62], [61]]);
  expect(pages.map((page) => resources(page).filter(({ id }) => id === DEVICE_ID).length)).toEqual([1, 1, 1]);
  const links = (page: MeasuresAnswer | undefined) =>
    (page?.resource?.link as { relation: string }[] | undefined)?.map(({ relation }) => relation);
  expect(pages.map(links)).toEqual([
    ['self', 'next'],
    ['self', 'next', 'previous'],
    ['self', 'previous'],
  ]);
  const second = await client.search({ ...search, _offset: '1' });
  expect(values(second)).toEqual([63, 62]);
});

test('without anything found there is a Bundle without entries', async () => {
  const answer = await client.search({ ...OF_PATIENT, date: MARCH });
  expect(answer).toMatchObject({ ok: true, resource: { total: 0 } });
  expect(answer.resource).not.toHaveProperty('entry');
});

test('the BMI is computed from each weight and the last height before it', async () => {
  const height = (day: number, value: number) => {
    const valueQuantity = { value, unit: 'cm', system: 'http://unitsofmeasure.org', code: 'cm' };
    return withCode('8302-2', { effectiveDateTime: `2026-03-0${day}`, valueQuantity });
  };
  for (const measure of [weightOn(1, 70), height(2, 172), weightOn(3, 68.4), height(4, 200), weightOn(5, 80)])
    expect(await client.feed(bundle(entry(measure)))).toMatchObject({ ok: true });
  const answer = await client.search({ ...OF_PATIENT, code: '39156-5', date: MARCH });
  expect(values(answer)).toEqual([20, 23.1]);
  expect(resources(answer)[0]).toMatchObject({
    code: { coding: [{ code: '39156-5' }] },
    effectiveDateTime: '2026-03-05T08:00:00+01:00',
  });
});

/** Reference §8.6. */
describe.each([
  ['no code', { 'subject.identifier': 'a|b', date: MARCH }, /code is mandatory/],
  ['a code with its system', { ...OF_PATIENT, code: 'http://loinc.org|29463-7', date: MARCH }, /bare code/],
  ['no patient', { code: '29463-7', date: MARCH }, /subject\.identifier is mandatory/],
  ['a patient without OID', { ...OF_PATIENT, 'subject.identifier': 'PE-1', date: MARCH }, /subject\.identifier/],
  ['one bound', { ...OF_PATIENT, date: 'ge2026-03-01' }, /expected twice/],
  ['two lower bounds', { ...OF_PATIENT, date: ['ge2026-03-01', 'gt2026-03-02'] }, /expected twice/],
  ['a date that is none', { ...OF_PATIENT, date: ['ge2026-02-30', 'le2026-03-02'] }, /expected twice/],
  ['a page too large', { ...OF_PATIENT, date: MARCH, _count: '101' }, /Maximum page size/],
  ['a negative offset', { ...OF_PATIENT, date: MARCH, _offset: '-1' }, /whole numbers/],
  ['another sort', { ...OF_PATIENT, date: MARCH, _sort: 'date' }, /Sort parameter/],
  ['a sort without count', { ...OF_PATIENT, _sort: '-date' }, /Sort parameter/],
  ['both modes', { ...OF_PATIENT, date: MARCH, _sort: '-date', _count: '1' }, /cannot be requested concurrently/],
  ['no mode', OF_PATIENT, /No search mode detected/],
])('%s', (_what, parameters, words) => {
  test('is an invalid search', async () => {
    const answer = await client.search(parameters);
    expect(answer).toMatchObject({ status: 400, ok: false });
    expect(answer.issues.every(({ code }) => code === 'invalid')).toBe(true);
    expect(answer.issues.map(({ said }) => said.at(-1)).join()).toMatch(words);
  });
});

test('the patient may be named with or without urn:oid:', async () => {
  await client.feed(bundle(entry(weightOn(1))));
  const bare = `${PATIENT.system.replace('urn:oid:', '')}|${PATIENT.value}`;
  expect(values(await client.search({ ...OF_PATIENT, 'subject.identifier': bare, date: MARCH }))).toEqual([61]);
});

test('lenient mode searches as FHIR servers do', async () => {
  const lenient = await bench.server({ settings: { mode: 'lenient', pageSize: 1 } });
  const other = await bench.client(lenient.url);
  for (const day of [1, 2]) await other.feed(bundle(entry(weightOn(day))));
  expect((await other.search({})).resource).toMatchObject({ total: 2 });
  const answer = await other.search({
    code: 'http://loinc.org|29463-7',
    'subject:identifier': `${PATIENT.system}|${PATIENT.value}`,
    date: '2026-03-01',
  });
  expect(values(answer)).toEqual([61]);
});

test('the server tells what it does, and answers elsewhere with an OperationOutcome', async () => {
  expect(await client.capabilities()).toMatchObject({
    ok: true,
    resource: {
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      rest: [{ interaction: [{ code: 'transaction' }] }],
    },
  });
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(new URL(path, server.url), init);
    return [response.status, response.headers.get('content-type'), (await response.json()).issue[0].code];
  };
  const json = 'application/fhir+json; charset=utf-8';
  expect(await ask('/elsewhere', {})).toEqual([404, json, 'not-found']);
  expect(await ask('/fhir/Observation', { method: 'DELETE' })).toEqual([405, json, 'not-supported']);
  expect(
    await ask('/fhir', { method: 'POST', body: '<Bundle/>', headers: { 'content-type': 'application/fhir+xml' } }),
  ).toEqual([415, json, 'not-supported']);
});
