import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

const HOUR = 3_600_000;
/** Between the clocks of two machines. */
const SKEW = HOUR / 12;

interface Moment {
  readonly earliest: number;
  readonly latest: number;
}

/** When a dateTime was, in milliseconds; a day without time begins in the east and ends in the west. */
function momentOf(text: string | undefined): Moment | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}(?:T.*(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return text.includes('T')
    ? { earliest: time, latest: time }
    : { earliest: time - 14 * HOUR, latest: time + 36 * HOUR };
}

/** The patient, when it travels with the measure. */
function patientOf({ element, bundle }: FhirResource): FhirElement | undefined {
  const reference = element.child('subject')?.valueOf('reference');
  if (reference === undefined) return undefined;
  if (reference.startsWith('#')) return element.all('contained').find((each) => `#${each.valueOf('id')}` === reference);
  const entry = (bundle?.all('entry') ?? []).find(
    (each) => each.valueOf('fullUrl') === reference || `Patient/${each.child('resource')?.valueOf('id')}` === reference,
  );
  return entry?.child('resource');
}

export const fhm208 = defineRule<FhirResource, FhirContext, 'afterIssue' | 'inFuture' | 'beforeBirth'>({
  id: 'FHM-208',
  subject: 'fhir/resource',
  title: {
    fr: 'La date de la mesure n’est ni future ni antérieure à la naissance',
    en: 'The date of the measure is neither future nor before birth',
  },
  why: {
    fr: 'Une horloge mal réglée ou un siècle oublié place la mesure hors de la vie du patient.',
    en: 'A wrong clock or a missing century puts the measure outside the life of the patient.',
  },
  repair: {
    fr: 'Vérifiez l’horloge de l’appareil et le fuseau horaire.',
    en: 'Check the clock of the device and the time zone.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('dates')],
  messages: {
    afterIssue: {
      fr: '{path} : la mesure est postérieure à son émission ({expected}). Vérifiez l’horloge.',
      en: '{path}: the measure is later than its issue ({expected}). Check the clock.',
    },
    inFuture: {
      fr: '{path} : la mesure est dans le futur (vue à {expected}). Vérifiez l’horloge.',
      en: '{path}: the measure is in the future (seen at {expected}). Check the clock.',
    },
    beforeBirth: {
      fr: '{path} : la mesure précède la naissance du patient. Vérifiez la date.',
      en: '{path}: the measure is before the birth of the patient. Check the date.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource, { seenAt }) {
    const { element, bundle } = resource;
    const place = element.child('effectiveDateTime') ?? element.child('effectivePeriod')?.child('start');
    const taken = momentOf(place?.text);
    if (!place || taken === undefined) return;
    const meta = element.child('meta');
    const issue = [element.child('issued'), meta?.child('lastUpdated'), bundle?.child('timestamp')].find(
      (each) => momentOf(each?.text) !== undefined,
    );
    const issued = momentOf(issue?.text);
    const seen = momentOf(seenAt);
    if (issue?.text !== undefined && issued && taken.earliest > issued.latest) {
      yield { ...problemAt('afterIssue', resource, place, { expected: issue.text }), expectedIsPersonal: true };
    } else if (seenAt !== undefined && seen && taken.earliest > seen.latest + SKEW) {
      yield problemAt('inFuture', resource, place, { expected: seenAt });
    } else if (!issued && !seen) yield { cantTell: NO_REFERENCE };
    const birthDate = patientOf(resource)?.valueOf('birthDate');
    if (birthDate !== undefined && (place.text ?? '').slice(0, birthDate.length) < birthDate) {
      yield problemAt('beforeBirth', resource, place);
    }
  },
});

const NO_REFERENCE = {
  fr: 'Rien ne dit quand la mesure a été émise ou reçue : une date future ne se voit pas',
  en: 'Nothing tells when the measure was issued or received: a future date cannot be seen',
};
