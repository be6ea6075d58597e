import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, quantitiesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm606 = defineRule<FhirResource, FhirContext, 'reversed' | 'meanOutside'>({
  id: 'FHM-606',
  subject: 'fhir/resource',
  title: {
    fr: 'La diastolique est sous la systolique, la moyenne entre les deux',
    en: 'The diastolic is below the systolic, the mean in between',
  },
  why: {
    fr: 'Des pressions inversées viennent presque toujours de codes échangés.',
    en: 'Reversed pressures nearly always come from exchanged codes.',
  },
  repair: {
    fr: 'Vérifiez l’affectation des codes 8480-6, 8462-4 et 8478-0.',
    en: 'Check which value has which of the codes 8480-6, 8462-4 and 8478-0.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('order of the pressures')],
  messages: {
    reversed: {
      fr: '{path} : la diastolique ({found}) n’est pas sous la systolique ({expected}).',
      en: '{path}: the diastolic ({found}) is not below the systolic ({expected}).',
    },
    meanOutside: {
      fr: '{path} : la moyenne ({found}) n’est pas entre diastolique et systolique ({expected}).',
      en: '{path}: the mean ({found}) is not between diastolic and systolic ({expected}).',
    },
  },
  appliesTo: isMeasure('bp'),
  *check(resource) {
    const quantities = quantitiesOf(resource.element);
    const of = (code: string) => quantities.find(({ component }) => component === code);
    const [systolic, diastolic, mean] = [of('8480-6'), of('8462-4'), of('8478-0')];
    if (!systolic || !diastolic || systolic.code !== diastolic.code) return;
    const place = (element: FhirElement) => element.child('value') ?? element;
    if (diastolic.value >= systolic.value) {
      const facts = { found: diastolic.text, expected: systolic.text };
      yield { ...problemAt('reversed', resource, place(diastolic.element), facts), expectedIsPersonal: true };
    } else if (mean && mean.code === systolic.code && (mean.value < diastolic.value || mean.value > systolic.value)) {
      const facts = { found: mean.text, expected: `${diastolic.text}–${systolic.text}` };
      yield { ...problemAt('meanOutside', resource, place(mean.element), facts), expectedIsPersonal: true };
    }
  },
});
