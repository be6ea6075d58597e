import type {
  GamDocumentMessage,
  GamEncounter,
  GamIdentity,
  GamMessage,
  GamSettings,
  Patient,
} from '../../actors/index.js';
import type { Text } from '../../core/index.js';

/** One step of the guided demo: what the GAM sends and what must be seen afterwards. */
export interface StoryStep {
  readonly id: string;
  readonly title: Text;
  readonly message: GamMessage | GamDocumentMessage;
  /** HL7 version of the sender; 2.5 unless said. */
  readonly version?: GamSettings['version'];
  readonly answer: 'AA' | 'AE' | 'AR';
  /** Rules the message breaks on purpose. */
  readonly expectedRules?: readonly string[];
  /** Requirements a scenario of the built-in packs proves with the same message, when the DMN can be looked into. */
  readonly requirementIds?: readonly string[];
  /** State of the DMN after the step. */
  readonly expects: { readonly text: Text; readonly holds: (patients: readonly Patient[]) => boolean };
}

const INS = '279035121518989';

/** Official test patient, whose five traits go with the test matricule (reference §4.3, samples). */
const IDENTITY: GamIdentity = {
  identifiers: [{ value: 'T0001', type: 'PI' }],
  status: 'PROV',
  birthName: 'PAT-TROIS',
  firstGivenName: 'DOMINIQUE',
  givenNames: 'DOMINIQUE',
  birthDate: '19790328',
  sex: 'F',
  birthPlace: '51215',
};

const INSI = { askedAt: '20260105101400', document: 'CN', documentEnd: '20330101' };
const QUALIFIED: GamIdentity = { ...IDENTITY, ins: INS, status: 'VALI', fromInsi: INSI };

const pi = (value: string) => [{ value, type: 'PI' as const }];
const withId = (value: string, identity = IDENTITY): GamIdentity => ({ ...identity, identifiers: pi(value) });
const has = (patient: Patient, value: string) => patient.identifiers.some((identifier) => identifier.value === value);
const find = (patients: readonly Patient[], value: string) => patients.find((patient) => has(patient, value));
const hasIns = (patient: Patient | undefined) => patient?.ins.some((ins) => ins.matricule === INS) ?? false;
const visitOf = (patients: readonly Patient[]) =>
  find(patients, 'T0009')?.encounters.find((one) => one.visit === 'V0001');

