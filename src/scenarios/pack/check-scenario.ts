import { duplicate, type PackMistake, type Source, unknownName } from '../../packs/compile/index.js';
import { IDENTITY_FIELDS } from '../run/identities.js';
import { type ScenarioFile, STEP_KINDS, type StepFile } from './schema.js';
import { namesIn, textsIn } from './templates.js';

/** Names that every scenario has. */
export const GIVEN_NAMES = ['run', 'day', 'yesterday', 'now'] as const;

type Path = readonly PropertyKey[];

/** What the shape alone does not tell: names that stand for nothing, ids written twice, steps that are two things at once. */
export function* checkScenario(source: Source<ScenarioFile>): Generator<PackMistake> {
  const scenario = source.data;
  const known = new Names(scenario);
  const seen = new Set<string>();
  for (const [step, path] of stepsOf(scenario.steps, ['steps'])) {
    if (seen.has(step.id)) yield source.mistake([...path, 'id'], duplicate(step.id));
    seen.add(step.id);
    yield* checkKinds(step, path, source);
    yield* checkNames(step, path, source, known);
    for (const name of Object.keys(step.receive?.save ?? {})) known.values.add(name);
  }
}

/** Every step, groups before what they hold. */
export function* stepsOf(steps: readonly StepFile[], path: Path): Generator<[StepFile, Path]> {
  for (const [at, step] of steps.entries()) {
    const own = [...path, at];
    yield [step, own];
    if (step.group) yield* stepsOf(step.group.steps, [...own, 'group', 'steps']);
  }
}

class Names {
  readonly identities: readonly string[];
  readonly requirements: readonly string[];
  readonly values: Set<string>;

  constructor({ identities = {}, variables = {}, requirements = [] }: ScenarioFile) {
    this.identities = Object.keys(identities);
    this.requirements = requirements.map(({ id }) => id);
    this.values = new Set([
      ...GIVEN_NAMES,
      ...Object.keys(variables),
      ...this.identities.flatMap((name) => IDENTITY_FIELDS.map((field) => `${name}.${field}`)),
    ]);
  }
}

function* checkKinds(step: StepFile, path: Path, source: Source<ScenarioFile>): Generator<PackMistake> {
  const kinds = STEP_KINDS.filter((kind) => step[kind] !== undefined);
  if (kinds.length !== 1) {
    const list = STEP_KINDS.join(', ');
    const found = kinds.join(', ');
    yield source.mistake([...path, 'id'], {
      reason: {
        fr: `l’étape ${step.id} a ${kinds.length} genre(s)${found && ` (${found})`}`,
        en: `step ${step.id} has ${kinds.length} kind(s)${found && ` (${found})`}`,
      },
      remedy: { fr: `Donnez-lui exactement un genre parmi : ${list}.`, en: `Give it exactly one of: ${list}.` },
    });
  }
  const { send } = step;
  const contents = send ? [send.pam, send.message, send.file].filter((content) => content !== undefined) : [];
  if (send && contents.length !== 1 && !(contents.length === 0 && send.connection)) {
    yield source.mistake([...path, 'send'], {
      reason: { fr: `send envoie ${contents.length} contenus`, en: `send sends ${contents.length} contents` },
      remedy: {
        fr: 'Donnez un seul contenu (pam, message ou file), ou aucun avec connection.',
        en: 'Give one content (pam, message or file), or none with connection.',
      },
    });
  }
}

function* checkNames(
  { group: _group, ...step }: StepFile,
  path: Path,
  source: Source<ScenarioFile>,
  known: Names,
): Generator<PackMistake> {
  for (const id of step.requirements ?? []) {
    if (known.requirements.includes(id)) continue;
    yield source.mistake(
      [...path, 'requirements'],
      unknownName({ fr: 'exigence', en: 'requirement' }, id, known.requirements),
    );
  }
  const pams = [
    [step.send?.pam, ['send', 'pam', 'patient']],
    [step.receive?.reference?.pam, ['receive', 'reference', 'pam', 'patient']],
  ] as const;
  for (const [pam, at] of pams) {
    if (!pam || known.identities.includes(pam.patient)) continue;
    yield source.mistake(
      [...path, ...at],
      unknownName({ fr: 'identité', en: 'identity' }, pam.patient, known.identities),
    );
  }
  for (const [text, at] of textsIn(step)) {
    for (const name of namesIn(text)) {
      if (known.values.has(name)) continue;
      yield source.mistake([...path, ...at], unknownName({ fr: 'variable', en: 'variable' }, name, [...known.values]));
    }
  }
}
