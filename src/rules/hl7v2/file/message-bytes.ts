import { defineRule, type Severity } from '../../../core/index.js';
import type { Anomaly, Hl7v2Message } from '../../../formats/hl7v2/index.js';

type MessageId = 'byteOrderMark' | 'nulByte' | 'emptyLine' | 'leadingBlank';

/** Line ends have a rule of their own, PAM-MLLP-SEGSEP. */
const KINDS: Partial<Readonly<Record<Anomaly['code'], readonly [MessageId, Severity]>>> = {
  'byte-order-mark': ['byteOrderMark', 'warning'],
  'nul-byte': ['nulByte', 'error'],
  'empty-line': ['emptyLine', 'information'],
  'leading-blank': ['leadingBlank', 'information'],
};

/** Bytes that belong to no segment and make readers stumble. */
export const messageBytes = defineRule<Hl7v2Message, unknown, MessageId>({
  id: 'hl7v2/message-bytes',
  subject: 'hl7v2/message',
  title: { fr: 'Le message ne contient que ses segments', en: 'The message holds nothing but its segments' },
  why: {
    fr: 'Une marque d’ordre des octets ou un octet nul est invisible dans un éditeur et suffit à ce qu’un destinataire ne trouve pas MSH, ou coupe le message.',
    en: 'A byte order mark or a NUL byte is invisible in an editor and is enough for a receiver to miss MSH, or to cut the message.',
  },
  repair: {
    fr: 'Produisez le message en octets, sans marque d’ordre des octets (BOM), ni octet nul, ni ligne vide.',
    en: 'Produce the message as bytes, without byte order mark (BOM), NUL byte or empty line.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [{ standard: 'HL7 2.5', section: '2.8' }],
  messages: {
    byteOrderMark: {
      fr: 'Le message commence par une marque d’ordre des octets (BOM) : retirez ces octets, MSH doit venir en premier.',
      en: 'The message starts with a byte order mark (BOM): remove those bytes, MSH must come first.',
    },
    nulByte: {
      fr: 'Octet nul (0x00) à la position {offset} : retirez-le.',
      en: 'NUL byte (0x00) at position {offset}: remove it.',
    },
    emptyLine: {
      fr: 'Ligne vide entre deux segments : deux fins de segment se suivent.',
      en: 'Empty line between two segments: two segment ends in a row.',
    },
    leadingBlank: { fr: 'Espace ou ligne vide avant MSH.', en: 'Blank or empty line before MSH.' },
  },
  *check(message) {
    for (const { code, offset, length } of message.anomalies) {
      const kind = KINDS[code];
      if (!kind) continue;
      const [messageId, severity] = kind;
      yield { messageId, location: message.locateSpan('MSH', offset, length), data: { offset }, severity };
    }
  },
});
