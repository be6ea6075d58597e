import { defineRule } from '../../../core/index.js';
import {
  type Element,
  escapeSequences,
  type Field,
  type Hl7v2Message,
  resolveEscape,
} from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hl7 } from './sources.js';

export const escapeSequence = defineRule<Hl7v2Message, Hl7v2Context, 'unterminated' | 'unknown'>({
  id: 'hl7v2/escape-sequence',
  subject: 'hl7v2/message',
  title: { fr: 'Les séquences d’échappement sont lisibles', en: 'Escape sequences can be read' },
  why: {
    fr: 'Un caractère d’échappement seul ou inconnu est lu différemment selon le destinataire : texte perdu, ou séparateur pris pour du texte.',
    en: 'A lone or unknown escape is read differently by each receiver: text is lost, or a separator is taken for text.',
  },
  repair: {
    fr: 'Écrivez \\E\\ pour un caractère d’échappement qui fait partie du texte ; n’employez que les séquences de HL7.',
    en: 'Write \\E\\ for an escape character that is part of the text; use only the sequences of HL7.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [hl7('2, escape sequences')],
  hl7Error: '102',
  messages: {
    unterminated: {
      fr: '{path} : le caractère d’échappement « {found} » n’est pas refermé',
      en: '{path}: the escape character "{found}" is not closed',
    },
    unknown: {
      fr: '{path} : la séquence d’échappement « {found} » n’existe pas dans HL7',
      en: '{path}: the escape sequence "{found}" does not exist in HL7',
    },
  },
  appliesTo: (message) => {
    const mark = message.delimiters.escape;
    return mark !== '' && message.raw.indexOf(mark, message.msh.field(2).end) >= 0;
  },
  *check(message) {
    for (const segment of message.segments) {
      for (const field of segment.fields()) if (!field.isLiteral) yield* problemsOf(field);
    }
  },
});

/** Local sequences and changes of character set are HL7's own, though we do not resolve them. */
const UNRESOLVED = /^[ZCM]/;

function* problemsOf(field: Field) {
  const { delimiters, charset, raw } = field.message;
  if (!field.raw.includes(delimiters.escape)) return;
  for (const { offset, end, path } of leavesOf(field)) {
    for (const sequence of escapeSequences(raw.slice(offset, end), delimiters.escape)) {
      const { content } = sequence;
      const isKnown = content !== undefined && resolveEscape(content, delimiters, charset) !== undefined;
      if (isKnown || (content !== undefined && UNRESOLVED.test(content))) continue;
      const found =
        content === undefined ? delimiters.escape : shorten(`${delimiters.escape}${content}${delimiters.escape}`);
      yield {
        messageId: content === undefined ? ('unterminated' as const) : ('unknown' as const),
        location: field.message.locateSpan(path, offset + sequence.offset, sequence.length),
        data: { path, found },
        found,
      };
    }
  }
}

/** A sequence ends at the next separator at the latest, so it is looked for in each smallest part. */
function* leavesOf(field: Field): Generator<Element> {
  for (const repetition of field.repetitions) {
    for (const component of repetition.components) {
      if (component.subcomponents.length > 1) yield* component.subcomponents;
      else yield repetition.components.length > 1 ? component : repetition;
    }
  }
}

/** A lone escape far before another one would quote everything between them. */
function shorten(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}
