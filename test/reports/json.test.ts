import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OUTCOMES, SEVERITIES, SUBJECT_KINDS, TRUSTS } from '../../src/core/index.js';
import { renderJson } from '../../src/reports/json.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/result.schema.json', import.meta.url), 'utf8'));
const validator = z.fromJSONSchema(schema);

describe('json report', () => {
  it('follows its published schema, masked or not', () => {
    for (const showValues of [false, true]) {
      const parsed = validator.safeParse(JSON.parse(renderJson(goldenResult(), { language: 'fr', showValues })));
      expect(parsed.error).toBeUndefined();
    }
  });

  it('has a closed schema', () => {
    const withMore = (change: object) => validator.safeParse({ ...goldenResult(), ...change }).success;
    expect(withMore({})).toBe(true);
    expect(withMore({ more: 1 })).toBe(false);
    expect(withMore({ outcome: 'ok' })).toBe(false);
    expect(withMore({ items: [{ id: 'x' }] })).toBe(false);
    expect(withMore({ findings: goldenResult().findings.map((finding) => ({ ...finding, more: 1 })) })).toBe(false);
    expect(everyObject(schema).filter((each) => each.properties && each.additionalProperties !== false)).toEqual([]);
  });

  it('has a schema that knows every word of the code', () => {
    expect(schema.$defs.outcome.enum).toEqual(OUTCOMES);
    expect(schema.$defs.severity.enum).toEqual(SEVERITIES);
    expect(schema.$defs.trust.enum).toEqual(TRUSTS);
    expect(schema.$defs.item.properties.subject.enum).toEqual(SUBJECT_KINDS);
  });

  it('with values is the result itself', () => {
    expect(JSON.parse(renderJson(goldenResult(), { language: 'fr', showValues: true }))).toEqual(goldenResult());
  });

  it('does not depend on the order of keys', () => {
    const options = { language: 'fr', showValues: true } as const;
    expect(renderJson(reversed(goldenResult()), options)).toBe(renderJson(goldenResult(), options));
  });

  it('carries any string', () => {
    const poison = '\u0000\u001b[31m"\\\u2028\ud800</script>';
    const result = hostileResult(poison);
    expect(JSON.parse(renderJson(result, { language: 'fr', showValues: true }))).toEqual(result);
  });
});

function everyObject(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Record<string, unknown>];
  return [...own, ...Object.values(value).flatMap(everyObject)];
}

function reversed<Value>(value: Value): Value;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => reversed(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
