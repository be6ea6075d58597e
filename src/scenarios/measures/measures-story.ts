import type { Feed, MeasuresAnswer, MeasuresClient } from '../../actors/index.js';
import type { Text } from '../../core/index.js';
import { DAY_PATIENT, dayOfMeasures } from './day-of-measures.js';
import { describeAnswer, type Verdict } from './measure-run.js';
import { resourcesOf } from './pull-measures.js';

/** One step of the measures story: a call of the DMN, and what must come back. */
export interface MeasuresStep {
  readonly id: string;
  readonly title: Text;
  /** Rules the call breaks on purpose. */
  readonly expectedRules?: readonly string[];
  readonly call: (client: MeasuresClient) => Promise<MeasuresAnswer>;
  readonly expects: { readonly text: Text; readonly holds: (answer: MeasuresAnswer) => boolean };
}

/** What an answer is worth for a step. */
export function judgeMeasuresStep({ expects }: MeasuresStep, answer: MeasuresAnswer): Verdict {
  if (expects.holds(answer)) return { outcome: 'passed', reason: expects.text };
  const found = describeAnswer(answer);
  return {
    outcome: 'failed',
    reason: {
      fr: `attendu : ${expects.text.fr} ; reçu : ${found.fr}`,
      en: `expected: ${expects.text.en}; got: ${found.en}`,
    },
  };
}

/** The DMN and Mon espace santé through a day, `day` being `YYYY-MM-DD`: feeds, consultations, refusals. */
export function measuresStory(day: string): readonly MeasuresStep[] {
  const measures = dayOfMeasures(day);
  return [
    capabilities,
    accepted('height', { fr: 'Taille envoyée', en: 'Height sent' }, measures.height),
    accepted(
      'weight',
      { fr: 'Poids envoyé avec sa balance connectée', en: 'Weight sent with its connected scale' },
      measures.weight,
    ),
    accepted('glucose', { fr: 'Glycémie à jeun envoyée', en: 'Fasting blood glucose sent' }, measures.glucose),
    accepted(
      'blood-pressure',
      { fr: 'Pression artérielle envoyée', en: 'Blood pressure sent' },
      measures.bloodPressure,
    ),
    accepted('heart-rate', { fr: 'Fréquence cardiaque envoyée', en: 'Heart rate sent' }, measures.heartRate),
    accepted('pain', { fr: 'Niveau de douleur envoyé', en: 'Pain level sent' }, measures.pain),
    knownDevice(measures.eveningWeight),
    accepted('temperature', { fr: 'Température envoyée', en: 'Temperature sent' }, measures.temperature),
    accepted('steps', { fr: 'Pas de la journée envoyés', en: 'Steps of the day sent' }, measures.steps),
    pullAll(day),
    pullLast,
    computedBmi(day),
    refused('bmi', { fr: 'IMC envoyé à tort', en: 'BMI wrongly sent' }, measures.bmi, {
      status: 422,
      code: 'not-supported',
      expectedRules: ['FHM-806'],
    }),
    refused(
      'no-value',
      {
        fr: 'Observation sans valeur, avec un motif d’absence',
        en: 'Observation without value, with a reason for absence',
      },
      measures.valueless,
      { status: 422, code: 'value', expectedRules: ['FHM-807'] },
    ),
    refused(
      'other-patient',
      { fr: 'Mesure d’un autre patient que celui du jeton', en: 'Measure of another patient than the token’s' },
      measures.otherPatient,
      { status: 403, code: 'forbidden' },
    ),
  ];
}

const capabilities: MeasuresStep = {
  id: 'mes-capabilities',
  title: { fr: 'Lecture des capacités du serveur', en: 'Capabilities of the server read' },
  call: (client) => client.capabilities(),
  expects: {
    text: { fr: 'le serveur annonce FHIR R4', en: 'the server declares FHIR R4' },
    holds: ({ ok, resource }) => ok && resource?.fhirVersion === '4.0.1',
  },
};

