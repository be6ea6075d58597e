import * as z from 'zod';
import { FAULT_NAMES } from '../run/framing-faults.js';
import { DURATION_PATTERN } from './duration.js';

/**
 * Closed schema of a scenario file; docs/schemas/scenario.schema.json is generated from it. Messages given here are keys of
 * `SHAPE_HINTS` (packs/compile/describe-issue.ts). Every text may hold `${name}`: a variable, an identity, a value saved by an earlier step.
 */

const text = z
  .strictObject({ fr: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'text', description: 'A text in French and in English' });
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'slug');
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'variableName');
const duration = z.string().regex(DURATION_PATTERN, 'duration').meta({ description: 'For example 500ms, 5s, 2m' });
const event = z.string().regex(/^[A-Z][A-Z0-9]{2}$/, 'event');
const ruleIds = z.array(z.string().min(1));
const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)], 'oneOrMore');

const identityChanges = {
  identifier: z.string().optional().meta({ description: 'Private identifier (type PI)' }),
  identifiers: z.array(z.string()).optional().meta({ description: 'Instead of identifier: several, or none' }),
  qualified: z.boolean().optional().meta({ description: 'Carries its INS, status VALI, traits from INSi' }),
  ins: z.string().optional().meta({ description: 'Matricule; "" is the withdrawal form' }),
  status: z.string().optional().meta({ description: 'PID-32' }),
  birthName: z.string().optional(),
  firstGivenName: z.string().optional(),
  givenNames: z.string().optional(),
  birthDate: z.string().optional().meta({ description: 'YYYYMMDD' }),
  sex: z.string().optional(),
  birthPlace: z.string().optional().meta({ description: 'COG code' }),
  usedName: z.string().optional(),
  phone: z.string().optional(),
};

const identity = z.strictObject(identityChanges).meta({
  id: 'identity',
  description: 'A synthetic person made from the seed; what is given here replaces what was drawn',
});

const movement = z.strictObject({
  id: z.string().min(1),
  at: z.string().min(1).meta({ description: 'YYYYMMDDHHMMSS' }),
  action: z.enum(['INSERT', 'UPDATE', 'CANCEL']).optional(),
  original: event.optional().meta({ description: 'ZBE-6' }),
  nature: z.string().min(1).meta({ description: 'ZBE-9' }),
  unit: z.string().min(1),
  room: z.string().optional(),
  bed: z.string().optional(),
});

const pam = z
  .strictObject({
    event,
    patient: name.meta({ description: 'One of the identities of the scenario' }),
    with: z.strictObject(identityChanges).optional().meta({ description: 'For this message only' }),
    prior: z
      .strictObject({ identifier: z.string().optional(), ins: z.string().optional(), account: z.string().optional() })
      .optional()
      .meta({ description: 'MRG' }),
    encounter: z
      .strictObject({
        account: z.string().min(1),
        visit: z.string().min(1),
        class: z.enum(['E', 'I', 'O', 'R', 'V']),
        previousUnit: z.string().optional(),
        expectedReturn: z.string().optional(),
        disposition: z.string().optional(),
        movement,
      })
      .optional(),
    set: z
      .record(z.string(), z.string().nullable())
      .optional()
      .meta({ description: 'Raw values put into the written message: PID-8: "", ZFD: null' }),
  })
  .meta({ id: 'pam', description: 'A PAM message written from an identity' });

/** Which certificate the harness shows, and how it speaks. */
export const SHOWN_CERTIFICATES = [
  'own',
  'none',
  'expired',
  'not-yet-valid',
  'revoked',
  'wrong-usage',
  'unknown-authority',
] as const;

