import { defineRule, type Severity } from '../../../core/index.js';
import type { SplitAnomalyCode } from '../../../formats/hl7v2/index.js';
import type { WireContext } from '../../wire/context.js';
import type { Hl7v2File } from '../context.js';

/** What loses or hides a message is an error; what a reader gets over is a warning (reference §§7.4, 7.7). */
const SEVERITIES: Readonly<Record<SplitAnomalyCode, Severity>> = {
  'bytes-outside-frame': 'error',
  'start-inside-frame': 'warning',
  'missing-carriage-return': 'warning',
  'unterminated-frame': 'error',
  'empty-frame': 'warning',
  'many-messages-in-frame': 'error',
  'file-trailer-missing': 'warning',
  'file-header-missing': 'warning',
  'file-count-mismatch': 'error',
  'batch-trailer-missing': 'warning',
  'batch-header-missing': 'warning',
  'batch-count-mismatch': 'error',
  'blank-lines': 'information',
  'junk-before-message': 'warning',
  'junk-after-message': 'warning',
};

/** Batch headers, counts and frames of a file (HL7 2.5 §2.10.3, MLLP). */
export const fileWellFormed = defineRule<Hl7v2File, WireContext, SplitAnomalyCode>({
  id: 'hl7v2/file-well-formed',
  subject: 'hl7v2/file',
  title: {
    fr: 'Le fichier annonce et sépare bien ses messages',
    en: 'The file announces and separates its messages well',
  },
  why: {
    fr: 'Un compte faux, un bloc mal fermé ou du texte entre deux messages fait perdre des messages au destinataire, souvent sans bruit.',
    en: 'A wrong count, a block badly closed or text between two messages makes a receiver lose messages, often silently.',
  },
  repair: {
    fr: 'Un message par bloc MLLP, fermé par 0x1C 0x0D ; dans un lot, FHS/BHS en tête, BTS/FTS en fin avec le nombre exact de messages.',
    en: 'One message per MLLP block, closed by 0x1C 0x0D; in a batch, FHS/BHS first, BTS/FTS last with the exact number of messages.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [
    { standard: 'HL7 v2.5', section: '§2.10.3' },
    { standard: 'HL7 MLLP release 1', section: 'C.4' },
  ],
  messages: {
    'bytes-outside-frame': {
      fr: 'Ligne {line} : {length} octet(s) hors de tout bloc MLLP',
      en: 'Line {line}: {length} byte(s) outside any MLLP block',
    },
    'start-inside-frame': {
      fr: 'Ligne {line} : un bloc MLLP commence avant la fin du précédent',
      en: 'Line {line}: an MLLP block starts before the end of the previous one',
    },
    'missing-carriage-return': {
      fr: 'Ligne {line} : l’octet 0x0D manque après 0x1C',
      en: 'Line {line}: byte 0x0D is missing after 0x1C',
    },
    'unterminated-frame': {
      fr: 'Ligne {line} : bloc MLLP sans fin (0x1C)',
      en: 'Line {line}: MLLP block without an end (0x1C)',
    },
    'empty-frame': { fr: 'Ligne {line} : bloc MLLP vide', en: 'Line {line}: empty MLLP block' },
    'many-messages-in-frame': {
      fr: 'Ligne {line} : plusieurs messages dans un bloc MLLP, un seul est attendu',
      en: 'Line {line}: several messages in one MLLP block, one is expected',
    },
    'file-trailer-missing': {
      fr: 'Ligne {line} : fin de fichier FTS absente',
      en: 'Line {line}: file trailer FTS missing',
    },
    'file-header-missing': { fr: 'Ligne {line} : FTS sans en-tête FHS', en: 'Line {line}: FTS without header FHS' },
    'file-count-mismatch': {
      fr: 'Ligne {line} : FTS-1 annonce {declared} lot(s), {counted} trouvé(s)',
      en: 'Line {line}: FTS-1 announces {declared} batch(es), {counted} found',
    },
    'batch-trailer-missing': {
      fr: 'Ligne {line} : fin de lot BTS absente',
      en: 'Line {line}: batch trailer BTS missing',
    },
    'batch-header-missing': { fr: 'Ligne {line} : BTS sans en-tête BHS', en: 'Line {line}: BTS without header BHS' },
    'batch-count-mismatch': {
      fr: 'Ligne {line} : BTS-1 annonce {declared} message(s), {counted} trouvé(s)',
      en: 'Line {line}: BTS-1 announces {declared} message(s), {counted} found',
    },
    'blank-lines': {
      fr: 'Ligne {line} : lignes vides entre deux messages',
      en: 'Line {line}: blank lines between two messages',
    },
    'junk-before-message': {
      fr: 'Ligne {line} : texte qui n’est pas un message, ignoré',
      en: 'Line {line}: text that is not a message, ignored',
    },
    'junk-after-message': {
      fr: 'Ligne {line} : texte après la fin d’un message, ignoré',
      en: 'Line {line}: text after the end of a message, ignored',
    },
  },
  *check({ anomalies }) {
    for (const { code, offset, length, line, declared, counted } of anomalies) {
      yield {
        messageId: code,
        location: { format: 'file', path: code, offset, length, line, column: 1 },
        data: { line, length, ...(declared !== undefined && { declared, counted }) },
        ...(counted !== undefined && { expected: String(counted) }),
        ...(declared !== undefined && { found: declared }),
        severity: SEVERITIES[code],
      };
    }
  },
});
