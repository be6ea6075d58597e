import * as z from 'zod';
import { dossierFile } from './description/schema.js';
import { maturityFile } from './maturity/compile-maturity.js';
import { applicabilityFile, familyFile, referentialFile, scenariosFile } from './referential/schema.js';

const FILES = {
  dossier: { schema: dossierFile, title: 'dossier.yaml: one product and its proofs' },
  'referential-referential': { schema: referentialFile, title: 'referential.yaml of a requirement pack' },
  'referential-scenarios': { schema: scenariosFile, title: 'scenarios.yaml: ways to prove a requirement' },
  'referential-applicability': { schema: applicabilityFile, title: 'applicability.yaml: when a requirement applies' },
  'referential-family': { schema: familyFile, title: 'requirements/<FAMILY>.yaml' },
  'referential-maturity': { schema: maturityFile, title: 'maturity.yaml: questionnaires' },
} as const;

/** JSON Schemas (draft 2020-12) of the files of a dossier and of a requirement pack, made from those the readers use. */
export function dossierJsonSchemas(): Readonly<Record<string, string>> {
  const schemas = Object.entries(FILES).map(([name, { schema, title }]) => {
    const text = JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2);
    return [`${name}.schema.json`, `${text}\n`];
  });
  return Object.fromEntries(schemas);
}
