import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { isTimestamp } from '../../hl7v2/timestamp.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { compareTimes } from '../time.js';

export const cdaPat017 = defineRule<CdaDocument, CdaContext, 'wrong' | 'future'>({
  id: 'CDA-PAT-017',
  subject: 'cda/document',
  title: {
    fr: 'La date de naissance est une date entière et passée',
    en: 'The birth date is a whole date in the past',
  },
  why: {
    fr: 'Une date incomplète ou impossible ne permet pas de rapprocher le patient.',
    en: 'An incomplete or impossible date does not let the patient be matched.',
  },
  repair: {
    fr: 'Écrivez AAAAMMJJ, telle que l’INSi l’a rendue.',
    en: 'Write YYYYMMDD, as INSi returned it.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('birthTime')],
  messages: {
    wrong: {
      fr: '{path} vaut « {found} » ; une date réelle de 8 chiffres est attendue.',
      en: '{path} is "{found}"; a real date of 8 digits is expected.',
    },
    future: {
      fr: '{path} vaut « {found} », après la date du document.',
      en: '{path} is "{found}", after the date of the document.',
    },
  },
  appliesTo: (document) => document.header.patient?.birthTime?.value !== undefined,
  *check(document) {
    const birth = document.header.patient?.birthTime;
    if (birth?.value === undefined) return;
    const place = birth.node.attr('value') ?? birth.node;
    // A time of birth after the day is allowed: only the day identifies.
    if (!isTimestamp(birth.value) || birth.value.length < 8) {
      yield problemAt('wrong', document, place, { found: birth.value });
      return;
    }
    // The judge has no clock: a document cannot be older than its patient.
    const written = document.header.effectiveTime?.value;
    if (written !== undefined && (compareTimes(birth.value.slice(0, 8), written) ?? 0) > 0)
      yield problemAt('future', document, place, { found: birth.value });
  },
});
