import {
  evidenceOfDocuments,
  type Finding,
  faultsOf,
  GENERATED_MEASURES,
  type GeneratedMeasureName,
  generateMeasure,
  isMeasuredIn,
  judge,
  loadPack,
  MEASURE_FAULTS,
  type MeasureMode,
  RULES,
  type RunResult,
  VERSION,
  withFault,
} from '../../src/index.js';
import { MUTATIONS, PRESERVING } from './fhir-mutations.js';
import { OPERATORS, REMOVALS } from './fhir-operators.js';

export interface AboutMeasure {
  readonly name: GeneratedMeasureName;
  readonly mode: MeasureMode;
}

/** Every measure in every mode that knows it. */
export const MEASURES: readonly AboutMeasure[] = GENERATED_MEASURES.flatMap((name) =>
  (['guide', 'api'] as const).filter((mode) => isMeasuredIn(name, mode)).map((mode) => ({ name, mode })),
);
export const packOf = (mode: MeasureMode): 'mes-api' | 'mesures' => (mode === 'api' ? 'mes-api' : 'mesures');
/** The API computes the BMI and refuses it: valid as a resource, never as a feed. */
const REFUSED = 'FHM-806';
/** Findings that a valid measure must not have. */
export const isHeavy = ({ severity, ruleId }: Finding): boolean => severity !== 'information' && ruleId !== REFUSED;
export const tell = ({ ruleId, severity, messageId, location }: Finding): string =>
  `${severity} ${ruleId} ${messageId} ${location.path}`;

export type JudgeText = (text: string, pack: string) => RunResult;

/** Judges one FHIR document, as `check` does. */
export async function mutationJudge(): Promise<JudgeText> {
  const packs = new Map(await Promise.all(['mesures', 'mes-api'].map(async (id) => [id, await loadPack(id)] as const)));
  return (text, pack) => {
    const bytes = Buffer.from(text);
    const evidence = evidenceOfDocuments([{ name: 'measure.json', mediaType: 'application/fhir+json', bytes }]);
    return judge(evidence, { packs, forced: [pack], rules: RULES, toolVersion: VERSION });
  };
}

/** What became of the mutants of one operator. */
export interface OperatorResult {
  readonly operator: string;
  /** The rule that must find them. */
  readonly rule: string;
  readonly mutants: number;
  /** Where it did not. */
  readonly missed: readonly string[];
}

/**
 * The rule of each operator against all its mutants; silent on the valid document, or nothing was shown. With
 * `alternately`, an operator that fits any measure meets each measure in one mode, and the next operator in the other.
 */
export function runOperators(
  judgeText: JudgeText,
  seeds: readonly number[],
  { alternately = false } = {},
): OperatorResult[] {
  return [...placed(judgeText, seeds, alternately), ...faults(judgeText, seeds), ...singles(judgeText)];
}

function placed(judgeText: JudgeText, seeds: readonly number[], alternately: boolean): OperatorResult[] {
  return [...OPERATORS, ...REMOVALS].map(({ name, rule, mutantsOf }, index) => {
    const missed: string[] = [];
    let mutants = 0;
    for (const about of alternately ? measuresOfTurn(index) : MEASURES) {
      for (const seed of seeds) {
        const valid = generateMeasure(about.name, about.mode, seed);
        for (const { path, text } of mutantsOf(valid, about.name)) {
          mutants += 1;
          const { findings } = judgeText(text, packOf(about.mode));
          if (!findings.some(({ ruleId }) => ruleId === rule)) missed.push(`${about.name} ${about.mode} ${path}`);
        }
      }
    }
    return { operator: name, rule, mutants, missed };
  });
}

/** Each measure in one of its modes, by turns. */
function measuresOfTurn(turn: number): readonly AboutMeasure[] {
  return GENERATED_MEASURES.flatMap((name, index) => {
    const modes = MEASURES.filter((about) => about.name === name);
    const about = modes[(turn + index) % modes.length];
    return about ? [about] : [];
  });
}

/** The faults that the product itself generates. */
function faults(judgeText: JudgeText, seeds: readonly number[]): OperatorResult[] {
  return MEASURE_FAULTS.map((fault) => {
    const missed: string[] = [];
    let mutants = 0;
    for (const about of MEASURES) {
      for (const seed of seeds) {
        const valid = generateMeasure(about.name, about.mode, seed);
        if (!faultsOf(valid, about).includes(fault)) continue;
        mutants += 1;
        const { findings } = judgeText(JSON.stringify(withFault(valid, fault, about)), packOf(about.mode));
        const isCaught = findings.some(({ ruleId, severity }) => ruleId === fault.rule && severity === fault.severity);
        if (!isCaught) missed.push(`${about.name} ${about.mode} ${seed}: ${findings.map(tell).join(' ; ')}`);
      }
    }
    return { operator: fault.id, rule: fault.rule, mutants, missed };
  });
}

/** Mutations of one document each. */
function singles(judgeText: JudgeText): OperatorResult[] {
  // Many of them change the same valid document: it is judged once.
  const judged = new Map<string, RunResult>();
  const judgeOnce = (text: string, pack: string): RunResult => {
    const result = judged.get(`${pack} ${text}`) ?? judgeText(text, pack);
    judged.set(`${pack} ${text}`, result);
    return result;
  };
  return MUTATIONS.map(({ name, rule, pack, valid, mutant }) => {
    const isTold = (document: unknown) =>
      judgeOnce(JSON.stringify(document), pack).findings.some(({ ruleId }) => ruleId === rule);
    const missed = isTold(valid) ? ['told of the valid document too'] : isTold(mutant) ? [] : [name];
    return { operator: name, rule, mutants: 1, missed };
  });
}

/** What became of the valid documents that a change left valid. */
export interface PreservingResult {
  readonly change: string;
  readonly documents: number;
  /** Errors and warnings of valid documents, and what could not be judged. */
  readonly wrong: readonly string[];
}

export function runPreserving(judgeText: JudgeText, seeds: readonly number[]): PreservingResult[] {
  const untouched = { name: 'nothing changed', change: (text: string) => text };
  return [untouched, ...PRESERVING].map(({ name, change }) => {
    const wrong: string[] = [];
    let documents = 0;
    for (const about of MEASURES) {
      for (const seed of seeds) {
        documents += 1;
        const text = change(JSON.stringify(generateMeasure(about.name, about.mode, seed)), about);
        const { findings, items } = judgeText(text, packOf(about.mode));
        const where = `${about.name} ${about.mode} ${seed}`;
        wrong.push(...findings.filter(isHeavy).map((finding) => `${where}: ${tell(finding)}`));
        if (items.some(({ outcome }) => outcome === 'cantTell')) wrong.push(`${where}: not judged wholly`);
      }
    }
    return { change: name, documents, wrong };
  });
}
