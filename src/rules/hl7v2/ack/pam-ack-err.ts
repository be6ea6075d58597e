import { defineRule, type Problem } from '../../../core/index.js';
import type { Repetition, Segment } from '../../../formats/hl7v2/index.js';
import type { TableRow } from '../../../packs/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { type Answer, acknowledgementCode, inAnswer, isRefused, knowsErr3 } from './ack.js';

type MessageId =
  | 'noErr'
  | 'noCode'
  | 'unknownCode'
  | 'codingSystem'
  | 'noSeverity'
  | 'unknownSeverity'
  | 'place'
  | 'oldPlace';

const SEGMENT = /^[A-Z][A-Z0-9]{2}$/;
const NUMBER = /^\d*$/;

export const pamAckErr = defineRule<Hl7v2Exchange, Hl7v2Context, MessageId>({
  id: 'PAM-ACK-ERR',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'Un refus dit l’erreur dans un segment ERR bien formé',
    en: 'A refusal tells the error in a well-formed ERR segment',
  },
  why: {
    fr: 'Sans code ni emplacement, l’équipe qui a envoyé le message ne peut pas le corriger : elle appelle le support, et l’identité du patient reste fausse pendant ce temps.',
    en: 'Without a code and a place, the team that sent the message cannot correct it: it calls support, and the identity of the patient stays wrong meanwhile.',
  },
  repair: {
    fr: 'Ajoutez un segment ERR par problème, par exemple ERR||PID^1^3|101^Required field missing^HL70357|E : emplacement, code de la table 0357, gravité.',
    en: 'Add one ERR segment per problem, such as ERR||PID^1^3|101^Required field missing^HL70357|E: place, code of table 0357, severity.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3.2')],
  messages: {
    noErr: {
      fr: 'MSA-1 vaut {code} mais la réponse n’a pas de segment ERR. Ajoutez-en un par problème, avec ERR-3 et ERR-4.',
      en: 'MSA-1 is {code} but the answer has no ERR segment. Add one per problem, with ERR-3 and ERR-4.',
    },
    noCode: {
      fr: '{path} est vide ; un code de la table 0357 est attendu (101 pour un champ manquant, 103 pour un code inconnu…).',
      en: '{path} is empty; a code of table 0357 is expected (101 for a missing field, 103 for an unknown code…).',
    },
    unknownCode: {
      fr: '{path} vaut « {found} », absent de la table 0357. Mettez-y le code HL7 le plus proche, et votre propre code dans ERR-5.',
      en: '{path} is "{found}", absent from table 0357. Put the nearest HL7 code there, and your own code in ERR-5.',
    },
    codingSystem: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour dire que le code vient de la table 0357.',
      en: '{path} is "{found}"; {expected} is expected, to say that the code comes from table 0357.',
    },
    noSeverity: {
      fr: '{path} est vide ; indiquez E (erreur), W (avertissement) ou I (information).',
      en: '{path} is empty; give E (error), W (warning) or I (information).',
    },
    unknownSeverity: {
      fr: '{path} vaut « {found} », absent de la table 0516. Indiquez E, W ou I.',
      en: '{path} is "{found}", absent from table 0516. Give E, W or I.',
    },
    place: {
      fr: '{path} vaut « {found} », qui ne désigne pas un emplacement. Écrivez segment^rang^champ^répétition^composant, par exemple PID^1^3^1^4, ou laissez le champ vide.',
      en: '{path} is "{found}", which names no place. Write segment^sequence^field^repetition^component, such as PID^1^3^1^4, or leave the field empty.',
    },
    oldPlace: {
      fr: '{path} est renseigné ; ce champ n’est plus admis depuis HL7 2.5. Mettez l’emplacement dans ERR-2 et le code dans ERR-3.',
      en: '{path} is valued; this field is no longer allowed since HL7 2.5. Put the place in ERR-2 and the code in ERR-3.',
    },
  },
  appliesTo: ({ answers }) =>
    answers.some((answer) => isRefused(acknowledgementCode(answer)) || answer.message.first('ERR') !== undefined),
  *check({ sent, answers }, context) {
    const codes = tableOfField(context, 'ERR', 3, '0357');
    const severities = tableOfField(context, 'ERR', 4, '0516');
    if (codes === undefined || severities === undefined) {
      yield missingTable(codes === undefined ? '0357' : '0516');
      return;
    }
    for (const answer of answers) {
      const errors = answer.message.all('ERR');
      const code = acknowledgementCode(answer);
      if (errors.length === 0 && isRefused(code) && !saysItTheOldWay(answer, knowsErr3(sent))) {
        yield inAnswer(answer, problemAt('noErr', answer.message.missingSegment('ERR'), { data: { code } }));
      }
      for (const err of errors) {
        if (!knowsErr3(sent) && err.field(1).isValued) continue;
        for (const problem of problemsOf(err, codes, severities)) yield inAnswer(answer, problem);
      }
    }
  },
});

/** Before HL7 2.5 an answer told its error in MSA-3 (reference §6.3). */
function saysItTheOldWay({ message }: Answer, knowsErr: boolean): boolean {
  return !knowsErr && message.field('MSA', 3).isValued;
}

function* problemsOf(err: Segment, codes: TableRow, severities: TableRow): Generator<Problem<MessageId>> {
  if (err.field(1).isValued) yield problemAt('oldPlace', err.field(1), { severity: 'warning' });
  for (const place of err.field(2).repetitions) {
    if (place.isValued && !isPlace(place)) yield problemAt('place', place, { found: place.text });
  }
  const code = err.field(3).component(1);
  const system = err.field(3).component(3);
  if (!code.isValued) yield problemAt('noCode', err.field(3));
  else if (!hasCode(codes, code.text)) yield problemAt('unknownCode', code, { found: code.text });
  else if (system.text !== 'HL70357') {
    yield problemAt('codingSystem', system, { found: system.text, expected: 'HL70357', severity: 'information' });
  }
  const severity = err.field(4);
  if (!severity.isValued) yield problemAt('noSeverity', severity);
  else if (!hasCode(severities, severity.text)) yield problemAt('unknownSeverity', severity, { found: severity.text });
}

/** ERL: segment, its sequence, field, repetition, component, sub-component. */
function isPlace(place: Repetition): boolean {
  const [segment, ...numbers] = place.components;
  if (segment === undefined || !SEGMENT.test(segment.text) || numbers.length > 5) return false;
  return numbers.every((number) => NUMBER.test(number.text));
}
