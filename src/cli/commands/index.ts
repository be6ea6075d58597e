import type { Text } from '../../judge.js';
import { CERTS_COMMANDS } from './certs-specs.js';
import type { CommandSpec } from './command-spec.js';
import { DOCUMENT_COMMANDS } from './document-specs.js';
import { DOSSIER_COMMANDS, DOSSIER_GROUP } from './dossier-specs.js';
import { EVIDENCE_COMMANDS } from './evidence-specs.js';
import { EXCHANGE_COMMANDS } from './exchange-specs.js';
import { HELP_COMMANDS } from './help-specs.js';
import { MEASURES_COMMANDS } from './measures-specs.js';
import { RUN_COMMANDS } from './run-specs.js';

export type { CommandSpec } from './command-spec.js';

/** Commands made of other commands. */
export const GROUPS: Readonly<Record<string, Text>> = {
  capture: { fr: 'captures ajoutées aux preuves d’un passage', en: 'captures added to the evidence of a run' },
  certs: { fr: 'certificats de test et lecture de certificats', en: 'test certificates, and reading certificates' },
  dossier: DOSSIER_GROUP,
  measures: {
    fr: 'mesures de santé FHIR : envoie, consulte, fabrique',
    en: 'FHIR health measures: send, consult, make',
  },
  simulate: { fr: 'joue un côté de l’échange', en: 'play one side of the exchange' },
};

/** Every command of epreuve, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  ...DOCUMENT_COMMANDS,
  ...EXCHANGE_COMMANDS,
  ...MEASURES_COMMANDS,
  ...RUN_COMMANDS,
  ...EVIDENCE_COMMANDS,
  ...DOSSIER_COMMANDS,
  ...CERTS_COMMANDS,
  ...HELP_COMMANDS,
];
