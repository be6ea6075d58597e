import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { device } from '../../src/rules/fhir/mesures/example-resources.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { type OtherServer, startMedplumServer } from '../support/medplum-server.js';
import { DEVICE_ID, observation, onDevice } from '../support/mes.js';

const root = temporaryFolder();
const at = (name: string) => join(root, name);
const GUIDE = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-fr-observation-body-weight';
let server: OtherServer;
let silent: OtherServer;

beforeAll(async () => {
  [server, silent] = [await startMedplumServer(), await startMedplumServer({ describes: false })];
});
afterAll(async () => {
  await Promise.all([server?.close(), silent?.close()]);
});

const resultOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
const exchangesOf = (folder: string) =>
  resultOf(folder).items.filter(({ subject }: { subject: string }) => subject === 'fhir/exchange');

test('measures go to a server of another origin in transactions, and come back page after page', async () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const lines = days.map((day) => observation({ effectiveDateTime: `${day}T07:40:00+01:00` }));
  writeFileSync(at('weights.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const push = await cli([
    ...[
      'measures',
      'push',
      at('weights.ndjson'),
      '--to',
      server.url,
      '--plaintext',
      '--out',
      at('push'),
      '--lang',
      'en',
    ],
  ]);
  expect(push).toMatchObject({ code: 0 });
  expect(push.err).toContain('General FHIR server');
  // A standard search, which the API would refuse: no patient, one date, pages of two.
  const pull = await cli([
    ...['measures', 'pull', '--from', server.url, '--plaintext', '--out', at('pull'), '--save', at('pulled.ndjson')],
    ...['--code', 'http://loinc.org|29463-7', '--since', '2026-03-01', '--count', '2', '--lang', 'fr'],
  ]);
  expect(pull).toMatchObject({ code: 0 });
  expect(pull.err).toContain('Serveur FHIR général');
  const pulled = readFileSync(at('pulled.ndjson'), 'utf8').trim().split('\n');
  expect(pulled.map((line) => JSON.parse(line).effectiveDateTime.slice(0, 10)).sort()).toEqual(days);
  expect(resultOf(at('pull')).steps).toHaveLength(2);
  for (const folder of [at('push'), at('pull')]) {
    expect(resultOf(folder)).toMatchObject({ outcome: 'passed' });
    for (const item of exchangesOf(folder)) expect(item.outcome).toBe('inapplicable');
    expect(await cli(['verify', folder])).toMatchObject({ code: 0 });
  }
});

test('so do a measure with its device, one that travels alone, and one of the guide', async () => {
  expect(await server.repository.search({ resourceType: 'Device' })).toMatchObject({ total: 0 });
  writeFileSync(at('scales.ndjson'), `${JSON.stringify(device({ id: DEVICE_ID }))}\n${JSON.stringify(onDevice())}\n`);
  writeFileSync(at('guide.json'), JSON.stringify(observation({ meta: { profile: [GUIDE] } })));
  const push = (name: string, ...args: string[]) =>
    cli(['measures', 'push', at(name), '--to', server.url, '--plaintext', '--out', at(`run-${name}`), ...args]);
  expect(await push('scales.ndjson')).toMatchObject({ code: 0 });
  expect(await server.repository.search({ resourceType: 'Device' })).toMatchObject({ total: 1 });
  expect(await push('guide.json', '--single')).toMatchObject({ code: 0 });
});

test('a server that says nothing of itself is taken for the API; so is any with --pack', async () => {
  const pull = (from: string, out: string, ...args: string[]) =>
    cli(['measures', 'pull', '--from', from, '--plaintext', '--code', '29463-7', '--out', at(out), ...args]);
  writeFileSync(at('one.json'), JSON.stringify(observation()));
  await cli(['measures', 'push', at('one.json'), '--to', silent.url, '--plaintext', '--out', at('silent-push')]);
  expect(await pull(silent.url, 'silent')).toMatchObject({ code: 1 });
  expect(await pull(server.url, 'forced', '--pack', 'mes-api')).toMatchObject({ code: 1 });
  for (const folder of ['silent', 'forced']) {
    const rules = resultOf(at(folder)).findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(rules).toContain('FHM-821');
  }
});
