import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';

const COUNTY = 'cda:recordTarget/cda:patientRole/cda:patient/cda:birthplace/cda:place/cda:addr/cda:county';
/** Commune (2A and 2B for Corsica) or country (99xxx) in the geographic code of INSEE. */
const COG = /^(?:\d{5}|2[AB]\d{3})$/;

/** The same idea as PAM-PID-11-BDL-COG. */
export const cdaPat018 = defineRule<CdaDocument, CdaContext, 'wrong'>({
  id: 'CDA-PAT-018',
  subject: 'cda/document',
  title: { fr: 'Le lieu de naissance est un code INSEE', en: 'The birth place is an INSEE code' },
  why: {
    fr: 'Le lieu de naissance est un trait de l’INS, comparé sous forme de code : un nom de ville ou un code postal ne se compare pas.',
    en: 'The birth place is a trait of the INS, compared as a code: a town name or a postal code does not compare.',
  },
  repair: {
    fr: 'Mettez en county le code officiel géographique de 5 caractères (99xxx pour l’étranger).',
    en: 'Put the official geographic code of 5 characters in county (99xxx for abroad).',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('PAM-PID-11-BDL-COG')],
  messages: {
    wrong: {
      fr: '{path} vaut « {found} » ; un code INSEE de 5 caractères est attendu.',
      en: '{path} is "{found}"; an INSEE code of 5 characters is expected.',
    },
  },
  appliesTo: (document) => document.test(COUNTY),
  *check(document) {
    for (const node of document.elements(COUNTY)) {
      const found = node.content.trim();
      if (!COG.test(found)) yield problemAt('wrong', document, node, { found, constraintId: 'BDL-COG' });
    }
  },
});
