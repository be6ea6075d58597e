import { defineRule } from '../../../core/index.js';
import { attributeOf, type CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';
import { identifiersOf } from './identifiers.js';

const REFERENCES = "cda:component/cda:structuredBody/descendant::cda:reference[starts-with(@value, '#')]";

/** A warning although our reference says error: half of the official valid examples break it, and no ANS tool checks it. */
export const cdaN3013 = defineRule<CdaDocument, CdaContext, 'missing'>({
  id: 'CDA-N3-013',
  subject: 'cda/document',
  title: { fr: 'Un renvoi au texte trouve sa cible', en: 'A reference to the text finds its target' },
  why: {
    fr: 'Le renvoi relie une donnée au texte qu’un lecteur a vu. Sans cible, on ne sait plus ce qui a été validé.',
    en: 'The reference links a datum to the text a reader saw. Without a target nobody knows what was validated.',
  },
  repair: {
    fr: 'Ajoutez l’ID dans le texte de la section (par exemple content ID="X"), ou corrigez reference/@value.',
    en: 'Add the ID in the text of the section (for example content ID="X"), or correct reference/@value.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('entries and narrative')],
  messages: {
    missing: {
      fr: '{path} vaut « {found} », mais aucun élément du document ne porte cet ID.',
      en: '{path} is "{found}", but no element of the document bears this ID.',
    },
  },
  appliesTo: (document) => document.level === 3 && document.test(REFERENCES),
  *check(document) {
    const identifiers = identifiersOf(document);
    for (const node of document.elements(REFERENCES)) {
      const value = attributeOf(node, 'value') ?? '';
      // An ID written twice is CDA-N3-014.
      if (identifiers.has(value.slice(1))) continue;
      yield problemAt('missing', document, node.attr('value') ?? node, { found: value });
    }
  },
});
