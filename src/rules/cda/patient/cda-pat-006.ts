import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { goesToDmp } from '../parameters.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';

export const cdaPat006 = defineRule<CdaDocument, CdaContext, 'missing'>({
  id: 'CDA-PAT-006',
  subject: 'cda/document',
  title: { fr: 'Vers le DMP, le patient porte son INS', en: 'Towards the DMP, the patient bears the INS' },
  why: {
    fr: 'Le DMP et Mon espace santé se rangent par INS : sans elle, le document est refusé.',
    en: 'The DMP and Mon espace santé are kept by INS: without it the document is refused.',
  },
  repair: {
    fr: 'Ajoutez l’id INS du patient (OID 1.2.250.1.213.1.4.8 ou .9) avec tous ses traits, ou n’envoyez pas le document au DMP.',
    en: 'Add the INS of the patient (OID 1.2.250.1.213.1.4.8 or .9) with all its traits, or do not send the document to the DMP.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('header, patient identifier')],
  messages: {
    missing: {
      fr: '{path} n’a pas d’INS alors que le document va au DMP.',
      en: '{path} has no INS although the document goes to the DMP.',
    },
  },
  appliesTo: (document, context) => goesToDmp(context) && document.header.patient !== undefined,
  *check(document) {
    const patient = document.header.patient;
    if (patient && patient.ins.length === 0) {
      yield problemAt('missing', document, patient.node, { constraintId: 'INS-STATUS' });
    }
  },
});
