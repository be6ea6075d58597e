import type { CommandSpec } from './command-spec.js';

/** Knowing the tool and the machine. */
export const HELP_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'explain',
    summary: { fr: 'explique une règle', en: 'explain a rule' },
    arguments: [
      { form: '[rule]', text: { fr: 'identifiant de la règle (toutes sinon)', en: 'rule id (all when absent)' } },
    ],
    load: async () => (await import('./explain.js')).runExplain,
  },
  {
    name: 'packs',
    summary: { fr: 'liste les packs de règles', en: 'list the rule packs' },
    load: async () => (await import('./packs.js')).runPacks,
  },
  {
    name: 'doctor',
    summary: { fr: 'dit ce qui est installé et ce qui manque', en: 'say what is installed and what is missing' },
    load: async () => (await import('./doctor.js')).runDoctor,
  },
];
