import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EXIT,
  faultsOf,
  GENERATED_MEASURES,
  type GeneratedMeasureName,
  generateMeasure,
  isMeasuredIn,
  type MeasureMode,
  makeError,
  systemCode,
  withFault,
} from '../../index.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';

const COMMAND = 'measures generate';

interface Generated {
  readonly file: string;
  readonly measure: GeneratedMeasureName;
  /** The mistake it holds, and the rule that must find it. */
  readonly fault?: string;
  readonly rule?: string;
  readonly severity?: string;
  readonly resource: object;
}

/** `epreuve measures generate`: valid synthetic measures, and variants with one mistake each. */
export async function runMeasuresGenerate(
  _args: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const mode: MeasureMode = options.pack === 'mesures' ? 'guide' : 'api';
  const seed = readNumber(options, 'seed', COMMAND, [0, 1_000_000_000]);
  const count = readNumber(options, 'count', COMMAND, [1, 10_000]);
  const names = readNames(texts(options, 'measure'), mode);
  const generated = names.flatMap((name) =>
    Array.from({ length: count }, (_, index) => generate(name, mode, seed + index, options.faults === true)).flat(),
  );
  const folder = optionalText(options, 'dir');
  if (folder === undefined) {
    for (const { resource } of generated) session.print(JSON.stringify(resource));
    return EXIT.passed;
  }
  await writeAll(folder, generated);
  session.say({
    fr: `${generated.length} mesures dans ${folder} ; expected.json dit ce que chacune doit donner.`,
    en: `${generated.length} measures in ${folder}; expected.json says what each must give.`,
  });
  return EXIT.passed;
}

/** Throws `bad-option` for a measure that does not exist, or not in that mode. */
function readNames(wanted: readonly string[], mode: MeasureMode): GeneratedMeasureName[] {
  const known = GENERATED_MEASURES.filter((name) => isMeasuredIn(name, mode));
  const unknown = wanted.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) {
    throw makeError('bad-option', {
      option: '--measure',
      reason: `${unknown} (${known.join(', ')})`,
      command: COMMAND,
    });
  }
  return wanted.length === 0 ? known : known.filter((name) => wanted.includes(name));
}

function generate(name: GeneratedMeasureName, mode: MeasureMode, seed: number, withFaults: boolean): Generated[] {
  const valid = generateMeasure(name, mode, seed);
  const generated: Generated[] = [{ file: `${name}-${seed}-valid.json`, measure: name, resource: valid }];
  if (!withFaults) return generated;
  const about = { name, mode };
  for (const fault of faultsOf(valid, about)) {
    const resource = withFault(valid, fault, about);
    if (resource === undefined) continue;
    const { id, rule, severity } = fault;
    generated.push({
      file: `${name}-${seed}-${id}-${severity}.json`,
      measure: name,
      fault: id,
      rule,
      severity,
      resource,
    });
  }
  return generated;
}

/** One file a measure, and what is expected of each. Throws `folder-unwritable`. */
async function writeAll(folder: string, generated: readonly Generated[]): Promise<void> {
  const expected = generated.map(({ resource: _resource, ...told }) => told);
  try {
    await mkdir(folder, { recursive: true });
    for (const { file, resource } of generated)
      await writeFile(join(folder, file), `${JSON.stringify(resource, null, 2)}\n`);
    await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  } catch (cause) {
    throw makeError('folder-unwritable', { folder, reason: systemCode(cause) }, { cause });
  }
}
