import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';

/** XPN-5 (prefix) and XPN-7 (type) are allowed. */
const FORBIDDEN = [4, 6, 8, 9, 10, 11, 12, 13, 14] as const;

/** A single letter in XPN-8 with an empty XPN-7 is a shifted type: PAM-PID-5 says so. */
export const pamPid5Xcomp = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-PID-5-XCOMP',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les composants de nom interdits en France sont vides',
    en: 'The name components forbidden in France are empty',
  },
  why: {
    fr: 'Suffixe, diplôme et variantes d’écriture ne sont pas lus en France : ce qui s’y trouve est perdu, et signale souvent un ^ de trop.',
    en: 'Suffix, degree and spelling variants are not read in France: what stands there is lost, and often betrays one ^ too many.',
  },
  repair: {
    fr: 'Gardez nom, prénom, liste des prénoms, civilité (cinquième composant) et type (septième) ; videz les autres.',
    en: 'Keep family name, given name, list of given names, prefix (fifth component) and type (seventh); empty the others.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [dataTypesFr('§N.10')],
  french: true,
  messages: {
    valued: {
      fr: '{path} porte « {found} » ; un composant vide est attendu en France. Vérifiez le nombre de ^ et videz-le.',
      en: '{path} holds "{found}"; an empty component is expected in France. Check the number of ^ and empty it.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      for (const name of patient.field(5).repetitions) {
        const last = name.components.length;
        for (const position of FORBIDDEN) {
          if (position > last) break;
          const component = name.component(position);
          if (!component.isValued) continue;
          const found = component.text;
          if (position === 8 && found.length === 1 && name.component(7).isEmpty) continue;
          yield problemAt('valued', component, { found });
        }
      }
    }
  },
});
