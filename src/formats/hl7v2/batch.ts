/** What a batch file says about itself against what it holds (HL7 2.5 §2.10.3). */
export type BatchAnomaly =
  | 'file-trailer-missing'
  | 'file-header-missing'
  | 'file-count-mismatch'
  | 'batch-trailer-missing'
  | 'batch-header-missing'
  | 'batch-count-mismatch';

export interface BatchFinding {
  readonly code: BatchAnomaly;
  /** BTS-1 or FTS-1 as written, cut to 20 characters. */
  readonly declared?: string;
  readonly counted?: number;
}

export type BatchKind = 'file-header' | 'batch-header' | 'batch-trailer' | 'file-trailer';

/** Follows `[FHS] { [BHS] { MSH … } [BTS] } [FTS]` and counts. */
export class BatchTracker {
  #fileOpen = false;
  #batchOpen = false;
  #messages = 0;
  #batches = 0;

  message(): void {
    this.#messages++;
  }

  /** `declared` is the first field of a trailer. */
  segment(kind: BatchKind, declared: string): BatchFinding[] {
    switch (kind) {
      case 'file-header':
        return this.#openFile();
      case 'batch-header':
        return this.#openBatch();
      case 'batch-trailer':
        return this.#closeBatch(declared);
      case 'file-trailer':
        return this.#closeFile(declared);
    }
  }

  /** What is still open at the end of the file. */
  end(): BatchFinding[] {
    const findings: BatchFinding[] = this.#batchOpen ? [{ code: 'batch-trailer-missing' }] : [];
    if (this.#fileOpen) findings.push({ code: 'file-trailer-missing' });
    this.#batchOpen = false;
    this.#fileOpen = false;
    return findings;
  }

  #openFile(): BatchFinding[] {
    const findings = this.end();
    this.#fileOpen = true;
    this.#batches = 0;
    this.#messages = 0;
    return findings;
  }

  #openBatch(): BatchFinding[] {
    const findings: BatchFinding[] = this.#batchOpen ? [{ code: 'batch-trailer-missing' }] : [];
    this.#batchOpen = true;
    this.#batches++;
    this.#messages = 0;
    return findings;
  }

  #closeBatch(declared: string): BatchFinding[] {
    const findings: BatchFinding[] = this.#batchOpen ? [] : [{ code: 'batch-header-missing' }];
    if (!agrees(declared, [this.#messages])) {
      findings.push({ code: 'batch-count-mismatch', declared, counted: this.#messages });
    }
    this.#batchOpen = false;
    this.#messages = 0;
    return findings;
  }

  #closeFile(declared: string): BatchFinding[] {
    const findings: BatchFinding[] = this.#batchOpen ? [{ code: 'batch-trailer-missing' }] : [];
    if (!this.#fileOpen) findings.push({ code: 'file-header-missing' });
    // Messages straight in a file, without BHS: some count them as one batch, some as none.
    const accepted = this.#batches === 0 ? [0, 1] : [this.#batches];
    if (!agrees(declared, accepted)) {
      findings.push({ code: 'file-count-mismatch', declared, counted: this.#batches });
    }
    this.#batchOpen = false;
    this.#fileOpen = false;
    return findings;
  }
}

/** An empty count says nothing: BTS-1 and FTS-1 are optional. */
function agrees(declared: string, accepted: readonly number[]): boolean {
  if (declared === '') return true;
  return /^\d{1,20}$/.test(declared) && accepted.includes(Number(declared));
}