function accepted(id: string, title: Text, feed: Feed): MeasuresStep {
  return {
    id: `mes-${id}`,
    title,
    call: (client) => client.feed(feed.json),
    expects: {
      text: { fr: 'la mesure est enregistrée', en: 'the measure is stored' },
      holds: (answer) => answer.ok && statuses(answer)[0]?.startsWith('201') === true,
    },
  };
}

function knownDevice(feed: Feed): MeasuresStep {
  return {
    id: 'mes-known-device',
    title: { fr: 'Second poids, de la même balance', en: 'Second weight, from the same scale' },
    call: (client) => client.feed(feed.json),
    expects: {
      text: { fr: 'la balance, déjà connue, n’est pas recréée', en: 'the scale, known already, is not made again' },
      holds: (answer) => answer.ok && statuses(answer)[1]?.startsWith('200') === true,
    },
  };
}

const ofPatient = (code: string) => ({ code, 'subject.identifier': `${DAY_PATIENT.system}|${DAY_PATIENT.value}` });
const wholeDay = (day: string) => [`ge${day}`, `le${day}`];

function pullAll(day: string): MeasuresStep {
  return {
    id: 'mes-pull-all',
    title: {
      fr: 'Consultation des poids du jour, avec leur objet',
      en: 'Weights of the day consulted, with their device',
    },
    call: (client) => client.search({ ...ofPatient('29463-7'), date: wholeDay(day), _include: 'Observation:device' }),
    expects: {
      text: {
        fr: 'les deux poids reviennent, et la balance une fois',
        en: 'both weights come back, and the scale once',
      },
      holds: (answer) => {
        const types = resourcesOf(answer).map(({ resourceType }) => resourceType);
        return types.join(' ') === 'Observation Observation Device' && values(answer).join(' ') === '68.9 68.4';
      },
    },
  };
}

const pullLast: MeasuresStep = {
  id: 'mes-pull-last',
  title: { fr: 'Consultation de la dernière fréquence cardiaque', en: 'Last heart rate consulted' },
  call: (client) => client.search({ ...ofPatient('8867-4'), _sort: '-date', _count: '1' }),
  expects: {
    text: { fr: 'une seule mesure revient, la dernière', en: 'one measure comes back, the last' },
    holds: (answer) => values(answer).join(' ') === '66',
  },
};

function computedBmi(day: string): MeasuresStep {
  return {
    id: 'mes-computed-bmi',
    title: { fr: 'Consultation de l’IMC', en: 'BMI consulted' },
    call: (client) => client.search({ ...ofPatient('39156-5'), date: wholeDay(day) }),
    expects: {
      text: {
        fr: 'l’IMC est calculé à partir de la taille et des poids',
        en: 'the BMI is computed from height and weights',
      },
      holds: (answer) => values(answer).join(' ') === '23.3 23.1',
    },
  };
}

function refused(
  id: string,
  title: Text,
  feed: Feed,
  { status, code, expectedRules }: { status: number; code: string; expectedRules?: readonly string[] },
): MeasuresStep {
  return {
    id: `mes-refused-${id}`,
    title,
    ...(expectedRules && { expectedRules }),
    call: (client) => client.feed(feed.json),
    expects: {
      text: {
        fr: `refus ${status} avec le motif « ${code} », comme documenté`,
        en: `refusal ${status} with issue "${code}", as documented`,
      },
      holds: (answer) => answer.status === status && answer.issues.some((issue) => issue.code === code),
    },
  };
}

function statuses({ resource }: MeasuresAnswer): string[] {
  const entries: unknown = resource?.entry;
  if (!Array.isArray(entries)) return [];
  return entries.map((entry: { response?: { status?: unknown } } | null) => String(entry?.response?.status ?? ''));
}

function values(answer: MeasuresAnswer): unknown[] {
  return resourcesOf(answer).flatMap(({ valueQuantity }) => {
    const value = valueQuantity as { value?: unknown } | undefined;
    return value?.value === undefined ? [] : [value.value];
  });
}
