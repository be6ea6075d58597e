import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext } from '../context.js';
import { answerProblem, type FhirExchange, isObservationSearch, parametersOf } from '../exchange.js';
import { codingsOf, dayOf, resourcesOf } from './measures.js';
import { api } from './sources.js';

type MessageId = 'notASearchset' | 'total' | 'noLink' | 'otherCode' | 'otherPatient' | 'otherDate' | 'deviceTwice';

export const fhm823 = defineRule<FhirExchange, FhirContext, MessageId>({
  id: 'FHM-823',
  subject: 'fhir/exchange',
  title: { fr: 'La réponse à une recherche correspond à la demande', en: 'The answer to a search fits the request' },
  why: {
    fr: 'Une mesure d’un autre patient, d’un autre code ou hors période dans la réponse est une erreur grave de confidentialité ou de lecture.',
    en: 'A measure of another patient, another code or outside the period in the answer is a grave error of privacy or reading.',
  },
  repair: {
    fr: 'Corrigez le filtre du serveur ; donnez type searchset, total, link self et, tant qu’il reste des mesures, link next.',
    en: 'Correct the filter of the server; give type searchset, total, link self and, while measures remain, link next.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Search: response')],
  messages: {
    notASearchset: {
      fr: '{path} : la réponse est « {found} », attendu un Bundle {expected}.',
      en: '{path}: the answer is "{found}", expected a Bundle {expected}.',
    },
    total: {
      fr: '{path} : total « {found} », attendu au moins {expected}.',
      en: '{path}: total "{found}", expected at least {expected}.',
    },
    noLink: { fr: '{path} : lien {expected} absent.', en: '{path}: link {expected} absent.' },
    otherCode: {
      fr: '{path} : mesure d’un autre code que {expected}.',
      en: '{path}: measure of another code than {expected}.',
    },
    otherPatient: { fr: '{path} : mesure d’un autre patient.', en: '{path}: measure of another patient.' },
    otherDate: {
      fr: '{path} : mesure hors de la période demandée.',
      en: '{path}: measure outside the period asked for.',
    },
    deviceTwice: { fr: '{path} : même objet connecté deux fois.', en: '{path}: the same device twice.' },
  },
  appliesTo: (exchange) => isObservationSearch(exchange) && exchange.response?.status === 200,
  *check(exchange) {
    const root = exchange.response?.document?.root;
    if (root?.resourceType !== 'Bundle' || root.valueOf('type') !== 'searchset') {
      const found = root?.valueOf('type') ?? root?.resourceType ?? '—';
      yield answerProblem('notASearchset', exchange, root, { found, expected: 'searchset' });
      return;
    }
    const observations = resourcesOf(root, 'Observation');
    const total = root.valueOf('total');
    if (total === undefined || Number(total) < observations.length) {
      yield answerProblem('total', exchange, root, { found: total ?? '—', expected: String(observations.length) });
    }
    const links = root.all('link').map((link) => link.valueOf('relation'));
    const isCut = isPageCut(exchange, Number(total), observations.length);
    for (const expected of isCut ? ['self', 'next'] : ['self']) {
      if (!links.includes(expected)) yield answerProblem('noLink', exchange, root, { missing: 'link', expected });
    }
    for (const observation of observations) yield* strangers(exchange, observation);
    const ids = resourcesOf(root, 'Device').map((device) => [device.valueOf('id') ?? '', device] as const);
    for (const [index, [id, device]] of ids.entries()) {
      const isTwice = id !== '' && ids.findIndex(([other]) => other === id) < index;
      if (isTwice) yield answerProblem('deviceTwice', exchange, device);
    }
  },
});

/** Whether measures remain after this page of a whole period; false when the size of its pages is not known. */
function isPageCut(exchange: FhirExchange, total: number, shown: number): boolean {
  const parameters = new Map(parametersOf(exchange).map(({ name, value }) => [name, value]));
  if (parameters.has('_sort')) return false;
  const page = Number(parameters.get('_offset') ?? 0);
  const before = page === 0 ? 0 : page * Number(parameters.get('_count') ?? Number.NaN);
  return shown > 0 && before + shown < total;
}

/** What does not fit the parameters of the request. */
function* strangers(exchange: FhirExchange, observation: FhirElement) {
  const parameters = parametersOf(exchange);
  const parameterOf = (wanted: string) => parameters.find(({ name }) => name === wanted)?.value;
  const code = parameterOf('code');
  if (code !== undefined && !codingsOf(observation.child('code')).some((coding) => coding.code === code)) {
    yield answerProblem<MessageId>('otherCode', exchange, observation, { expected: code });
  }
  const patient = parameterOf('subject.identifier')?.split('|').pop();
  const identifier = observation.child('subject')?.child('identifier');
  if (patient !== undefined && identifier?.valueOf('value') !== patient) {
    yield answerProblem<MessageId>('otherPatient', exchange, identifier ?? observation);
  }
  const day = dayOf(observation);
  const dates = parameters.filter(({ name }) => name === 'date').map(({ value }) => value);
  const isOutside = dates.some((date) => day !== undefined && isBeyond(day, date.slice(0, 2), date.slice(2, 12)));
  if (isOutside) yield answerProblem<MessageId>('otherDate', exchange, observation);
}

/** Days only: hours and zones of the limits are left to the server. */
function isBeyond(day: string, comparator: string, limit: string): boolean {
  return comparator.startsWith('g') ? day < limit : comparator.startsWith('l') ? day > limit : false;
}