const send = z.strictObject({
  pam: pam.optional(),
  message: z.string().optional().meta({ description: 'An HL7 message as a text, one segment a line' }),
  file: z.string().optional().meta({ description: 'A file beside the scenario, sent as it stands' }),
  over: z.enum(['mllp', 'folder']).optional(),
  version: z.enum(['2.3.1', '2.5', '2.5.1']).optional(),
  profile: z.enum(['france', 'international']).optional(),
  fault: z.enum(FAULT_NAMES).optional(),
  certificate: z.enum(SHOWN_CERTIFICATES).optional(),
  protocol: z.enum(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3', 'plaintext']).optional(),
  connection: z
    .enum(['accepted', 'refused'])
    .optional()
    .meta({ description: 'What must come of opening a new connection' }),
  answer: oneOrMore.optional().meta({
    description: 'MSA-1 allowed: AA, AE, AR… ; "none": no answer, "closed": the connection ends. AA unless said',
  }),
  error: z.string().optional().meta({ description: 'ERR-3 that must be among the errors' }),
  within: duration.optional(),
});

const stateCheck = z
  .strictObject({
    patient: z.string().min(1).meta({ description: 'Identifier, or INS, the tested system is asked for' }),
    exists: z.boolean().optional(),
    ins: z.string().optional().meta({ description: 'Matricule that must be there; "none": no INS at all' }),
    status: z.string().optional(),
    birthName: z.string().optional(),
    firstGivenName: z.string().optional(),
    birthDate: z.string().optional(),
    sex: z.string().optional(),
    birthPlace: z.string().optional(),
    usedName: z.string().optional(),
    phone: z.string().optional(),
    encounter: z
      .strictObject({
        visit: z.string().min(1),
        exists: z.boolean().optional(),
        state: z.enum(['pre-admitted', 'active', 'on-leave', 'discharged', 'cancelled']).optional(),
        class: z.string().optional(),
        movements: z.int().optional(),
        movement: z
          .strictObject({ id: z.string(), unit: z.string().optional(), cancelled: z.boolean().optional() })
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'state', description: 'What the tested system must hold of one patient' });

const expectation = z.strictObject({
  seen: text.meta({ description: 'What must be seen in the tested system, for a person' }),
  state: z.array(stateCheck).min(1).optional(),
  message: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'HL7 paths of the last message received, and their value' }),
  within: duration.optional(),
});

const listen = z.strictObject({
  on: z.enum(['mllp', 'folder', 'mes']),
  integrates: z.boolean().optional().meta({
    description: 'mllp: our listener integrates what it gets and may refuse it, as a consumer; else it accepts all',
  }),
  behaviour: z
    .array(
      z.strictObject({
        event: event.optional(),
        nth: z.int().min(1).optional(),
        answer: z.enum(['AA', 'AE', 'AR', 'CA', 'CE', 'CR']).optional(),
        error: z.string().optional(),
        delayMs: z.int().min(0).optional(),
        fault: z.string().optional(),
      }),
    )
    .optional()
    .meta({ description: 'Answers and faults on purpose of our listener (see docs/simulateurs.md)' }),
  unavailable: z
    .strictObject({
      status: z.union([z.literal(429), z.literal(503)]),
      times: z.int().min(1),
      retryAfter: z.int().optional(),
    })
    .optional()
    .meta({ description: 'mes: the first calls are turned away' }),
});

const receive = z.strictObject({
  ask: text.meta({ description: 'What must be done in the tested system for it to send' }),
  event: oneOrMore.optional().meta({ description: 'mllp: trigger event, or type and event: A28, ORU^R01' }),
  code: z.string().optional().meta({ description: 'mes: LOINC code of the measure' }),
  status: z.int().optional().meta({ description: 'mes: HTTP status our answer must have' }),
  level: z
    .union([z.literal(1), z.literal(3)])
    .optional()
    .meta({ description: 'folder: level of the CDA document' }),
  count: z.int().min(1).optional(),
  save: z.record(name, z.string()).optional().meta({ description: 'Variable: HL7 path of the message received' }),
  within: duration.optional(),
  reference: z
    .strictObject({
      pam: pam.optional(),
      file: z.string().optional(),
      measure: z.string().optional().meta({ description: 'A measure of the demonstration day: weight, glucose…' }),
    })
    .optional()
    .meta({ description: 'What the reference DMN does here, to try the scenario' }),
});

const capture = z.strictObject({
  page: z.string().optional().meta({ description: 'Address, from the web address of the target' }),
  patient: z
    .string()
    .optional()
    .meta({ description: 'Instead of page: identifier of the patient whose page is wanted' }),
  selector: z.string().optional(),
  name: slug.optional(),
});

const prompt = z.strictObject({
  ask: text,
  wants: z.enum(['confirm', 'capture', 'video', 'file', 'declaration']).optional(),
  within: duration.optional(),
});

const common = {
  id: slug,
  title: text,
  skip: text.optional().meta({ description: 'Not played, and why' }),
  requirements: z.array(z.string()).optional().meta({ description: 'Ids among the requirements of the scenario' }),
  onFailure: z.enum(['stop', 'continue']).optional(),
  retry: z
    .strictObject({ attempts: z.int().min(2).max(20), every: duration })
    .optional()
    .meta({ description: 'Tried again until it passes; every attempt is told' }),
  breaks: ruleIds.optional().meta({ description: 'Rules the messages of this step break on purpose' }),
};

export const STEP_KINDS = ['send', 'receive', 'listen', 'expect', 'capture', 'prompt', 'group'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const leafKinds = {
  send: send.optional(),
  receive: receive.optional(),
  listen: listen.optional(),
  expect: expectation.optional(),
  capture: capture.optional(),
  prompt: prompt.optional(),
};

/** Exactly one of the kinds: checked by the loader, which says it better, and by `oneOf` in the JSON Schema. */
const leaf = z.strictObject({ ...common, ...leafKinds });
export type StepFile = z.output<typeof leaf> & { readonly group?: { readonly steps: readonly StepFile[] } | undefined };
const step: z.ZodType<StepFile> = z
  .strictObject({
    ...common,
    ...leafKinds,
    group: z.strictObject({ steps: z.array(z.lazy(() => step)).min(1) }).optional(),
  })
  .meta({ id: 'step', description: 'One of: send, receive, listen, expect, capture, prompt, group' });

export const scenarioFile = z.strictObject({
  id: slug,
  title: text,
  summary: text,
  tags: z.array(slug).optional(),
  only: z
    .boolean()
    .optional()
    .meta({ description: 'While writing: of its pack, only the scenarios that say so are played' }),
  skip: text.optional(),
  requirements: z
    .array(
      z
        .strictObject({
          id: z.string().min(1),
          trust: z.enum(['primary', 'secondary']),
          source: z.string().min(1),
        })
        .meta({ id: 'requirement', description: 'primary: read at ANS or Interop’Santé; secondary: a transcription' }),
    )
    .optional(),
  variables: z.record(name, z.string()).optional(),
  identities: z.record(name, identity).optional(),
  steps: z.array(step).min(1),
});

export const packFile = z.strictObject({
  id: slug,
  version: z.string().min(1),
  title: text,
  summary: text,
  publisher: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
});

export type ScenarioFile = z.output<typeof scenarioFile>;
export type ScenarioPackFile = z.output<typeof packFile>;
export type SendFile = z.output<typeof send>;
export type PamFile = z.output<typeof pam>;
export type IdentityFile = z.output<typeof identity>;
export type ReceiveFile = z.output<typeof receive>;
export type ListenFile = z.output<typeof listen>;
export type ExpectFile = z.output<typeof expectation>;
export type StateFile = z.output<typeof stateCheck>;
export type CaptureFile = z.output<typeof capture>;
export type PromptFile = z.output<typeof prompt>;
