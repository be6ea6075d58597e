import { defineRule } from '../../../core/index.js';
import { CDA_NAMESPACE, type CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { structMinClosed } from '../sources.js';

export const cdaHdr030 = defineRule<CdaDocument, CdaContext, 'unforeseen'>({
  id: 'CDA-HDR-030',
  subject: 'cda/document',
  title: {
    fr: 'L’en-tête ne contient que ce que le CI-SIS prévoit',
    en: 'The header only holds what the CI-SIS foresees',
  },
  why: {
    fr: 'Un élément admis par CDA et non prévu par le CI-SIS est ignoré du destinataire : ce qu’il dit est perdu.',
    en: 'An element that CDA admits and the CI-SIS does not foresee is ignored by the receiver: what it says is lost.',
  },
  repair: {
    fr: 'Retirez l’élément, ou dites la chose là où le CI-SIS la prévoit.',
    en: 'Remove the element, or say it where the CI-SIS foresees it.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [structMinClosed('ClinicalDocument')],
  messages: {
    unforeseen: {
      fr: '{path} n’est pas prévu par la structuration minimale ; le destinataire peut l’ignorer.',
      en: '{path} is not foreseen by the minimal structure; the receiver may ignore it.',
    },
  },
  *check(document, { content }) {
    for (const [path, names] of Object.entries(content.closed)) {
      const parent =
        path === '.'
          ? ''
          : `${path
              .split('/')
              .map((step) => `cda:${step}`)
              .join('/')}/`;
      for (const child of document.elements(`${parent}*`)) {
        const name = child.namespaceUri === CDA_NAMESPACE ? child.name : `${child.prefix}:${child.name}`;
        if (!names.includes(name)) yield problemAt('unforeseen', document, child);
      }
    }
  },
});
