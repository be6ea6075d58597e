import {
  MeasuresClient,
  type MeasuresClientOptions,
  MesServer,
  type MesServerOptions,
} from '../../src/actors/index.js';
import { plaintext } from './wire.js';

export const PATIENT = { system: 'urn:oid:1.2.250.1.999.1.1', value: 'PE-000042' } as const;
export const OTHER_PATIENT = { ...PATIENT, value: 'PE-000043' } as const;
export const WEIGHT_PROFILE =
  'https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-bodyweight';

type Fields = Record<string, unknown>;

/** A measure the API takes: a weight unless said otherwise. */
export function observation(changes: Fields = {}): Fields {
  return {
    resourceType: 'Observation',
    meta: { profile: [WEIGHT_PROFILE] },
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    subject: { identifier: PATIENT },
    effectiveDateTime: '2026-03-02T07:40:00+01:00',
    valueQuantity: { value: 68.4, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    ...changes,
  };
}

export const withCode = (code: string, changes: Fields = {}) =>
  observation({ code: { coding: [{ system: 'http://loinc.org', code }] }, ...changes });

export const DEVICE_ID = '5f0c1c7e-2f3a-4e0b-9c5d-0a1b2c3d4e5f';
export const DEVICE_KEY = 'urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680|0A-1B-2C-FF-FE-3D-4E-5F';

export function device(changes: Fields = {}): Fields {
  const [system, value] = DEVICE_KEY.split('|');
  return {
    resourceType: 'Device',
    id: DEVICE_ID,
    meta: { profile: ['http://hl7.org/fhir/uv/phd/StructureDefinition/PhdDevice'] },
    identifier: [{ system, value }],
    ...changes,
  };
}

export function entry(resource: Fields, request: Fields = {}): Fields {
  return { resource, request: { method: 'POST', url: String(resource.resourceType), ...request } };
}

export const deviceEntry = (resource = device(), ifNoneExist: string | undefined = `identifier=${DEVICE_KEY}`) =>
  entry(resource, { ifNoneExist });

export const onDevice = (changes: Fields = {}) =>
  observation({ device: { reference: `Device/${DEVICE_ID}` }, ...changes });

export function bundle(...entries: Fields[]): string {
  return JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: entries });
}

/** Starts servers and clients on loopback in clear, and closes them after each test. */
export function mesBench() {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
  });
  return {
    async server(options: Partial<MesServerOptions> = {}): Promise<MesServer> {
      const server = await MesServer.start({ endpoint: plaintext(), ...options });
      open.push(server);
      return server;
    },
    async client(url: string, options: Partial<MeasuresClientOptions> = {}): Promise<MeasuresClient> {
      const security = { kind: 'plaintext' } as const;
      const retry = { attempts: 3, firstDelayMs: 5, longestDelayMs: 20 };
      const client = await MeasuresClient.open({ baseUrl: url, security, retry, ...options });
      open.push(client);
      return client;
    },
  };
}