/** Life of the identity: reference §4.6, steps 1, 2, 3, 4, 7, 10, 12, 14. */
const IDENTITY_STEPS: readonly StoryStep[] = [
  {
    id: 'create',
    title: {
      fr: 'Création du patient : identifiant privé et cinq traits',
      en: 'Patient created: private identifier and five traits',
    },
    message: { event: 'A28', identity: IDENTITY },
    answer: 'AA',
    requirementIds: ['INS 45'],
    expects: {
      text: { fr: 'le patient existe, sans INS', en: 'the patient exists, without INS' },
      holds: (patients) => find(patients, 'T0001')?.birthName === 'PAT-TROIS' && !hasIns(find(patients, 'T0001')),
    },
  },
  {
    id: 'associate-ins',
    title: { fr: 'Association de l’INS qualifiée', en: 'Qualified INS associated' },
    message: { event: 'A31', identity: QUALIFIED },
    answer: 'AA',
    requirementIds: ['INS 45'],
    expects: {
      text: { fr: 'le matricule INS est enregistré', en: 'the INS matricule is stored' },
      holds: (patients) => hasIns(find(patients, 'T0001')),
    },
  },
  {
    id: 'update-traits',
    title: { fr: 'Mise à jour : nom utilisé et téléphone', en: 'Update: used name and phone' },
    message: { event: 'A31', identity: { ...QUALIFIED, usedName: 'DESTROIS', phone: '0600000000' } },
    answer: 'AA',
    expects: {
      text: { fr: 'le nom utilisé est à jour, l’INS est gardée', en: 'the used name is up to date, the INS is kept' },
      holds: (patients) => find(patients, 'T0001')?.usedName === 'DESTROIS' && hasIns(find(patients, 'T0001')),
    },
  },
  {
    id: 'ins-not-validated',
    title: {
      fr: 'INS envoyée à tort avec un statut provisoire (PID-32 = PROV)',
      en: 'INS wrongly sent with a provisional status (PID-32 = PROV)',
    },
    message: { event: 'A28', identity: { ...withId('T0002', QUALIFIED), status: 'PROV' } },
    answer: 'AA',
    expectedRules: ['PAM-PID-3-INS-STATUS'],
    requirementIds: ['INS 45'],
    expects: {
      text: { fr: 'le dossier est créé sans l’INS', en: 'the record is created without the INS' },
      holds: (patients) => find(patients, 'T0002') !== undefined && !hasIns(find(patients, 'T0002')),
    },
  },
  {
    id: 'merge',
    title: { fr: 'Fusion du doublon T0002 dans T0001', en: 'Duplicate T0002 merged into T0001' },
    message: { event: 'A40', identity: QUALIFIED, prior: { identifiers: pi('T0002') } },
    answer: 'AA',
    expects: {
      text: { fr: 'un seul dossier, qui garde l’INS', en: 'one record left, which keeps the INS' },
      holds: (patients) => patients.length === 1 && hasIns(find(patients, 'T0001')),
    },
  },
  {
    id: 'change-identifier',
    title: {
      fr: 'Changement d’identifiant privé : T0001 devient T0009',
      en: 'Private identifier changed: T0001 becomes T0009',
    },
    message: { event: 'A47', identity: withId('T0009', QUALIFIED), prior: { identifiers: pi('T0001') } },
    answer: 'AA',
    expects: {
      text: { fr: 'le dossier est retrouvé sous T0009 seulement', en: 'the record is found under T0009 only' },
      holds: (patients) => find(patients, 'T0009') !== undefined && find(patients, 'T0001') === undefined,
    },
  },
  {
    id: 'withdraw-ins',
    title: { fr: 'Retrait de l’INS et rétrogradation du statut', en: 'INS withdrawn and status downgraded' },
    message: { event: 'A47', identity: { ...withId('T0009'), ins: '' }, prior: { ins: INS } },
    answer: 'AA',
    expects: {
      text: { fr: 'plus d’INS, statut provisoire', en: 'no INS left, provisional status' },
      holds: (patients) => !hasIns(find(patients, 'T0009')) && find(patients, 'T0009')?.status === 'PROV',
    },
  },
  {
    id: 'associate-again',
    title: { fr: 'INS associée de nouveau', en: 'INS associated again' },
    message: { event: 'A31', identity: withId('T0009', QUALIFIED) },
    answer: 'AA',
    expects: {
      text: { fr: 'le matricule INS est de retour', en: 'the INS matricule is back' },
      holds: (patients) => hasIns(find(patients, 'T0009')),
    },
  },
];

/** The patient as the story leaves it. */
export const PATIENT = withId('T0009', QUALIFIED);
type Movement = GamEncounter['movement'];

const movement = (id: string, hour: string, unit: string, nature: string, other: Partial<Movement> = {}): Movement => ({
  id,
  at: `20260106${hour}0000`,
  action: 'INSERT',
  nature,
  unit,
  room: '101',
  bed: 'A',
  ...other,
});

const encounter = (event: string, one: Movement, other: Partial<GamEncounter> = {}): GamMessage => ({
  event,
  identity: PATIENT,
  encounter: { account: 'D0001', visit: 'V0001', patientClass: 'I', movement: one, ...other },
});

function encounterStep(
  id: string,
  title: Text,
  message: GamMessage,
  state: NonNullable<ReturnType<typeof visitOf>>['state'],
  text: Text,
): StoryStep {
  return {
    id,
    title,
    message,
    answer: 'AA',
    expects: { text, holds: (patients) => visitOf(patients)?.state === state },
  };
}

