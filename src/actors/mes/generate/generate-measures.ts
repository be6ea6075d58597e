import { makeError } from '../../../core/index.js';
import type { JsonObject } from './edit-json.js';
import {
  CISIS,
  type CodeSeed,
  type GeneratedMeasureName,
  LOINC,
  type MeasureMode,
  type MeasureSeed,
  seedOf,
  TAASIP,
  TRE_LOINC,
  UCUM,
} from './measure-seeds.js';
import { SeededRandom } from './random.js';

const GUIDE = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';
const API = 'https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
/** Identifiers of nobody: the OID arc 1.2.250.1.999 is nobody's either. */
const PATIENTS = 'urn:oid:1.2.250.1.999.1.1';
const SOLUTION = 'urn:oid:1.2.250.1.999.7';

/**
 * A valid synthetic measure: the same name, mode and seed give the same resource. Optional parts (method, body site,
 * reason, note, display, second of the day) come and go with the seed. Throws `defect` when the mode has no profile.
 */
export function generateMeasure(name: GeneratedMeasureName, mode: MeasureMode, seed: number): JsonObject {
  const measure = seedOf(name);
  const profile = measure.profile[mode];
  if (profile === undefined) throw makeError('defect', { reason: `${name} has no profile in mode ${mode}` });
  const random = new SeededRandom(seed * 7919 + hash(`${name} ${mode}`));
  const extension = extensionsOf(measure, mode, random);
  const method = random.chance(0.6) ? random.pick(measure.methods?.[mode] ?? []) : undefined;
  const bodySite = random.chance(0.6) ? random.pick(measure.bodySites ?? []) : undefined;
  return {
    resourceType: 'Observation',
    meta: {
      ...((mode === 'api' || random.chance(0.5)) && { source: SOLUTION }),
      profile: [(mode === 'api' ? API : GUIDE) + profile],
    },
    ...(extension.length > 0 && { extension }),
    status: random.chance(0.9) ? 'final' : 'amended',
    category: [{ coding: [{ system: CATEGORY, code: 'vital-signs' }] }],
    code: {
      coding: measure.codes[mode].map(coding),
      ...(random.chance(0.3) && { text: measure.title.fr }),
    },
    subject: { identifier: { system: PATIENTS, value: `PE-${String(random.number(1, 999_999)).padStart(6, '0')}` } },
    effectiveDateTime: momentOf(measure, random),
    ...(measure.range && { valueQuantity: quantity(measure, random.number(...measure.range)) }),
    ...(random.chance(0.2) && { note: [{ text: 'Mesure de synthèse' }] }),
    ...(bodySite && { bodySite: { coding: [coding(bodySite)] } }),
    ...(method && { method: { coding: [coding(method)] } }),
    ...(measure.components && {
      component: measure.components.map(({ code, range }) => ({
        code: { coding: [{ system: LOINC, code }] },
        valueQuantity: quantity(measure, random.number(...range)),
      })),
    }),
  };
}

const coding = ([system, code]: CodeSeed): JsonObject => ({ system, code });

function quantity({ unit: [code, text] = ['1', '1'] }: MeasureSeed, value: number): JsonObject {
  return { value, unit: text, system: UCUM, code };
}

function extensionsOf({ extension, profile }: MeasureSeed, mode: MeasureMode, random: SeededRandom): JsonObject[] {
  // The older generation provides for no reason on height, BMI and heart rate (reference §2.3).
  const hasReason = mode === 'guide' || !/bodyheight|bmi|heartrate/.test(profile.api ?? '');
  const reason = { url: `${GUIDE}mesures-reason-for-measurement`, valueString: 'Suivi mensuel' };
  return [
    ...(hasReason && random.chance(0.4) ? [reason] : []),
    ...(extension === 'moment' ? [momentExtension(mode, random)] : []),
    ...(extension === 'days' ? [daysExtension(mode, random)] : []),
  ];
}

function momentExtension(mode: MeasureMode, random: SeededRandom): JsonObject {
  const code = random.pick(['53049-3', '16915-1', '88365-2']) ?? '53049-3';
  const concept = { coding: [{ system: mode === 'api' ? TRE_LOINC : LOINC, code }] };
  return { url: `${GUIDE}mesures-moment-of-measurement`, valueCodeableConcept: concept };
}

function daysExtension(mode: MeasureMode, random: SeededRandom): JsonObject {
  const code = random.pick(['GEN-275', 'GEN-276', 'GEN-277', 'GEN-278']) ?? 'GEN-276';
  const concept = { coding: [{ system: mode === 'api' ? TAASIP : CISIS, code }] };
  return { url: `${GUIDE}mesures-number-of-days`, valueCodeableConcept: concept };
}

/** In 2026, French time; the day alone for daily counts. */
function momentOf({ wantsDay }: MeasureSeed, random: SeededRandom): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = random.number(1, 3);
  const day = `2026-${two(month)}-${two(random.number(1, 28))}`;
  if (wantsDay) return day;
  return `${day}T${two(random.number(6, 22))}:${two(random.number(0, 59))}:${two(random.number(0, 59))}+01:00`;
}

function hash(text: string): number {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return value;
}
