import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isUcumUnit } from '../ucum.js';
import { r4 } from './sources.js';

const UCUM = 'http://unitsofmeasure.org';

/** Every quantity that names UCUM as its system. */
export const ucumUnit = defineRule<FhirResource, FhirContext, 'notAUnit'>({
  id: 'fhir/ucum-unit',
  subject: 'fhir/resource',
  title: { fr: 'Les codes d’unité existent dans UCUM', en: 'Unit codes exist in UCUM' },
  why: {
    fr: 'Une unité que le destinataire ne sait pas convertir rend la valeur inutilisable, ou dangereuse.',
    en: 'A unit the receiver cannot convert makes the value useless, or dangerous.',
  },
  repair: {
    fr: 'Écrivez le code UCUM, sensible à la casse : mm[Hg], Cel, /min, kg/m2.',
    en: 'Write the UCUM code, which is case-sensitive: mm[Hg], Cel, /min, kg/m2.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('datatypes.html#quantity', '2.24.0.6 Quantity'), { standard: 'UCUM', section: '§1 to §27' }],
  messages: {
    notAUnit: {
      fr: '{path} : « {found} » n’est pas un code UCUM',
      en: '{path}: "{found}" is not a UCUM code',
    },
  },
  *check({ document, element }) {
    for (const quantity of ownDescendants(element)) {
      const code = quantity.valueOf('system') === UCUM ? quantity.child('code') : undefined;
      // A coding of UCUM units has a system too, and its code is a unit as well.
      if (code?.text === undefined || code.text === '' || isUcumUnit(code.text)) continue;
      const location = document.locate(code);
      yield { messageId: 'notAUnit', location, found: code.text, data: { path: location.path, found: code.text } };
    }
  },
});

/** Elements of the resource; resources of Bundle entries are subjects of their own. */
function* ownDescendants(element: FhirElement): Generator<FhirElement> {
  for (const child of element.children) {
    if (child.name === 'resource' && child.parent?.name === 'entry') continue;
    if (child.children.length === 0) continue;
    yield child;
    yield* ownDescendants(child);
  }
}
