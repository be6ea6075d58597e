import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import {
  EXIT,
  findScenarios,
  listScenarioPacks,
  makeCapturer,
  makeError,
  RunRecorder,
  readTarget,
  recordPictures,
  runScenarios,
  type Scenario,
  selectScenarios,
  startReference,
  systemClock,
  type Target,
  type Text,
  VERSION,
} from '../../index.js';
import { makeAsker } from '../asker.js';
import { readBehaviourFile } from '../behaviour-file.js';
import { reportError } from '../errors.js';
import { readInterrupted } from '../interrupted-run.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { printList, printPlan } from '../scenario-plan.js';
import { readSuppressionsOption, tellSuppressions } from '../suppressions.js';
import { tellRun } from '../tell.js';
import { tellScenarioEvent } from '../tell-scenario.js';

type RunOptions = OutputOptions & { readonly pack?: readonly string[] };

/** `epreuve run <scenario…>`: plays scenarios against a target, judges, reports. */
export async function runRun(names: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const schema = optionalText(options, 'schema');
  if (schema !== undefined) return printSchema(schema, session);
  const own: RunOptions = options;
  readReportOptions(own.report, 'run');
  if (options.list === true) return list(names, own, session);
  const interrupted = optionalText(options, 'resume');
  const before = interrupted === undefined ? undefined : readInterrupted(interrupted);
  const wanted = names.length > 0 ? names : (before?.scenarios ?? []);
  const chosen = choose(await findScenarios(wanted), options, session).filter(
    ({ reference }) => !before?.ended.has(reference),
  );
  if (options.dryRun === true) {
    printPlan(chosen, optionalText(options, 'target') ?? 'reference', own.json === true, session);
    return EXIT.passed;
  }
  return play(chosen, { own, options, before, folder: interrupted }, session);
}

async function list(names: readonly string[], own: RunOptions, session: Session): Promise<number> {
  const scenarios =
    names.length > 0 ? await findScenarios(names) : (await listScenarioPacks()).flatMap((pack) => pack.scenarios);
  printList(scenarios, own.json === true, session);
  return EXIT.passed;
}

function choose(
  scenarios: readonly Scenario[],
  options: Record<string, unknown>,
  session: Session,
): readonly Scenario[] {
  const { chosen, leftOut } = selectScenarios(scenarios, {
    tags: texts(options, 'tag'),
    only: texts(options, 'only'),
    skip: texts(options, 'skip'),
  });
  if (leftOut.length > 0) {
    const named = leftOut.map(({ reference }) => reference).join(', ');
    session.say({ fr: `Laissé(s) de côté : ${named}\n`, en: `Left out: ${named}\n` });
  }
  if (chosen.length === 0) throw makeError('nothing-to-play');
  return chosen;
}

interface Playing {
  readonly own: RunOptions;
  readonly options: Record<string, unknown>;
  readonly before: ReturnType<typeof readInterrupted> | undefined;
  readonly folder: string | undefined;
}

async function play(
  scenarios: readonly Scenario[],
  { own, options, before, folder: resumed }: Playing,
  session: Session,
): Promise<number> {
  const suppressions = await readSuppressionsOption(options, 'run');
  const maxWaitMs =
    options.maxWait === undefined ? undefined : readNumber(options, 'maxWait', 'run', [1, 86_400]) * 1000;
  const target = await openTarget(options, session);
  const folder = resumed ?? optionalText(options, 'out') ?? newRunFolder('run', systemClock.now());
  const seed = optionalText(options, 'seed') ?? before?.seed ?? randomBytes(4).toString('hex');
  const stop = new AbortController();
  void session.io.interrupted.then(() => stop.abort());
  const asker = options.input === false ? undefined : makeAsker(session);
  try {
    const title = titleOf(scenarios, target);
    const recorder = new RunRecorder({
      folder,
      title,
      tool: { name: 'epreuve', version: VERSION },
      ...(before && { resume: true as const }),
    });
    session.say({ fr: `Cible : ${target.name} · graine ${seed}`, en: `Target: ${target.name} · seed ${seed}` });
    const end = await runScenarios(scenarios, {
      recorder,
      target,
      clock: systemClock,
      language: session.language,
      seed,
      signal: stop.signal,
      capture: makeCapturer(target, { environment: session.io.environment, language: session.language }),
      ...(asker && { asker }),
      ...(maxWaitMs !== undefined && { maxWaitMs }),
      ...(before && { begun: before.begun }),
      onEvent: (event) => tellScenarioEvent(event, session),
    });
    if (!end.interrupted) await recordPictures(recorder);
    if (end.interrupted) recorder.interrupt();
    else recorder.end();
    for (const defect of end.defects) reportError(defect, session.language, session.io);
    const result = await finishRun(folder, { ...own, ...(suppressions && { judgedWith: suppressions }) }, session);
    tellSuppressions(result.suppressions, session);
    const code = await tellRun(result, resolve(folder), own, session, 'run');
    if (end.interrupted) {
      session.say({
        fr: `Passage interrompu. Pour le reprendre : epreuve run --resume ${folder}`,
        en: `Run interrupted. To go on: epreuve run --resume ${folder}`,
      });
    }
    return end.defects.length > 0 ? EXIT.defect : code;
  } finally {
    asker?.close();
    await target.close();
  }
}

/** The reference DMN unless a target is given: and it is said, because nothing of the user's is tested then. */
async function openTarget(options: Record<string, unknown>, session: Session): Promise<Target> {
  const file = optionalText(options, 'target') ?? 'reference';
  const behaviour = optionalText(options, 'behaviour');
  if (file !== 'reference') {
    if (behaviour !== undefined)
      throw makeError('option-excludes', { option: '--behaviour', other: '--target', command: 'run' });
    return readTarget(file, session.io.environment, systemClock);
  }
  session.say({
    fr: 'Sans --target, le scénario se joue contre le DMN de référence d’Épreuve : votre système n’est pas testé.',
    en: 'Without --target, the scenario is played against the reference DMN of Épreuve: your system is not tested.',
  });
  const rules = await readBehaviourFile(behaviour);
  return startReference({ clock: systemClock, language: session.language, behaviour: rules });
}

function titleOf(scenarios: readonly Scenario[], target: Target): Text {
  const [only] = scenarios;
  const version = target.version === undefined ? '' : ` ${target.version}`;
  if (scenarios.length === 1 && only) {
    const { fr, en } = only.file.title;
    return { fr: `${fr} · ${target.name}${version}`, en: `${en} · ${target.name}${version}` };
  }
  return {
    fr: `${scenarios.length} scénarios · ${target.name}${version}`,
    en: `${scenarios.length} scenarios · ${target.name}${version}`,
  };
}

async function printSchema(name: string, session: Session): Promise<number> {
  const { scenarioSchema } = await import('../../index.js');
  const text = await scenarioSchema(name);
  if (text === undefined) throw makeError('bad-option', { option: '--schema', reason: name, command: 'run' });
  session.print(text);
  return EXIT.passed;
}
