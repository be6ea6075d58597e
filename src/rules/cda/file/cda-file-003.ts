import { defineRule } from '../../../core/index.js';
import { isUnreadable, problemOf } from '../../document-error.js';
import type { CdaContext } from '../context.js';
import { ansGuide } from '../sources.js';
import type { CdaFile } from './cda-file.js';

export const cdaFile003 = defineRule<CdaFile, CdaContext, 'none' | 'several'>({
  id: 'CDA-FILE-003',
  subject: 'cda/document',
  title: { fr: 'Le fichier contient un seul document CDA', en: 'The file holds exactly one CDA document' },
  why: {
    fr: 'Le destinataire prend le premier ClinicalDocument trouvé, ou refuse le fichier : un second serait perdu.',
    en: 'The receiver takes the first ClinicalDocument it finds, or refuses the file: a second one would be lost.',
  },
  repair: {
    fr: 'Un fichier, un ClinicalDocument (espace de noms urn:hl7-org:v3), à la racine ou sous xsl:stylesheet ou ds:Signature.',
    en: 'One file, one ClinicalDocument (namespace urn:hl7-org:v3), as root or under xsl:stylesheet or ds:Signature.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansGuide('file')],
  messages: {
    none: {
      fr: 'Aucun ClinicalDocument de l’espace de noms urn:hl7-org:v3 dans ce fichier.',
      en: 'No ClinicalDocument of namespace urn:hl7-org:v3 in this file.',
    },
    several: {
      fr: '{count} ClinicalDocument dans ce fichier ; un seul est attendu.',
      en: '{count} ClinicalDocument elements in this file; exactly one is expected.',
    },
  },
  appliesTo: (file) => !isUnreadable(file) || file.code.startsWith('cda-'),
  *check(file) {
    if (isUnreadable(file)) yield problemOf(file.code === 'cda-many-documents' ? 'several' : 'none', file);
  },
});
