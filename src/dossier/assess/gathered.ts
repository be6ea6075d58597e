import type { RunResult } from '../../core/index.js';

/**
 * What reading a run folder showed: `verified` when nothing changed and judging again gives the same result; `other-tools`
 * when only versions of Épreuve or of packs differ, so that nothing can be said.
 */
export type RunState = 'verified' | 'missing' | 'changed' | 'not-reproduced' | 'other-tools' | 'unsealed';

export interface GatheredRun {
  /** As written in dossier.yaml. */
  readonly path: string;
  readonly state: RunState;
  /** Only of a run that can be trusted: `verified` or `other-tools`. */
  readonly result?: RunResult;
  /** Digest of its manifest.json, which stands for every file of the run. */
  readonly manifestSha256?: string;
}

export interface GatheredFile {
  readonly path: string;
  /** `refused`: outside the folder of the dossier, or a link. */
  readonly state: 'present' | 'missing' | 'refused';
  readonly sha256?: string;
  readonly size?: number;
}

/** Everything the dossier names, as found on the machine. The caller reads; nothing here touches a file. */
export interface Gathered {
  readonly runs: ReadonlyMap<string, GatheredRun>;
  readonly files: ReadonlyMap<string, GatheredFile>;
}
