import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, kindOf, measureOf, quantitiesOf } from './measures.js';
import { plausibilityOf } from './plausibility.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm306 = defineRule<FhirResource, FhirContext, 'outside'>({
  id: 'FHM-306',
  subject: 'fhir/resource',
  title: { fr: 'La valeur est plausible', en: 'The value is plausible' },
  why: {
    fr: 'Aucun profil ne fixe de bornes ; celles-ci sont les nôtres, larges : au-delà, c’est presque toujours une erreur de saisie.',
    en: 'No profile sets limits; these are ours, and wide: beyond them it is nearly always a slip.',
  },
  repair: { fr: 'Vérifiez la valeur et son unité.', en: 'Check the value and its unit.' },
  severity: 'warning',
  trust: 'project',
  spec: [ours('plausible ranges')],
  messages: {
    outside: {
      fr: '{path} : {found} hors de l’intervalle plausible {expected}. Vérifiez la saisie et l’unité.',
      en: '{path}: {found} outside the plausible range {expected}. Check the entry and the unit.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    if (!measure) return;
    for (const quantity of quantitiesOf(resource.element)) {
      const doubt = plausibilityOf(quantity, measure, kindOf(resource, measure));
      if (doubt === undefined || doubt.slip !== undefined) continue;
      const place = quantity.element.child('value') ?? quantity.element;
      yield problemAt('outside', resource, place, { found: quantity.text, expected: doubt.range });
    }
  },
});
