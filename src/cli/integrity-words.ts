import type { IntegrityProblem, Text } from '../judge.js';

/** What verifying says of a file of a run or of a dossier. */
export const INTEGRITY_WORDS: Readonly<Record<IntegrityProblem['code'], Text>> = {
  'no-manifest': {
    fr: 'manifeste ou index absent ou illisible : rien n’a été scellé',
    en: 'manifest or index absent or unreadable: nothing was sealed',
  },
  changed: { fr: 'contenu modifié', en: 'content changed' },
  missing: { fr: 'fichier disparu', en: 'file gone' },
  unlisted: { fr: 'fichier ajouté après coup', en: 'file added afterwards' },
  'chain-broken': { fr: 'la chaîne des événements est rompue', en: 'the chain of events is broken' },
  'not-json': { fr: 'événement illisible', en: 'unreadable event' },
  truncated: { fr: 'dernier événement incomplet', en: 'last event incomplete' },
};
