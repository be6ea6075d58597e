import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';

export const cdaN3004 = defineRule<CdaDocument, CdaContext, 'unknown'>({
  id: 'CDA-N3-004',
  subject: 'cda/document',
  title: { fr: 'Le modèle du document est connu', en: 'The model of the document is known' },
  why: {
    fr: 'Sans modèle connu, seules les règles générales sont contrôlées : le contenu propre au type ne l’est pas.',
    en: 'Without a known model only the general rules are checked: what is special to the type is not.',
  },
  repair: {
    fr: 'Vérifiez les templateId du modèle (il les faut tous), ou ajoutez votre modèle au pack.',
    en: 'Check the templateIds of the model (all are needed), or add your model to the pack.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('models')],
  messages: {
    unknown: {
      fr: '{path} : aucun modèle connu n’a ces templateId ({found}). Les contrôles propres au type n’ont pas eu lieu.',
      en: '{path}: no known model has these templateIds ({found}). The checks of the type did not take place.',
    },
  },
  appliesTo: (document) => document.level === 3 && document.modelTemplates.length > 0,
  *check(document, { content }) {
    if (modelsOf(document, content).length > 0) return;
    const roots = document.modelTemplates.map(({ root = '' }) => root);
    const node = document.modelTemplates[0]?.node ?? document.root;
    yield problemAt('unknown', document, node, { found: roots.join(', ') });
  },
});
