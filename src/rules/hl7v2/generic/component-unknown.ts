import { defineRule } from '../../../core/index.js';
import type { Element, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { constraintOf } from './row-problem.js';
import type { TypePlan } from './rows.js';
import { hl7 } from './sources.js';
import { walkOf } from './walk.js';

export const componentUnknown = defineRule<Hl7v2Message, Hl7v2Context, 'unknown' | 'split'>({
  id: 'hl7v2/component-unknown',
  subject: 'hl7v2/message',
  title: {
    fr: 'Aucune valeur au-delà du dernier composant d’un type',
    en: 'No value beyond the last component of a type',
  },
  why: {
    fr: 'Un destinataire ignore les composants qu’il ne connaît pas : la fin de la valeur est perdue, souvent parce qu’un « ^ » ou « & » du texte n’a pas été échappé.',
    en: 'A receiver ignores components it does not know: the end of the value is lost, often because a "^" or "&" of the text was not escaped.',
  },
  repair: {
    fr: 'Échappez les séparateurs qui font partie du texte (\\S\\ pour « ^ », \\T\\ pour « & »), ou retirez la valeur en trop.',
    en: 'Escape separators that are part of the text (\\S\\ for "^", \\T\\ for "&"), or remove the extra value.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [hl7('2, fields'), hl7('2, escape sequences')],
  messages: {
    unknown: {
      fr: '{path} contient une valeur ; le type {type} s’arrête au composant {expected}',
      en: '{path} holds a value; type {type} ends at component {expected}',
    },
    split: {
      fr: '{path} est de type {type}, qui n’a pas de composants, et contient un séparateur',
      en: '{path} is of type {type}, which has no components, and holds a separator',
    },
  },
  *check(message, { profile }) {
    const { composites, splits } = walkOf(message, profile);
    for (const { element, type } of composites) {
      const parts = 'subcomponents' in element ? element.subcomponents : element.components;
      const last = type.components.length - 1;
      const extra = parts.slice(last).find((part) => part.isValued);
      if (extra) yield problemAt('unknown', extra, { ...factsOf(extra, type), expected: String(last) });
    }
    for (const { element, type } of splits) yield problemAt('split', element, factsOf(element, type));
  },
});

function factsOf(element: Element, { name, row }: TypePlan) {
  return { found: element.text, data: { type: name }, constraintId: constraintOf(row) };
}
