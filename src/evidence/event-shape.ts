import { EVIDENCE_KINDS } from '../core/index.js';
import type { RunEvent } from './events.js';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const isListOfTexts: Test = (value) => Array.isArray(value) && value.every(isText);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const oneOf =
  (words: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const record =
  (shape: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, test]) => test(value[key]));

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isBilingual = record({ fr: isText, en: isText });
const areFacts: Test = (value) => isObject(value) && Object.values(value).every(isText);

const ITEM = record({
  id: isText,
  kind: oneOf(EVIDENCE_KINDS),
  name: isText,
  mediaType: isText,
  sha256: isText,
  size: isNumber,
  at: optional(isText),
  direction: optional(oneOf(['sent', 'received'])),
  file: optional(isText),
  connection: optional(isText),
  step: optional(isText),
  answers: optional(isText),
  facts: optional(areFacts),
});

const STEP = record({
  id: isText,
  title: isBilingual,
  scenario: optional(isText),
  requirementIds: optional(isListOfTexts),
  expectedRules: optional(isListOfTexts),
});

const ENDED = record({
  outcome: oneOf(['passed', 'failed', 'cantTell', 'untested']),
  blame: optional(oneOf(['setup', 'earlier-step', 'harness', 'tested-side'])),
  reason: optional(isBilingual),
  attempts: optional(isNumber),
});

const REQUIREMENT = record({ id: isText, trust: oneOf(['primary', 'secondary']), source: isText });

const SCENARIO = record({
  id: isText,
  title: isBilingual,
  digest: isText,
  seed: isText,
  requirements: optional((value) => Array.isArray(value) && value.every(REQUIREMENT)),
  reference: optional((value) => value === true),
});

const BODIES: Readonly<Record<string, Test>> = {
  'run-started': record({ title: isBilingual }),
  item: record({ item: ITEM }),
  'run-resumed': record({}),
  'scenario-started': record({ scenario: SCENARIO }),
  'scenario-ended': record({ id: isText }),
  'step-started': record({ step: STEP }),
  'step-ended': record({ id: isText, ended: ENDED }),
  'run-ended': record({}),
  'run-redacted': record({ tool: record({ name: isText, version: isText }) }),
  'run-reopened': record({ tool: record({ name: isText, version: isText }), manifest: optional(isText) }),
};

/** A line of events.jsonl may come from somebody else: nothing of it is trusted before this. */
export function isRunEvent(value: unknown): value is RunEvent {
  if (!isObject(value) || !isText(value.at) || !isText(value.previous) || !isNumber(value.sequence)) return false;
  const { type } = value;
  return typeof type === 'string' && Object.hasOwn(BODIES, type) && (BODIES[type]?.(value) ?? false);
}
