import type { Text } from '../../../core/index.js';
import type { Predicate } from '../../../packs/index.js';

/** A predicate as the end of a sentence: `PV1-2 vaut I ou O`, `l’événement est A01`, `EI.3 est renseigné`. */
export function describePredicate(predicate: Predicate | undefined): Text {
  if (!predicate) return { fr: '', en: '' };
  if ('not' in predicate) return describeNegation(predicate.not);
  if ('valued' in predicate) {
    return { fr: `${predicate.valued} est renseigné`, en: `${predicate.valued} is populated` };
  }
  if ('equals' in predicate) {
    const { path, value } = predicate.equals;
    return { fr: `${path} vaut ${oneOf(value).fr}`, en: `${path} is ${oneOf(value).en}` };
  }
  if ('event' in predicate) {
    const events = oneOf(predicate.event);
    return { fr: `l’événement est ${events.fr}`, en: `the event is ${events.en}` };
  }
  return 'all' in predicate ? joined(predicate.all, 'et', 'and') : joined(predicate.any, 'ou', 'or');
}

function describeNegation(predicate: Predicate): Text {
  if ('valued' in predicate) return { fr: `${predicate.valued} est vide`, en: `${predicate.valued} is empty` };
  if ('equals' in predicate) {
    const { path, value } = predicate.equals;
    return { fr: `${path} ne vaut pas ${oneOf(value).fr}`, en: `${path} is not ${oneOf(value).en}` };
  }
  if ('event' in predicate) {
    const events = oneOf(predicate.event);
    return { fr: `l’événement n’est pas ${events.fr}`, en: `the event is not ${events.en}` };
  }
  const { fr, en } = describePredicate(predicate);
  return { fr: `il n’est pas vrai que ${fr}`, en: `it is not true that ${en}` };
}

function oneOf(values: string | readonly string[]): Text {
  const list = [values].flat();
  return { fr: list.join(' ou '), en: list.join(' or ') };
}

function joined(parts: readonly Predicate[], fr: string, en: string): Text {
  const texts = parts.map((part) => {
    const text = describePredicate(part);
    return 'all' in part || 'any' in part ? { fr: `(${text.fr})`, en: `(${text.en})` } : text;
  });
  return { fr: texts.map((text) => text.fr).join(` ${fr} `), en: texts.map((text) => text.en).join(` ${en} `) };
}
