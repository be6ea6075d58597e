import { defineRule } from '../../../core/index.js';
import { isUnreadable, problemOf } from '../../document-error.js';
import type { CdaContext } from '../context.js';
import { own } from '../sources.js';
import type { CdaFile } from './cda-file.js';

/** Beyond a limit of ours, or in an encoding we do not know, nothing can be said of the document. */
const BEYOND_US = /^xml-(?:too-|tag-too-|encoding-unsupported)/;

type FileMessage = 'doctype' | 'truncated' | 'characters' | 'malformed';

/** By error code; the others are malformed XML. */
const MESSAGES: Readonly<Record<string, FileMessage>> = {
  'xml-doctype': 'doctype',
  'xml-truncated': 'truncated',
  'xml-bad-byte': 'characters',
  'xml-nul': 'characters',
  'xml-encoding-mismatch': 'characters',
};

export const cdaFile001 = defineRule<CdaFile, CdaContext, FileMessage>({
  id: 'CDA-FILE-001',
  subject: 'cda/document',
  title: { fr: 'Le fichier est un XML bien formé, sans DTD', en: 'The file is well-formed XML, without a DTD' },
  why: {
    fr: 'Un XML mal formé ne s’ouvre nulle part. Une DTD ou une entité peut faire lire un fichier du destinataire ou épuiser sa mémoire : elle est refusée.',
    en: 'Malformed XML opens nowhere. A DTD or an entity may make the receiver read a file of its own or exhaust its memory: it is refused.',
  },
  repair: {
    fr: 'Corrigez le fichier à l’endroit indiqué ; retirez toute déclaration DOCTYPE et remplacez les entités par leurs caractères.',
    en: 'Correct the file at the place shown; remove any DOCTYPE declaration and replace entities by their characters.',
  },
  severity: 'error',
  trust: 'project',
  spec: [own('security'), { standard: 'XML 1.0', section: 'well-formedness' }],
  messages: {
    doctype: {
      fr: 'Ligne {line} : une déclaration DOCTYPE ou d’entité est refusée ; rien n’a été lu au-delà.',
      en: 'Line {line}: a DOCTYPE or entity declaration is refused; nothing was read beyond it.',
    },
    truncated: {
      fr: 'Ligne {line} : le fichier s’arrête avant la fin du document.',
      en: 'Line {line}: the file ends before the end of the document.',
    },
    characters: {
      fr: 'Ligne {line} : ces octets ne sont pas du texte XML dans l’encodage annoncé.',
      en: 'Line {line}: these bytes are no XML text in the encoding announced.',
    },
    malformed: {
      fr: 'Ligne {line}, colonne {column} : XML mal formé ; le document ne peut pas être jugé.',
      en: 'Line {line}, column {column}: malformed XML; the document cannot be judged.',
    },
  },
  *check(file) {
    if (!isUnreadable(file) || !file.code.startsWith('xml-')) return;
    if (BEYOND_US.test(file.code)) {
      yield { cantTell: { fr: file.describe('fr').text, en: file.describe('en').text } };
      return;
    }
    yield problemOf(MESSAGES[file.code] ?? 'malformed', file);
  },
});
