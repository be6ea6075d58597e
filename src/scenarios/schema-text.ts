import type { ScenarioSchemaName } from './pack/json-schemas.js';

export type { ScenarioSchemaName };

/** The JSON Schema of that name; undefined when there is none. zod is loaded only here. */
export async function scenarioSchema(name: string): Promise<string | undefined> {
  const { SCENARIO_SCHEMAS, scenarioJsonSchema } = await import('./pack/json-schemas.js');
  const known = SCENARIO_SCHEMAS.find((one) => one === name);
  return known && scenarioJsonSchema(known);
}
