import { timingSafeEqual } from 'node:crypto';
import { bareOid } from './fhir-parts.js';
import type { Issue } from './outcome.js';
import { REFUSALS } from './refusals.js';
import type { MesSettings, TokenSettings } from './settings.js';

/** What the tokens of a request say. */
export interface Caller {
  /** Patient identifier (idPE) the ID token is about. */
  readonly patient?: string;
  /** OID of the solution. */
  readonly solution?: string;
}

export type CallerReading = { readonly caller: Caller } | { readonly issues: readonly Issue[] };

type Headers = { get(name: string): string | null };

/**
 * Looks at the tokens of a request as the API does (reference §8.5, §8.7). Signatures are not checked: the keys are those of
 * the real platform.
 */
export function readCaller(headers: Headers, settings: MesSettings): CallerReading {
  const { tokens } = settings;
  const refused = (name: keyof typeof REFUSALS): CallerReading => ({ issues: [{ refusal: REFUSALS[name] }] });
  const idToken = headers.get(tokens.idTokenHeader);
  const claims = idToken === null ? undefined : readClaims(idToken);
  if (claims === undefined && (idToken !== null || tokens.required)) return refused('badIdToken');
  if (settings.tokenExpired || !isAccepted(headers.get('authorization'), tokens)) return refused('badAccessToken');
  const caller = toCaller(claims ?? {}, tokens);
  const { registeredSolution } = tokens;
  const isOther = registeredSolution !== undefined && caller.solution !== undefined;
  if (settings.oidConflict || (isOther && caller.solution !== bareOid(registeredSolution)))
    return refused('otherSolution');
  if (settings.consentRefused) return refused('noConsent');
  return { caller };
}

/** OID the client's `meta.source` must be under, when one is known. */
export function solutionOf(caller: Caller, { registeredSolution }: TokenSettings): string | undefined {
  return caller.solution ?? (registeredSolution === undefined ? undefined : bareOid(registeredSolution));
}

function isAccepted(authorization: string | null, { required, accepted }: TokenSettings): boolean {
  const token = /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return !required && accepted.length === 0;
  return accepted.length === 0 || accepted.some((one) => isSame(one, token));
}

function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Longest ID token that is looked at. */
const MAX_TOKEN = 16 * 1024;

/** Claims of a JWT: three base64url parts, the first two JSON objects. Undefined when it is none. */
function readClaims(token: string): Readonly<Record<string, unknown>> | undefined {
  const match = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token.length > MAX_TOKEN ? '' : token);
  const [header, claims] = [readPart(match?.[1]), readPart(match?.[2])];
  return header !== undefined && 'alg' in header ? claims : undefined;
}

function readPart(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (part === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function toCaller(claims: Readonly<Record<string, unknown>>, tokens: TokenSettings): Caller {
  const text = (name: string) => {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const patient = text(tokens.patientClaim);
  const solution = text(tokens.solutionClaim);
  return { ...(patient !== undefined && { patient }), ...(solution !== undefined && { solution: bareOid(solution) }) };
}

/** An ID token for tests: shaped as a JWT, signed by nobody. */
export function makeTestIdToken(caller: Caller, tokens: Pick<TokenSettings, 'patientClaim' | 'solutionClaim'>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'epreuve',
    ...(caller.patient !== undefined && { [tokens.patientClaim]: caller.patient }),
    ...(caller.solution !== undefined && { [tokens.solutionClaim]: caller.solution }),
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
