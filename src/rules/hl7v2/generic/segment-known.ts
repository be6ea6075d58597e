import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { grammarFor } from './grammar-for.js';
import { rowsOf } from './rows.js';
import { hl7 } from './sources.js';

/** Where the pack has a grammar for the message, the rules of structure say it. */
export const segmentKnown = defineRule<Hl7v2Message, Hl7v2Context, 'unknown'>({
  id: 'hl7v2/segment-known',
  subject: 'hl7v2/message',
  title: { fr: 'Les segments existent', en: 'Segments exist' },
  why: {
    fr: 'Un segment inconnu est ignoré : ce qu’il porte est perdu. Une ligne qui n’est pas un segment vient souvent d’un texte coupé par un retour à la ligne.',
    en: 'An unknown segment is ignored: what it carries is lost. A line that is no segment often comes from a text cut by a line break.',
  },
  repair: {
    fr: 'Corrigez le nom du segment, utilisez un segment Z pour des données locales, et échappez les retours à la ligne (\\.br\\).',
    en: 'Correct the name of the segment, use a Z segment for local data, and escape line breaks (\\.br\\).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [hl7('2, segments')],
  hl7Error: '100',
  messages: {
    unknown: {
      fr: '{path} n’est pas un segment de HL7 {expected}',
      en: '{path} is not a segment of HL7 {expected}',
    },
  },
  appliesTo: (message, context) => grammarFor(message, context) === undefined,
  *check(message, { profile }) {
    const { segments } = rowsOf(profile);
    for (const segment of message.segments) {
      if (segments.has(segment.name) || (segment.hasName && segment.name.startsWith('Z'))) continue;
      yield problemAt('unknown', segment, { expected: profile.baseVersion });
    }
  },
});
