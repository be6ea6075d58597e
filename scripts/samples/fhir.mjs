// The FHIR samples: every measure in both modes, one fault each, and bundles, devices, patients, XML and NDJSON.

const SEED = 2026;

/** Faults shown for each measure; those that exist in one mode only are made in that mode. */
const SHOWN = {
  weight: ['wrong-unit', 'unit-slip', 'hybrid-profile', 'two-reasons', 'no-category', 'subject-address'],
  height: ['unit-slip', 'no-unit-text', 'other-profile', 'no-subject'],
  bmi: ['no-bmi-value', 'wrong-unit'],
  temperature: ['body-site', 'unit-slip', 'month-only'],
  bloodPressure: ['one-component', 'mmhg', 'reversed', 'root-value', 'empty-component', 'period'],
  heartRate: ['wrong-unit', 'half-count', 'value-as-text'],
  oxygen: ['category-display', 'no-value', 'unit-slip'],
  respiratoryRate: ['no-date', 'wrong-unit'],
  head: ['head-code', 'unit-text'],
  waist: ['other-code', 'subject-group', 'unit-words'],
  pain: ['unit-text', 'integer-value', 'comparator'],
  steps: ['unit-text', 'method', 'other-generation'],
  glucose: ['mmol', 'kind-unit', 'no-moment', 'unit-slip', 'two-ranges'],
  interstitialGlucose: ['no-days', 'coded-reason'],
  glucoseIndex: ['kind-unit', 'unknown-extension'],
  hba1c: ['wrong-unit', 'no-status'],
};

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const json = (resource) => `${JSON.stringify(resource, null, 2)}\n`;

/** `{ name, text, fault, rule, severity }`: the rule is the one that must find the fault. */
export function makeFhirSamples(source) {
  const measures = source.GENERATED_MEASURES.flatMap((name) => [...samplesOf(source, name)]);
  return [...measures, ...others(source)].map((sample) => ({ ...sample, name: fileName(sample) }));
}

function fileName({ what, severity, ending = 'json' }) {
  return `${what}-${severity ?? 'valid'}.${ending}`;
}

function* samplesOf(source, name) {
  const { generateMeasure, isMeasuredIn, MEASURE_FAULTS, withFault } = source;
  const modes = ['guide', 'api'].filter((mode) => isMeasuredIn(name, mode));
  for (const mode of modes) {
    const text = json(generateMeasure(name, mode, SEED));
    // The API computes the BMI and refuses one that is sent.
    if (name === 'bmi' && mode === 'api') yield fed(text);
    else yield { what: `${kebab(name)}-${mode}`, text };
  }
  for (const id of SHOWN[name]) {
    const fault = MEASURE_FAULTS.find((each) => each.id === id);
    for (const mode of modes) {
      const mutant = withFault(generateMeasure(name, mode, SEED), fault, { name, mode });
      if (!mutant) continue;
      const { rule, severity, title } = fault;
      yield { what: `${kebab(name)}-${id}`, text: json(mutant), fault: title, rule, severity };
      break;
    }
  }
}

function fed(text) {
  const fault = { fr: 'Un IMC envoyé à l’API, qui le calcule', en: 'A BMI sent to the API, which computes it' };
  return { what: 'bmi-api-fed', text, fault, rule: 'FHM-806', severity: 'error' };
}

function* others(source) {
  const { device, feed, generateMeasure, patient, readFhirJson, withFault, MEASURE_FAULTS, writeFhirXml } = source;
  const xml = (resource) => `${writeFhirXml(readFhirJson(Buffer.from(JSON.stringify(resource))).root)}\n`;
  const faulty = (name, id, mode) =>
    withFault(
      generateMeasure(name, mode, SEED),
      MEASURE_FAULTS.find((each) => each.id === id),
      { name, mode },
    );
  const error = (what, text, rule, fr, en, ending) => ({
    what,
    text,
    rule,
    severity: 'error',
    fault: { fr, en },
    ending,
  });

  for (const name of ['weight', 'bloodPressure', 'glucose']) {
    yield { what: `${kebab(name)}-guide`, text: xml(generateMeasure(name, 'guide', SEED)), ending: 'xml' };
  }
  const pounds = xml(faulty('weight', 'wrong-unit', 'guide'));
  yield error('weight-wrong-unit', pounds, 'FHM-302', 'Une autre unité codée', 'Another coded unit', 'xml');

  yield { what: 'device-scale', text: json(device()) };
  yield error(
    'device-no-version',
    json(device({ 'specialization[0].version': undefined })),
    'FHM-701',
    'La spécialité n’a pas de version',
    'The specialization has no version',
  );
  yield error(
    'device-no-system-id',
    json(device({ 'identifier[0].type.coding[0].code': 'SERIAL' })),
    'FHM-701',
    'Pas d’identifiant système',
    'No system identifier',
  );

  yield {
    what: 'patient-ins-test',
    text: json(patient()),
    rule: 'FHM-904',
    severity: 'undecided',
    fault: {
      fr: 'Aucune : des extensions que le profil demande ne sont pas vérifiées',
      en: 'None: extensions that the profile asks for are not checked',
    },
  };
  const withoutIns = patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.999.2', 'identifier[0].type': undefined });
  yield error(
    'patient-ins-validated-without',
    json(withoutIns),
    'FHM-902',
    'Une identité validée sans INS',
    'A validated identity without INS',
  );
  yield error(
    'patient-ins-no-birth-date',
    json(patient({ birthDate: undefined })),
    'FHM-904',
    'Pas de date de naissance',
    'No birth date',
  );

  yield { what: 'feed-weight-api', text: json(feed()) };
  yield { what: 'feed-weight-guide', text: json(feed({}, 'weight', 'guide')) };
  yield error(
    'feed-no-if-none-exist',
    json(feed({ 'entry[1].request.ifNoneExist': undefined })),
    'FHM-804',
    'L’objet est créé sans condition',
    'The device is created without condition',
  );
  yield error(
    'feed-device-not-named',
    json(feed({ 'entry[0].resource.device': undefined })),
    'FHM-805',
    'L’objet n’est pas désigné',
    'The device is not named',
  );
  yield error(
    'feed-update',
    json(feed({ 'entry[0].request.method': 'PUT' })),
    'FHM-802',
    'Une mise à jour au lieu d’une création',
    'An update in place of a creation',
  );
  const height = generateMeasure('height', 'api', SEED);
  const two = feed({
    'entry[2]': {
      fullUrl: 'urn:uuid:7b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10',
      resource: { ...height, device: { reference: `Device/${device().id}` } },
      request: { method: 'POST', url: 'Observation' },
    },
  });
  yield error(
    'feed-two-observations',
    json(two),
    'FHM-801',
    'Deux observations dans un lot',
    'Two observations in one bundle',
  );

  const day = ['weight', 'bloodPressure', 'heartRate', 'temperature', 'glucose', 'steps', 'pain'];
  const line = (resource) => `${JSON.stringify(resource)}\n`;
  yield {
    what: 'day-guide',
    text: day.map((name) => line(generateMeasure(name, 'guide', SEED))).join(''),
    ending: 'ndjson',
  };
  const lines = [
    faulty('weight', 'wrong-unit', 'guide'),
    ...day.slice(1).map((name) => generateMeasure(name, 'guide', SEED)),
  ];
  yield error(
    'day-one-fault',
    lines.map(line).join(''),
    'FHM-302',
    'Une ligne sur sept a une autre unité',
    'One line of seven has another unit',
    'ndjson',
  );
}
