import type { ObservingOptions } from '../observers.js';
import type { MllpLimits } from '../types.js';

export interface MllpOptions extends ObservingOptions {
  /** Changes to DEFAULT_MLLP_LIMITS. */
  readonly limits?: Partial<MllpLimits>;
}
