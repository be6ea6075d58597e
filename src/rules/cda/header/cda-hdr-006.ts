import { defineRule } from '../../../core/index.js';
import { attributeOf, type CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { structMin } from '../sources.js';

const OID = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** HL7's reserved identifiers: a letter, then letters, digits and hyphens. */
const RUID = /^[A-Za-z][A-Za-z0-9-]*$/;

export const cdaHdr006 = defineRule<CdaDocument, CdaContext, 'wrong'>({
  id: 'CDA-HDR-006',
  subject: 'cda/document',
  title: { fr: 'Un templateId est un OID bien formé', en: 'A templateId is a well-formed OID' },
  why: {
    fr: 'Un zéro ou un point de trop suffit : le destinataire ne reconnaît plus le gabarit et n’applique pas ses contrôles.',
    en: 'One zero or dot too many is enough: the receiver no longer recognises the template and skips its checks.',
  },
  repair: {
    fr: 'Écrivez l’OID en chiffres et points, sans espace ni zéro de tête (un UUID est admis aussi).',
    en: 'Write the OID in digits and dots, without spaces or leading zeros (a UUID is admitted too).',
  },
  severity: 'error',
  trust: 'national',
  spec: [structMin('ClinicalDocument')],
  messages: {
    wrong: {
      fr: '{path} vaut « {found} » ; un OID, un UUID ou un RUID est attendu.',
      en: '{path} is "{found}"; an OID, a UUID or a RUID is expected.',
    },
  },
  appliesTo: (document) => document.test('cda:templateId'),
  *check(document) {
    for (const node of document.elements('cda:templateId')) {
      const root = attributeOf(node, 'root') ?? '';
      if (OID.test(root) || UUID.test(root) || RUID.test(root)) continue;
      yield problemAt('wrong', document, node.attr('root') ?? node, { found: root });
    }
  },
});
