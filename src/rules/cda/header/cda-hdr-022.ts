import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { goesToDmp } from '../parameters.js';
import { problemAt } from '../problem-at.js';
import { ansTransport } from '../sources.js';

export const cdaHdr022 = defineRule<CdaDocument, CdaContext, 'restricted'>({
  id: 'CDA-HDR-022',
  subject: 'cda/document',
  title: { fr: 'Un document restreint ne va pas au DMP', en: 'A restricted document does not go to the DMP' },
  why: {
    fr: 'Le DMP règle la visibilité par ses propres métadonnées : un document R ou V n’y est pas attendu et peut être refusé.',
    en: 'The DMP sets visibility with metadata of its own: an R or V document is not expected there and may be refused.',
  },
  repair: {
    fr: 'Gardez N et masquez le document par les métadonnées (MASQUE_PS, INVISIBLE_PATIENT…), ou ne l’envoyez pas au DMP.',
    en: 'Keep N and hide the document with the metadata (MASQUE_PS, INVISIBLE_PATIENT…), or do not send it to the DMP.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansTransport('mapping, confidentialityCode')],
  messages: {
    restricted: {
      fr: '{path} vaut {found} alors que le document va au DMP ; N est attendu.',
      en: '{path} is {found} although the document goes to the DMP; N is expected.',
    },
  },
  appliesTo: (document, context) => goesToDmp(context) && document.header.confidentialityCode !== undefined,
  *check(document) {
    const code = document.header.confidentialityCode;
    if (!code || (code.code !== 'R' && code.code !== 'V')) return;
    yield problemAt('restricted', document, code.node, { found: code.code, expected: 'N' });
  },
});
