import * as z from 'zod';
import { targetFile } from '../target/schema.js';
import { packFile, STEP_KINDS, scenarioFile } from './schema.js';

const KINDS = {
  scenario: { schema: scenarioFile, title: 'A scenario of Épreuve' },
  'scenario-pack': { schema: packFile, title: 'scenario-pack.yaml of a pack of scenarios' },
  target: { schema: targetFile, title: 'A target of epreuve run: the tested system' },
} as const;

export type ScenarioSchemaName = keyof typeof KINDS;
export const SCENARIO_SCHEMAS = Object.keys(KINDS) as readonly ScenarioSchemaName[];

/** JSON Schema (draft 2020-12) for editors, made from the schema the loader uses. */
export function scenarioJsonSchema(name: ScenarioSchemaName): string {
  const { schema, title } = KINDS[name];
  const json = z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as {
    $defs?: Record<string, Record<string, unknown>>;
  };
  const step = json.$defs?.step;
  // The loader tells it in words; an editor needs it here.
  if (step) step.oneOf = STEP_KINDS.map((kind) => ({ required: [kind] }));
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}
