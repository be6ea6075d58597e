import { defineRule } from '../../../core/index.js';
import { rowFor } from '../choose-profiles.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isKnownSpecialization, mayMeasure } from './device-kinds.js';
import { codingsOf, isResource, measureNameOf, resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { phd } from './sources.js';

const MDC = 'urn:iso:std:iso:11073:10101';

export const fhm703 = defineRule<FhirResource, FhirContext, 'unknown' | 'doesNotFit'>({
  id: 'FHM-703',
  subject: 'fhir/resource',
  title: {
    fr: 'La spécialité de l’objet est connue et convient à la mesure',
    en: 'The specialization of the device is known and fits the measure',
  },
  why: {
    fr: 'Une balance ne mesure pas la tension : une spécialité qui ne convient pas trahit un mauvais rattachement.',
    en: 'A scale takes no blood pressure: a specialization that does not fit reveals a wrong link.',
  },
  repair: {
    fr: 'Vérifiez le code 11073 de la spécialité, et l’objet désigné par la mesure.',
    en: 'Check the 11073 code of the specialization, and the device the measure names.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [phd('Device.specialization')],
  messages: {
    unknown: { fr: '{path} : spécialité {found} inconnue.', en: '{path}: specialization {found} is unknown.' },
    doesNotFit: {
      fr: '{path} : un objet de spécialité {found} ne prend pas cette mesure ({expected}).',
      en: '{path}: a device of specialization {found} does not take this measure ({expected}).',
    },
  },
  appliesTo: isResource('Device'),
  *check(resource, { pack }) {
    const { element, bundle } = resource;
    const codings = element.all('specialization').flatMap((each) => codingsOf(each.child('systemType')));
    const own = codings.filter(({ system, code }) => system === MDC && code !== '');
    for (const { element: coding, code } of own) {
      if (!isKnownSpecialization(code)) yield problemAt('unknown', resource, coding, { found: code });
    }
    for (const observation of resourcesOf(bundle, 'Observation')) {
      const row = rowFor(pack.fhir, observation);
      const isTaker = observation.child('device')?.valueOf('reference') === `Device/${element.valueOf('id')}`;
      if (!row || !isTaker || own.some(({ code }) => mayMeasure(code, measureNameOf(row.profile)))) continue;
      const [first] = own;
      if (first) yield problemAt('doesNotFit', resource, first.element, { found: first.code, expected: row.id });
    }
  },
});
