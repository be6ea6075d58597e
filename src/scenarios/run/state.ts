import type { Text } from '../../core/index.js';
import type { StateFile } from '../pack/schema.js';

/** A patient as the tested system tells it: docs/scenarios.md gives the shape to its author. */
export interface SeenPatient {
  readonly identifiers?: readonly { readonly value?: unknown }[];
  readonly ins?: readonly { readonly matricule?: unknown }[];
  readonly encounters?: readonly SeenEncounter[];
  readonly [field: string]: unknown;
}

interface SeenEncounter {
  readonly visit?: unknown;
  readonly state?: unknown;
  readonly patientClass?: unknown;
  readonly movements?: readonly {
    readonly id?: unknown;
    readonly medicalUnit?: unknown;
    readonly cancelled?: unknown;
  }[];
}

/** The list of patients of a state call; undefined when it is none. */
export function readPatients(bytes: Uint8Array): readonly SeenPatient[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const list = Array.isArray(value)
      ? value
      : isRecord(value) && Array.isArray(value.patients)
        ? value.patients
        : undefined;
    return list?.every(isRecord) ? list.map(toPatient) : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that are none are left out, so that a wrong shape is something missing and no failure of ours. */
function toPatient(value: Record<string, unknown>): SeenPatient {
  const records = (part: unknown) => (Array.isArray(part) ? part.filter(isRecord) : []);
  const encounters = records(value.encounters).map((one) => ({ ...one, movements: records(one.movements) }));
  return { ...value, identifiers: records(value.identifiers), ins: records(value.ins), encounters };
}

const FIELDS = [
  'status',
  'birthName',
  'firstGivenName',
  'birthDate',
  'sex',
  'birthPlace',
  'usedName',
  'phone',
] as const;

/** What does not hold of one patient, without any value; undefined when all does. */
export function findDifference(wanted: StateFile, patients: readonly SeenPatient[]): Text | undefined {
  const found = patients.filter((patient) => bears(patient, wanted.patient));
  const exists = wanted.exists ?? true;
  if (found.length > 1)
    return { fr: 'plusieurs patients portent cet identifiant', en: 'several patients bear this identifier' };
  const [patient] = found;
  if (!patient) return exists ? { fr: 'patient introuvable', en: 'patient not found' } : undefined;
  if (!exists) return { fr: 'le patient existe encore', en: 'the patient still exists' };
  const matricules = (patient.ins ?? []).map((ins) => String(ins.matricule));
  if (wanted.ins === 'none' && matricules.length > 0) return { fr: 'une INS est enregistrée', en: 'an INS is stored' };
  if (wanted.ins !== undefined && wanted.ins !== 'none' && !matricules.includes(wanted.ins)) {
    return { fr: 'le matricule INS attendu n’est pas enregistré', en: 'the expected INS matricule is not stored' };
  }
  const field = FIELDS.find((name) => wanted[name] !== undefined && String(patient[name] ?? '') !== wanted[name]);
  if (field) return { fr: `${field} n’a pas la valeur attendue`, en: `${field} does not have the expected value` };
  return wanted.encounter && findEncounterDifference(wanted.encounter, patient);
}

function bears(patient: SeenPatient, identifier: string): boolean {
  const own = [
    ...(patient.identifiers ?? []).map(({ value }) => value),
    ...(patient.ins ?? []).map(({ matricule }) => matricule),
  ];
  return own.includes(identifier);
}

function findEncounterDifference(wanted: NonNullable<StateFile['encounter']>, patient: SeenPatient): Text | undefined {
  const encounter = patient.encounters?.find(({ visit }) => visit === wanted.visit);
  const exists = wanted.exists ?? true;
  if (!encounter) return exists ? { fr: 'venue introuvable', en: 'encounter not found' } : undefined;
  if (!exists) return { fr: 'la venue existe', en: 'the encounter exists' };
  if (wanted.state !== undefined && encounter.state !== wanted.state) {
    return {
      fr: `la venue n’est pas dans l’état ${wanted.state}`,
      en: `the encounter is not in state ${wanted.state}`,
    };
  }
  if (wanted.class !== undefined && encounter.patientClass !== wanted.class) {
    return {
      fr: 'la classe de la venue n’est pas celle attendue',
      en: 'the class of the encounter is not the one expected',
    };
  }
  const movements = encounter.movements ?? [];
  if (wanted.movements !== undefined && movements.length !== wanted.movements) {
    return {
      fr: `${movements.length} mouvement(s) au lieu de ${wanted.movements}`,
      en: `${movements.length} movement(s) instead of ${wanted.movements}`,
    };
  }
  return wanted.movement && findMovementDifference(wanted.movement, movements);
}

function findMovementDifference(
  wanted: NonNullable<NonNullable<StateFile['encounter']>['movement']>,
  movements: NonNullable<SeenEncounter['movements']>,
): Text | undefined {
  // One that was cancelled and sent again stands twice: the last one counts.
  const movement = movements.filter(({ id }) => id === wanted.id).at(-1);
  if (!movement) return { fr: 'mouvement introuvable', en: 'movement not found' };
  if (wanted.unit !== undefined && movement.medicalUnit !== wanted.unit) {
    return {
      fr: 'l’unité du mouvement n’est pas celle attendue',
      en: 'the unit of the movement is not the one expected',
    };
  }
  if (wanted.cancelled !== undefined && (movement.cancelled === true) !== wanted.cancelled) {
    return wanted.cancelled
      ? { fr: 'le mouvement n’est pas annulé', en: 'the movement is not cancelled' }
      : { fr: 'le mouvement est annulé', en: 'the movement is cancelled' };
  }
  return undefined;
}
