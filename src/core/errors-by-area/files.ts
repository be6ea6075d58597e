import type { ErrorEntry } from '../errors.js';

/** Files and folders the user names. */
export const FILE_ERRORS = {
  'file-not-found': {
    family: 'operator',
    text: { fr: 'Fichier ou dossier introuvable : {file}', en: 'File or folder not found: {file}' },
    hint: { fr: 'Vérifiez le chemin.', en: 'Check the path.' },
  },
  'file-unreadable': {
    family: 'operator',
    text: { fr: 'Lecture impossible : {file} ({reason})', en: 'Cannot read {file} ({reason})' },
    hint: { fr: 'Vérifiez les droits du fichier.', en: 'Check the permissions of the file.' },
  },
  'file-too-large': {
    family: 'operator',
    text: { fr: '{file} dépasse la limite de {limit} octets', en: '{file} is larger than the limit of {limit} bytes' },
    hint: {
      fr: 'Relevez la limite avec --max-bytes, ou découpez le fichier ; des ressources FHIR, mettez-en une par ligne (NDJSON) : check les lit au fil de l’eau, sans limite.',
      en: 'Raise the limit with --max-bytes, or split the file; put FHIR resources one per line (NDJSON): check reads them as a stream, without limit.',
    },
  },
  'folder-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible dans {folder} ({reason})', en: 'Cannot write to {folder} ({reason})' },
    hint: {
      fr: 'Choisissez un autre dossier avec --out, ou libérez de la place.',
      en: 'Choose another folder with --out, or free some space.',
    },
  },
  'folder-in-use': {
    family: 'operator',
    text: {
      fr: '{folder} existe et n’est pas un dossier construit par Épreuve',
      en: '{folder} exists and was not built by Épreuve',
    },
    hint: {
      fr: 'Rien n’a été touché. Choisissez un autre dossier avec --out.',
      en: 'Nothing was touched. Choose another folder with --out.',
    },
  },
  'file-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible de {file} ({reason})', en: 'Cannot write {file} ({reason})' },
    hint: {
      fr: 'Rien n’a été laissé à moitié écrit. Libérez de la place, ou choisissez un autre endroit avec --out.',
      en: 'Nothing was left half written. Free some space, or choose another place with --out.',
    },
  },
  'report-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible du rapport {file} ({reason})', en: 'Cannot write report {file} ({reason})' },
    hint: {
      fr: 'Créez son dossier, libérez de la place, ou donnez un autre chemin (--report, ou --out). Ce qui a été jugé reste jugé.',
      en: 'Create its folder, free some space, or give another path (--report, or --out). What was judged stays judged.',
    },
  },
  'zip-refused': {
    family: 'operator',
    text: { fr: 'Archive refusée, {file} : {reasonFr}', en: 'Archive refused, {file}: {reasonEn}' },
    hint: {
      fr: 'Rien n’en a été extrait. Demandez de nouveau le ZIP que « epreuve dossier build » a écrit, ou vérifiez le dossier.',
      en: 'Nothing of it was extracted. Ask again for the ZIP that "epreuve dossier build" wrote, or verify the folder.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