/** Life of an encounter: reference §4.6, steps 15 and 16, with a cancellation. */
const ENCOUNTER_STEPS: readonly StoryStep[] = [
  encounterStep(
    'pre-admit',
    { fr: 'Préadmission', en: 'Pre-admission' },
    encounter('A05', movement('M0001', '08', '2100', 'HMS')),
    'pre-admitted',
    { fr: 'la venue est préadmise', en: 'the encounter is pre-admitted' },
  ),
  encounterStep(
    'admit',
    { fr: 'Admission en hospitalisation', en: 'Inpatient admission' },
    encounter('A01', movement('M0002', '09', '2100', 'HMS')),
    'active',
    { fr: 'la venue est en cours', en: 'the encounter is active' },
  ),
  encounterStep(
    'transfer',
    { fr: 'Mutation vers une autre unité', en: 'Transfer to another unit' },
    encounter('A02', movement('M0003', '10', '2200', 'HMS', { room: '205', bed: 'B' }), { previousUnit: '2100' }),
    'active',
    { fr: 'la venue est en cours dans la nouvelle unité', en: 'the encounter is active in the new unit' },
  ),
  encounterStep(
    'leave',
    { fr: 'Départ en permission', en: 'Leave of absence' },
    encounter('A21', movement('M0004', '11', '2200', 'H', { room: '205', bed: 'B' }), {
      expectedReturn: '20260106150000',
      disposition: 'P',
    }),
    'on-leave',
    { fr: 'le patient est en permission', en: 'the patient is on leave' },
  ),
  encounterStep(
    'return',
    { fr: 'Retour de permission', en: 'Return from leave' },
    encounter('A22', movement('M0005', '15', '2200', 'H', { room: '205', bed: 'B' })),
    'active',
    { fr: 'la venue est de nouveau en cours', en: 'the encounter is active again' },
  ),
  encounterStep(
    'discharge',
    { fr: 'Sortie définitive', en: 'Discharge' },
    encounter('A03', movement('M0006', '16', '2200', 'HMS', { room: '205', bed: 'B' }), { disposition: '3' }),
    'discharged',
    { fr: 'le patient est sorti', en: 'the patient is discharged' },
  ),
  encounterStep(
    'cancel-discharge',
    { fr: 'Annulation de la sortie', en: 'Discharge cancelled' },
    encounter(
      'A13',
      movement('M0006', '16', '2200', 'HMS', { action: 'CANCEL', original: 'A03', room: '205', bed: 'B' }),
    ),
    'active',
    { fr: 'la venue est de nouveau en cours', en: 'the encounter is active again' },
  ),
  {
    id: 'correct-movement',
    title: { fr: 'Correction de la mutation (unité saisie à tort)', en: 'Transfer corrected (wrong unit entered)' },
    message: encounter(
      'Z99',
      movement('M0003', '10', '2300', 'HMS', { action: 'UPDATE', original: 'A02', room: '301', bed: 'A' }),
    ),
    answer: 'AA',
    expects: {
      text: { fr: 'le mouvement est corrigé, aucun n’est ajouté', en: 'the movement is corrected, none is added' },
      holds: (patients) => {
        const movements = visitOf(patients)?.movements ?? [];
        return movements.length === 6 && movements.some((one) => one.id === 'M0003' && one.medicalUnit === '2300');
      },
    },
  },
];

const OTHER_STEPS: readonly StoryStep[] = [
  {
    id: 'hl7-2.3.1',
    title: {
      fr: 'Émetteur en HL7 2.3.1, segment PID jugé en 2.5.1',
      en: 'HL7 2.3.1 sender, PID segment judged at 2.5.1',
    },
    message: { event: 'A28', identity: withId('T0031') },
    version: '2.3.1',
    answer: 'AA',
    expectedRules: ['PAM-MSH-12-VERSION'],
    expects: {
      text: { fr: 'le patient existe', en: 'the patient exists' },
      holds: (patients) => find(patients, 'T0031') !== undefined,
    },
  },
  {
    id: 'refused',
    title: {
      fr: 'Message refusé à dessein : identifiant du patient absent',
      en: 'Message refused on purpose: no patient identifier',
    },
    message: { event: 'A28', identity: { ...IDENTITY, identifiers: [] } },
    answer: 'AE',
    expectedRules: ['PAM-PID-3'],
    expects: {
      text: { fr: 'rien n’est enregistré', en: 'nothing is stored' },
      holds: (patients) => patients.length === 2,
    },
  },
];

/** The main job, in order. */
export const DEMO_STORY: readonly StoryStep[] = [...IDENTITY_STEPS, ...ENCOUNTER_STEPS, ...OTHER_STEPS];
