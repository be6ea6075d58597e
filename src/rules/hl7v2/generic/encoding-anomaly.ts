import { defineRule } from '../../../core/index.js';
import type { Anomaly, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hl7 } from './sources.js';

type Code = 'byteOrderMark' | 'leadingBlank' | 'emptyLine' | 'nulByte';

/** Line ends belong to PAM-MLLP-SEGSEP. */
const CODES: Readonly<Record<Anomaly['code'], Code | undefined>> = {
  'byte-order-mark': 'byteOrderMark',
  'leading-blank': 'leadingBlank',
  'empty-line': 'emptyLine',
  'nul-byte': 'nulByte',
  'line-feed': undefined,
  'carriage-return-line-feed': undefined,
};

export const encodingAnomaly = defineRule<Hl7v2Message, Hl7v2Context, Code>({
  id: 'hl7v2/encoding-anomaly',
  subject: 'hl7v2/message',
  title: { fr: 'Le message ne contient que ses segments', en: 'The message holds nothing but its segments' },
  why: {
    fr: 'Des octets hors des segments font échouer les analyseurs stricts, qui attendent MSH dès le premier octet.',
    en: 'Bytes outside the segments make strict parsers fail: they expect MSH from the very first byte.',
  },
  repair: {
    fr: 'Retirez ces octets à l’écriture du message.',
    en: 'Leave these bytes out when writing the message.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [hl7('2, message construction rules')],
  messages: {
    byteOrderMark: {
      fr: 'Octet {offset} : le message commence par une marque d’ordre des octets (BOM)',
      en: 'Byte {offset}: the message starts with a byte order mark (BOM)',
    },
    leadingBlank: {
      fr: 'Octet {offset} : des blancs précèdent MSH',
      en: 'Byte {offset}: there is blank space before MSH',
    },
    emptyLine: {
      fr: 'Octet {offset} : ligne vide entre deux segments',
      en: 'Byte {offset}: empty line between segments',
    },
    nulByte: { fr: 'Octet {offset} : octet nul (0x00)', en: 'Byte {offset}: NUL byte (0x00)' },
  },
  *check(message) {
    for (const { code, offset, length } of message.anomalies) {
      const messageId = CODES[code];
      if (!messageId) continue;
      yield { messageId, location: message.locateSpan('MSH', offset, length), data: { offset } };
    }
  },
});
