import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { isTimestamp } from '../../hl7v2/timestamp.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { structMin } from '../sources.js';

export const cdaHdr018 = defineRule<CdaDocument, CdaContext, 'count' | 'missing' | 'wrong'>({
  id: 'CDA-HDR-018',
  subject: 'cda/document',
  title: { fr: 'Le document est daté', en: 'The document is dated' },
  why: {
    fr: 'La date classe le document dans le dossier et devient creationTime ; illisible, le dépôt échoue.',
    en: 'The date sorts the document in the record and becomes creationTime; unreadable, registration fails.',
  },
  repair: {
    fr: 'Écrivez une seule date réelle : <effectiveTime value="20260105101500+0100"/>.',
    en: 'Write exactly one real date: <effectiveTime value="20260105101500+0100"/>.',
  },
  severity: 'error',
  trust: 'national',
  spec: [structMin('ClinicalDocument')],
  messages: {
    count: {
      fr: '{path} : {found} effectiveTime trouvé(s) ; un seul est attendu.',
      en: '{path}: {found} effectiveTime found; exactly one is expected.',
    },
    missing: {
      fr: '{path} n’a pas de @value ; la date du document est attendue.',
      en: '{path} has no @value; the date of the document is expected.',
    },
    wrong: {
      fr: '{path} vaut « {found} », qui n’est pas une date ; AAAAMMJJhhmmss+zzzz est attendu.',
      en: '{path} is "{found}", which is no date; YYYYMMDDhhmmss+zzzz is expected.',
    },
  },
  *check(document) {
    const times = document.elements('cda:effectiveTime');
    const [time, second] = times;
    if (!time || second) {
      yield problemAt('count', document, second ?? document.root, { found: String(times.length), expected: '1' });
      return;
    }
    const value = time.attr('value');
    if (!value) yield problemAt('missing', document, time);
    else if (!isTimestamp(value.value)) yield problemAt('wrong', document, value, { found: value.value });
  },
});
