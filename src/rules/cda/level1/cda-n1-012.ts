import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';

export const cdaN1012 = defineRule<CdaDocument, CdaContext, 'structured'>({
  id: 'CDA-N1-012',
  subject: 'cda/document',
  title: { fr: 'Un niveau 3 existe peut-être pour ce type', en: 'A level 3 may exist for this type' },
  why: {
    fr: 'Quand le CI-SIS a un modèle structuré, le destinataire peut l’exploiter : un niveau 1 seul ne fait que s’afficher.',
    en: 'When the CI-SIS has a structured model the receiver can use it: a level 1 alone can only be shown.',
  },
  repair: {
    fr: 'Si vous savez produire le niveau 3, envoyez-le avec un lien XFRM vers ce niveau 1.',
    en: 'If you can produce the level 3, send it with an XFRM link to this level 1.',
  },
  severity: 'information',
  trust: 'national',
  spec: [ansGuide('non-structured body')],
  messages: {
    structured: {
      fr: '{path} vaut {found} ; modèles structurés de ce type : {expected}.',
      en: '{path} is {found}; structured models of this type: {expected}.',
    },
  },
  appliesTo: (document) => document.level === 1 && document.type !== undefined,
  *check(document, { content }) {
    const code = document.header.code;
    const type = code?.code;
    if (!code || type === undefined) return;
    const models = content.models.filter((model) => model.codes.includes(type)).map((model) => model.id);
    if (models.length > 0)
      yield problemAt('structured', document, code.node.attr('code') ?? code.node, {
        found: type,
        expected: models.join(', '),
      });
  },
});
