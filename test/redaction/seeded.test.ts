import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunRecorder } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

/**
 * Identities of nobody, put in every place a vendor's evidence has: none may be left in any byte of the copy. The INS is
 * of the test range, under the OID of production, as a careless vendor would have it.
 */
const PERSON = {
  family: 'ZWERGMEYER',
  given: 'Éloïse',
  used: 'Quattrocchi',
  doctor: 'Vandenbroucke',
  ins: '279035121518989',
  ipp: 'IPP7731842',
  birth: '19790328',
  phone: '0647382915',
  mail: 'e.zwergmeyer@courrier-test.fr',
  street: '17 impasse Krumbholz',
  city: 'Plouguernevel',
  visit: 'VIS20993344',
  rpps: '810009876543',
};
const { family, given, used, doctor, ins, ipp, birth, phone, mail, street, city, visit, rpps } = PERSON;
const iso = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
const french = iso.split('-').reverse().join('/');

const cda = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<!-- dossier de ${family} -->
<id root="1.2.250.1.999.1.1.9" extension="${visit}"/><title>Compte rendu de ${given} ${family}</title>
<recordTarget><patientRole><id root="1.2.250.1.213.1.4.8" extension="${ins}"/><id root="1.2.250.1.999.1" extension="${ipp}"/>
<addr><streetAddressLine>${street}</streetAddressLine><city>${city}</city></addr><telecom value="tel:${phone}"/><telecom value="mailto:${mail}"/>
<patient><name><family>${family}</family><given>${given}</given></name><birthTime value="${birth}"/></patient></patientRole></recordTarget>
<author><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="${rpps}"/><assignedPerson><name><family>${doctor}</family></name></assignedPerson></assignedAuthor></author>
<component><structuredBody><component><section><text>Mme ${family} (née le ${french}), vue par le Dr ${doctor.toUpperCase()}, tél. ${phone}. <![CDATA[Sa voisine Mme Quidamovska-Nulpar]]></text>
</section></component></structuredBody></component></ClinicalDocument>`;

const hl7 = [
  `MSH|^~\\&|GAM|ETAB|DMN|EDITEUR|20260105101500||ORU^R01^ORU_R01|CTRL1|T|2.5|||||FRA|UNICODE UTF-8`,
  `PID|1||${ipp}^^^GAM&1.2.250.1.999.1&ISO^PI~${ins}^^^ASIP&1.2.250.1.213.1.4.8&ISO^INS||${family}^${given}^${given} Marie^^^^L~${used}^${given}^^^^^D||${birth}|F|||${street}^^${city}^^22110^FRA^H||^PRN^CP^^^^^^^^^${phone}~^NET^Internet^${mail}|||||${visit}`,
  `PV1|1|I|||||${rpps}^${doctor}^Paul^^^^^^ASIP&1.2.250.1.71.4.2.1&ISO^D^^^RPPS||||||||||||${visit}^^^GAM&1.2.250.1.999.1&ISO^VN`,
  `NK1|1|${family}^Jean|SPO^Conjoint|${street}^^${city}|${phone}`,
  `OBX|1|TX|X^note||Appeler M. ${family} au ${phone} ; voisin : Quidamovsk-Nulpar||||||F`,
  `OBX|2|ED|11502-2^CR^LN||^TEXT^XML^Base64^${Buffer.from(cda).toString('base64')}||||||F`,
  `OBX|3|ED|PDF^PDF||^APPLICATION^PDF^Base64^${Buffer.from(`%PDF-1.4 ${family} %%EOF`).toString('base64')}||||||F`,
  `ZZZ|${family}|${iso}|libre ${given}`,
].join('\r');

const fhir = JSON.stringify(
  {
    resourceType: 'Patient',
    id: ipp,
    text: { status: 'generated', div: `<div>${given} ${family}, ${iso}</div>` },
    identifier: [{ system: 'urn:oid:1.2.250.1.213.1.4.8', value: ins }],
    name: [{ family, given: [given], text: `${given} ${family}` }],
    telecom: [
      { system: 'phone', value: phone },
      { system: 'email', value: mail },
    ],
    birthDate: iso,
    address: [{ line: [street], city, postalCode: '22110' }],
    generalPractitioner: [{ reference: `Practitioner/${rpps}`, display: `Dr ${doctor}` }],
    photo: [{ contentType: 'image/png', data: Buffer.from(`image de ${family}`).toString('base64') }],
    extension: [{ url: 'http://exemple.fr/libre', valueString: `confié à ${used}, ${street}` }],
  },
  null,
  2,
);

const root = temporaryFolder();
const source = join(root, 'source');
const copy = join(root, 'copy');

function seededRun(): void {
  const title = { fr: `Essai pour ${family}`, en: `Trial for ${family}` };
  const recorder = new RunRecorder({ folder: source, title, tool: { name: 'epreuve', version: 'test' } });
  const exchange = { kind: 'exchange', direction: 'sent' } as const;
  recorder.record(
    { ...exchange, mediaType: 'x-application/hl7-v2+er7', name: 'sent-ORU', extension: 'hl7' },
    Buffer.from(hl7),
  );
  recorder.record(
    { kind: 'document', mediaType: 'application/xml', name: `cr-${family}`, extension: 'xml' },
    Buffer.from(cda),
  );
  recorder.record(
    { kind: 'document', mediaType: 'application/fhir+json', name: 'patient', extension: 'json' },
    Buffer.from(fhir),
  );
  const head = `GET /fhir/Patient?identifier=urn:oid:1|${ins}&family=${family}&birthdate=${iso} HTTP/1.1\nauthorization: Bearer abc${family}\ncookie: s=${ipp}\n`;
  recorder.record({ ...exchange, mediaType: 'message/http', name: 'sent-GET', extension: 'http' }, Buffer.from(head));
  recorder.record(
    { kind: 'log', mediaType: 'text/plain', name: 'serveur', extension: 'txt' },
    Buffer.from(
      `10:15 ${given.toUpperCase()} ${family.toLowerCase()} ${ins} ${french} connue de Mme Quidamovska-Nulpar`,
    ),
  );
  const facts = { peerSubject: `CN=${family}, O=ETAB`, security: 'mutual-tls', role: 'client' };
  recorder.record(
    { kind: 'handshake', mediaType: 'application/json', name: 'handshake', extension: 'json', facts },
    Buffer.from(JSON.stringify(facts)),
  );
  recorder.record(
    { kind: 'capture', mediaType: 'image/png', name: `ecran-${family}`, extension: 'png' },
    Buffer.from(`picture ${family}`),
  );
  recorder.record(
    { kind: 'document', mediaType: 'application/octet-stream', name: 'inconnu', extension: 'bin' },
    Buffer.from(`\u0000\u0001${family}`),
  );
  recorder.record(
    { kind: 'document', mediaType: 'application/xml', name: 'casse', extension: 'xml' },
    Buffer.from(`<ClinicalDocument><family>${family}`),
  );
  recorder.end();
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Everything a byte sequence may say: itself, in UTF-16, and what its Base64 runs hold, two levels deep. */
function readings(bytes: Buffer, depth = 0): string[] {
  const latin = bytes.toString('latin1');
  const texts = [bytes.toString('utf8'), latin, bytes.toString('utf16le'), latin.replaceAll('\0', '')];
  if (depth === 3) return texts;
  const runs = [...latin.matchAll(/[A-Za-z0-9+/]{12,}={0,2}/g)].map(([run]) => Buffer.from(run, 'base64'));
  return [...texts, ...runs.flatMap((run) => readings(run, depth + 1))];
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const seeded = [
  ...Object.values(PERSON),
  ...[iso, french, 'Krumbholz', 'Quidamovsk', 'Nulpar', 'courrier-test', ins.slice(0, 13), phone.slice(1)],
].map(plain);
const encodedForms = seeded.flatMap((value) =>
  [value, value.toUpperCase()].flatMap((text) => [
    Buffer.from(text).toString('base64').slice(0, -4),
    Buffer.from(text, 'utf16le').toString('base64').slice(0, -4),
  ]),
);

beforeAll(async () => {
  seededRun();
  expect(await cli(['redact', source, '--out', copy])).toMatchObject({ code: 0 });
}, 60_000);

test('the seeds are found where they were put, so that finding none proves something', () => {
  const told = [...filesBelow(source)].flatMap((file) => readings(readFileSync(file))).map(plain);
  for (const seed of seeded) expect(told.some((text) => text.includes(seed))).toBe(true);
});

test('no original value is left in any byte or name of the copy', () => {
  for (const file of filesBelow(copy)) {
    const texts = [file.slice(copy.length), ...readings(readFileSync(file))].map(plain);
    for (const seed of seeded) {
      if (texts.some((text) => text.includes(seed))) throw new Error(`${seed} is left in ${file}`);
    }
    const raw = readFileSync(file, 'latin1');
    for (const form of encodedForms)
      if (form.length >= 8 && raw.includes(form)) throw new Error(`${form} is left in ${file}`);
  }
});

const item = (name: string) => readFileSync([...filesBelow(copy)].find((file) => file.includes(name)) ?? '', 'utf8');

test('one person stays one person across formats', () => {
  const [, , , pid3 = '', , pid5 = '', , pid7 = ''] = (item('sent-ORU').split('\r')[1] ?? '').split('|');
  const [name = '', first = ''] = pid5.split('^');
  const patient = JSON.parse(item('e0003'));
  const document = item('e0002');
  expect(patient.name[0]).toMatchObject({ family: name, given: [first] });
  expect(document).toContain(`<family>${name}</family><given>${first}</given>`);
  expect(document).toContain(`<birthTime value="${pid7}"/>`);
  expect(patient.birthDate.replaceAll('-', '')).toBe(pid7);
  const [local = '', national = ''] = pid3.split('~').map((identifier) => identifier.split('^')[0] ?? '');
  expect(patient.id).toBe(local);
  expect(patient.identifier[0]).toEqual({ system: 'urn:oid:1.2.250.1.213.1.4.10', value: national });
  expect(document).toContain(`<id root="1.2.250.1.213.1.4.10" extension="${national}"/>`);
  expect(item('handshake')).toContain(name);
  expect(item('e0005').toLowerCase()).toContain(name.toLowerCase());
  const carried = /Base64\^([A-Za-z0-9+/=]+)/.exec(item('sent-ORU'))?.[1] ?? '';
  expect(Buffer.from(carried, 'base64').toString('utf8')).toContain(`<family>${name}</family>`);
});

test('what cannot be redacted is replaced and told, and the report holds no value', async () => {
  const report = JSON.parse(item('redaction.json'));
  const removed = report.items.filter(({ outcome }: { outcome: string }) => outcome === 'removed');
  expect(removed).toHaveLength(3);
  expect(item('e0007')).toContain('content removed before sharing');
  expect(report.replaced).toMatchObject({ ins: expect.any(Number), secret: 2 });
  expect(await cli(['verify', copy])).toMatchObject({ code: 0 });
  expect(readFileSync(join(copy, 'events.jsonl'), 'utf8')).toContain('"run-redacted"');
});

test('another copy has other pseudonyms; the same key gives the same ones', async () => {
  const of = async (name: string, key?: string) => {
    const out = join(root, name);
    await cli(
      ['redact', source, '--out', out],
      key === undefined ? {} : { environment: { EPREUVE_REDACTION_KEY: key } },
    );
    return readFileSync([...filesBelow(out)].find((file) => file.includes('sent-ORU')) ?? '', 'utf8');
  };
  expect(await of('second')).not.toBe(item('sent-ORU'));
  expect(await of('third', 'k')).toBe(await of('fourth', 'k'));
});

test('captures are kept only when asked, and the folder must be empty', async () => {
  const kept = join(root, 'kept');
  const told = await cli(['redact', source, '--out', kept, '--keep']);
  expect(told.out).toMatch(/2 kept as they are/);
  expect(await cli(['redact', source, '--out', kept])).toMatchObject({ code: 3 });
  const full = join(root, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'x'), '');
  expect(await cli(['redact', source, '--out', full])).toMatchObject({ code: 3 });
  expect(await cli(['redact', source])).toMatchObject({ code: 3 });
});
