/** Why a finding is shown and not counted as a failure: the words of a person, from a suppression file. */
export interface Suppression {
  readonly reason: string;
  readonly author: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly requirementId?: string;
}

/** One entry of a suppression file (`epreuve.suppressions.yaml`). */
export interface SuppressionEntry extends Suppression {
  /** Rule id, `*` standing for any characters. */
  readonly rule: string;
  /** Row of the pack: `Finding.constraintId`. */
  readonly constraint?: string;
  /** Where: the path of the finding (`PID-3[2].4`, an XPath…), `*` standing for any characters. Absent: anywhere. */
  readonly path?: string;
  /** Name of the evidence (a file name, the name of an item), `*` standing for any characters. Absent: any. */
  readonly evidence?: string;
}

/** What became of an entry: `expired` and `unused` ones suppress nothing and are told as warnings. */
export interface SuppressionUse extends SuppressionEntry {
  readonly state: 'applied' | 'expired' | 'unused';
  /** Findings it suppresses. */
  readonly findings: number;
}

/** The suppressions a result was judged with, so that it can be judged again the same way. */
export interface SuppressionRecord {
  /** Day expiry dates were compared with, `YYYY-MM-DD`: of the evidence, or given. Absent: expiry was not compared. */
  readonly asOf?: string;
  readonly entries: readonly SuppressionUse[];
}
