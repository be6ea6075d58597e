import { makeError } from '../../core/index.js';
import { PKCS12_LIMITS } from './limits.js';

/** Counts the derivation rounds a file asks for, and refuses before doing them. */
export interface Budget {
  /** Throws `pkcs12-too-costly` when one derivation or all of them together ask for too much. */
  spend(iterations: number, limit?: number): void;
}

export function makeBudget(file: string): Budget {
  let left: number = PKCS12_LIMITS.maxTotalIterations;
  return {
    spend(iterations, limit = PKCS12_LIMITS.maxIterations) {
      left -= iterations;
      if (iterations > limit) throw makeError('pkcs12-too-costly', { file, limit });
      if (left < 0) throw makeError('pkcs12-too-costly', { file, limit: PKCS12_LIMITS.maxTotalIterations });
    },
  };
}
