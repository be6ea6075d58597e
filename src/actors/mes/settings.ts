import type { OutcomeShape } from './outcome.js';

/** How the simulated server behaves; everything has a default that behaves well. */
export interface MesSettings {
  /** `strict`: as the API documents itself. `lenient`: as any FHIR server takes transactions. */
  readonly mode: 'strict' | 'lenient';
  readonly tokens: TokenSettings;
  /** Every operation is refused: the user has not consented. */
  readonly consentRefused: boolean;
  /** Every access token is refused, as when it has expired. */
  readonly tokenExpired: boolean;
  /** Every operation is refused: the solution is registered under another OID. */
  readonly oidConflict: boolean;
  /** Milliseconds before each answer. */
  readonly latencyMs: number;
  /** Measures on a page when the client does not say. */
  readonly pageSize: number;
  readonly outcomeShape: OutcomeShape;
  /** The first calls are turned away, so that a client shows its retries. */
  readonly unavailable: Unavailability | undefined;
}

export interface TokenSettings {
  /** Both tokens are needed. Without it they are looked at when they are there. */
  readonly required: boolean;
  /** Access tokens that are accepted; none given: any. */
  readonly accepted: readonly string[];
  /** Header that carries the ID token: the pairing specification that names it is not public (reference §8.7). */
  readonly idTokenHeader: string;
  /** Claims of the ID token that hold the patient identifier and the OID of the solution; not public either. */
  readonly patientClaim: string;
  readonly solutionClaim: string;
  /** OID the solution is registered with; an ID token with another one gives 409. */
  readonly registeredSolution: string | undefined;
}

export interface Unavailability {
  readonly status: 429 | 503;
  readonly times: number;
  /** Seconds, in the header `Retry-After`. */
  readonly retryAfter?: number;
}

export const DEFAULT_TOKENS: TokenSettings = {
  required: false,
  accepted: [],
  idTokenHeader: 'x-id-token',
  patientClaim: 'idpe',
  solutionClaim: 'oid',
  registeredSolution: undefined,
};

export const DEFAULT_MES_SETTINGS: MesSettings = {
  mode: 'strict',
  tokens: DEFAULT_TOKENS,
  consentRefused: false,
  tokenExpired: false,
  oidConflict: false,
  latencyMs: 0,
  pageSize: 50,
  outcomeShape: 'outcome',
  unavailable: undefined,
};
