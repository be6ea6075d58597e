import {
  evidenceOfDocuments,
  type JudgeOptions,
  judge,
  loadPack,
  RULES,
  type RunResult,
  VERSION,
} from '../src/index.js';

export type JudgeBytes = (bytes: Uint8Array) => RunResult;

const MEDIA_TYPE = 'x-application/hl7-v2+er7';

/** Parses and judges one file with the whole French pack, as `epreuve check` does: every rule, the complete result. */
export async function frenchJudge(): Promise<JudgeBytes> {
  const options = await frenchOptions();
  return (bytes) => judge(evidenceOfDocuments([toDocument(bytes)]), options);
}

/** Judges messages together, each by itself as a document of its own. Throws when one is not judged or not valid. */
export type JudgeAll = (messages: readonly Uint8Array[]) => void;

export async function frenchJudgeAll(): Promise<JudgeAll> {
  const options = await frenchOptions();
  return (messages) => {
    const result = judge(evidenceOfDocuments(messages.map(toDocument)), options);
    mustPass(result);
    const judged = result.items.filter(({ subject, outcome }) => subject === 'hl7v2/message' && outcome === 'passed');
    if (judged.length !== messages.length) throw new Error(`${judged.length} of ${messages.length} were judged`);
  };
}

const toDocument = (bytes: Uint8Array) => ({ name: 'admission.hl7', mediaType: MEDIA_TYPE, bytes });

async function frenchOptions(): Promise<JudgeOptions> {
  const packs = new Map([['ihe-pam-fr', await loadPack('ihe-pam-fr')]]);
  return { packs, rules: RULES, toolVersion: VERSION };
}

/** A benchmark of findings would be another benchmark: the message must be valid. Throws when it is not. */
export function mustPass(result: RunResult): void {
  if (result.outcome === 'passed' && result.findings.length === 0) return;
  const what = result.findings.map(({ ruleId, location }) => `${ruleId} ${location.path}`).join(', ');
  throw new Error(`The benchmark's message is not valid (${result.outcome}): ${what}`);
}
