/** Bounds on a PKCS#12 file: whoever made it chose the work needed to open it. */
export const PKCS12_LIMITS = {
  /** Bytes of the whole file. */
  maxBytes: 1024 * 1024,
  maxPasswordLength: 1024,
  /** Rounds of one derivation with a modern algorithm. */
  maxIterations: 1_000_000,
  /** Rounds of all derivations of one file together. */
  maxTotalIterations: 4_000_000,
  /** Rounds of one derivation with RC2 or 3DES, which runs in plain JavaScript. */
  maxLegacyIterations: 200_000,
  maxBags: 100,
  /** Milliseconds one decryption with RC2 or 3DES may take. */
  legacyTimeoutMs: 10_000,
} as const;
