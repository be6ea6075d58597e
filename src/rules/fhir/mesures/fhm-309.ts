import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, measureOf, quantitiesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm309 = defineRule<FhirResource, FhirContext, 'tooPrecise'>({
  id: 'FHM-309',
  subject: 'fhir/resource',
  title: { fr: 'La valeur n’a pas plus de décimales que l’usage', en: 'The value has no more decimals than usual' },
  why: {
    fr: 'Des décimales en trop viennent d’une conversion non arrondie et font croire à une précision que l’appareil n’a pas.',
    en: 'Too many decimals come from a conversion without rounding and suggest a precision the device lacks.',
  },
  repair: { fr: 'Arrondissez à la précision de l’appareil.', en: 'Round to the precision of the device.' },
  severity: 'information',
  trust: 'project',
  spec: [ours('usual decimals')],
  messages: {
    tooPrecise: {
      fr: '{path} : « {found} » a plus de {expected} décimale(s).',
      en: '{path}: "{found}" has more than {expected} decimal(s).',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    if (!measure || measure.integer) return;
    for (const { element, text } of quantitiesOf(resource.element)) {
      const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
      if (decimals <= measure.decimals) continue;
      const place = element.child('value') ?? element;
      yield problemAt('tooPrecise', resource, place, { found: text, expected: String(measure.decimals) });
    }
  },
});
