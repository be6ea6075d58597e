import * as z from 'zod';
import { LOGIN_SCRIPT } from '../../capture/index.js';
import { DURATION_PATTERN } from '../pack/duration.js';

/** Closed schema of a target file; docs/schemas/target.schema.json is generated from it. Paths are those of its folder. */

const duration = z.string().regex(DURATION_PATTERN, 'duration');
const path = z.string().min(1);

const identity = z
  .strictObject({
    cert: path.optional(),
    key: path.optional(),
    p12: path.optional(),
    passphrase: z
      .string()
      .optional()
      .meta({ description: `\${NAME}: taken from the environment; a password has no place in a file` }),
    ca: z.union([path, z.array(path)], 'oneOrMore').optional(),
  })
  .meta({ id: 'identity', description: 'Certificate and key the harness shows, authorities it trusts' });

const port = z.int().min(0).max(65_535);

const call = z
  .strictObject({
    command: z.array(z.string()).min(1).optional().meta({ description: 'Program and its arguments; no shell' }),
    url: z.string().optional(),
    method: z.enum(['GET', 'POST', 'PUT']).optional(),
    body: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    timeout: duration.optional().meta({ description: '30s unless said' }),
  })
  .meta({ id: 'call', description: `A command or an HTTP call; \${name} takes a value of the step` });

export const targetFile = z.strictObject({
  name: z.string().min(1),
  version: z.string().optional(),
  mllp: z
    .strictObject({
      host: z.string().min(1),
      port,
      tls: identity.optional(),
      serverName: z.string().optional().meta({ description: 'Name wanted in its certificate; "any": not checked' }),
      plaintext: z.literal(true).optional(),
      answerWithin: duration.optional(),
      faulty: z
        .strictObject({
          expired: identity.optional(),
          'not-yet-valid': identity.optional(),
          revoked: identity.optional(),
          'wrong-usage': identity.optional(),
        })
        .optional()
        .meta({
          description: 'Certificates of an authority the tested system trusts, that it must refuse (epreuve certs set)',
        }),
    })
    .optional(),
  folder: z.strictObject({ deliver: path, answers: path.optional() }).optional(),
  listen: z
    .strictObject({
      mllp: z
        .strictObject({ host: z.string(), port, tls: identity.optional(), plaintext: z.literal(true).optional() })
        .optional(),
      mes: z
        .strictObject({ host: z.string(), port, tls: identity.optional(), plaintext: z.literal(true).optional() })
        .optional(),
      folder: path.optional(),
    })
    .optional()
    .meta({ description: 'Where the tested system sends to' }),
  pam: z
    .strictObject({
      application: z.string().optional(),
      facility: z.string().optional(),
      receivingApplication: z.string().optional(),
      receivingFacility: z.string().optional(),
      authorityOid: z.string().optional(),
    })
    .optional(),
  web: z
    .strictObject({
      url: z.string().min(1),
      patient: z.string().optional(),
      waitFor: z.string().optional().meta({ description: 'Selector that must show before the picture is taken' }),
      masks: z.array(z.string()).optional().meta({ description: 'Selectors blacked out' }),
      personal: z
        .array(z.string())
        .optional()
        .meta({ description: 'Selectors of personal data that shows: a copy of the run paints over them' }),
      login: LOGIN_SCRIPT.optional().meta({
        description: 'Gestures before the picture; what is typed comes from the environment',
      }),
    })
    .optional()
    .meta({ description: `For captures; patient: page of one patient, with \${identifier}` }),
  hooks: z
    .strictObject({
      state: call.optional().meta({
        description: `Prints a list of patients as JSON (docs/scenarios.md); \${identifier} is the one asked for`,
      }),
      steps: z.record(z.string(), call).optional().meta({ description: 'By step id, or scenario/step' }),
    })
    .optional(),
});

export type TargetFile = z.output<typeof targetFile>;
export type CallFile = z.output<typeof call>;
export type IdentityPaths = z.output<typeof identity>;
