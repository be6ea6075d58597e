import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';

export const cdaHdr007 = defineRule<CdaDocument, CdaContext, 'twice'>({
  id: 'CDA-HDR-007',
  subject: 'cda/document',
  title: { fr: 'Un templateId n’est pas répété', en: 'A templateId is not repeated' },
  why: {
    fr: 'Une répétition ne dit rien de plus et fait échouer les contrôles qui comptent les templateId.',
    en: 'A repetition says nothing more and makes the checks that count templateIds fail.',
  },
  repair: { fr: 'Retirez la répétition.', en: 'Remove the repetition.' },
  severity: 'warning',
  trust: 'project',
  spec: [own('templateId')],
  messages: {
    twice: {
      fr: '{path} répète le templateId {found}.',
      en: '{path} repeats the templateId {found}.',
    },
  },
  appliesTo: (document) => document.header.templateIds.length > 0,
  *check(document) {
    const seen = new Set<string>();
    for (const { root = '', extension = '', node } of document.header.templateIds) {
      const key = extension === '' ? root : `${root}:${extension}`;
      if (seen.has(key)) yield problemAt('twice', document, node, { found: key });
      seen.add(key);
    }
  },
});
