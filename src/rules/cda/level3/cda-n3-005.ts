import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';

export const cdaN3005 = defineRule<CdaDocument, CdaContext, 'unknown'>({
  id: 'CDA-N3-005',
  subject: 'cda/document',
  title: { fr: 'La version du modèle est connue', en: 'The version of the model is known' },
  why: {
    fr: 'Le destinataire et l’outil de l’ANS choisissent leurs contrôles d’après cette version ; inconnue, ils en prennent une autre.',
    en: 'The receiver and the ANS tool choose their checks from this version; unknown, they take another.',
  },
  repair: {
    fr: 'Mettez en @extension du templateId du modèle une version publiée.',
    en: 'Put a published version in @extension of the model’s templateId.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('models')],
  messages: {
    unknown: {
      fr: '{path} vaut « {found} » ; versions connues du modèle {model} : {expected}.',
      en: '{path} is "{found}"; known versions of the model {model}: {expected}.',
    },
  },
  appliesTo: (document, { content }) =>
    document.level === 3 && modelsOf(document, content).some(({ version }) => version !== undefined),
  *check(document, { content }) {
    for (const { model, version } of modelsOf(document, content)) {
      if (version === undefined || model.versions.length === 0 || model.versions.includes(version)) continue;
      const own = model.templates.at(-1);
      const node = document.modelTemplates.find(({ root }) => root === own)?.node ?? document.root;
      const facts = { found: version, expected: model.versions.join(', '), data: { model: model.id } };
      yield problemAt('unknown', document, node, facts);
    }
  },
});
