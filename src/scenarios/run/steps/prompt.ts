import type { Text } from '../../../core/index.js';
import type { PromptFile, StepFile } from '../../pack/schema.js';
import { hookFailed, hookOf, runHook } from '../hooks.js';
import { failed, notSetUp, type Play, passed, type Reply, type Verdict } from '../play.js';
import { orInterrupted } from '../wait.js';

const DEFAULT_WITHIN = '15m';

/** A person does something and shows it; a hook may stand in for the person, except to swear. */
export async function playPrompt(prompt: PromptFile, step: StepFile, play: Play): Promise<Verdict> {
  const hook = prompt.wants === 'declaration' ? undefined : hookOf(step, play);
  if (hook) {
    const outcome = await runHook(hook, step.id, play);
    return outcome.ok
      ? passed({ fr: 'fait par l’appel de la cible', en: 'done by the call of the target' })
      : hookFailed(step.id, outcome);
  }
  return (await askPerson(prompt, step, play)) ?? notSetUp(NOBODY);
}

/** What a person answered, kept as evidence; undefined when there is nobody to ask. */
export async function askPerson(prompt: PromptFile, step: StepFile, play: Play): Promise<Verdict | undefined> {
  if (!play.asker) return undefined;
  const wants = prompt.wants ?? 'confirm';
  const id = `${play.id}/${step.id}`;
  const until = new Date(play.clock.now().getTime() + play.withinMs(prompt.within ?? DEFAULT_WITHIN));
  play.onWaiting({ id, ask: prompt.ask, until });
  const reply = await orInterrupted(play.asker({ id, ask: prompt.ask, wants, until }, play.signal), play.signal);
  if (!reply) return notSetUp({ fr: 'pas de réponse avant l’échéance', en: 'no answer before the deadline' });
  keep(prompt, reply, play);
  return verdictOf(reply);
}

function verdictOf(reply: Reply): Verdict {
  switch (reply.kind) {
    case 'yes':
      return passed({ fr: 'constaté par une personne', en: 'seen by a person' });
    case 'no':
      return failed({ fr: 'une personne a constaté le contraire', en: 'a person saw the contrary' });
    case 'unknown':
      return notSetUp({ fr: 'la personne n’a pas pu le constater', en: 'the person could not see it' });
    case 'files':
      return passed({ fr: `${reply.files.length} pièce(s) jointe(s)`, en: `${reply.files.length} file(s) attached` });
    case 'declaration':
      return passed({ fr: 'déclaré sur l’honneur', en: 'sworn declaration made' });
  }
}

function keep(prompt: PromptFile, reply: Reply, play: Play): void {
  if (reply.kind === 'files') {
    for (const { name, bytes } of reply.files) {
      const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin';
      const mediaType = MEDIA_TYPES[extension] ?? 'application/octet-stream';
      play.recorder.record({ kind: 'capture', mediaType, name: name.replace(/\.[^.]*$/, ''), extension }, bytes);
    }
    return;
  }
  const said = { question: prompt.ask, answer: reply.kind, ...(reply.kind === 'declaration' && { by: reply.by }) };
  const item = { kind: 'log', mediaType: 'application/json', extension: 'json' } as const;
  const name = reply.kind === 'declaration' ? 'declaration' : 'answer';
  play.recorder.record(
    { ...item, name, facts: { answer: reply.kind } },
    Buffer.from(`${JSON.stringify(said, null, 2)}\n`),
  );
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
};

const NOBODY: Text = {
  fr: 'cette preuve demande une personne : jouez le scénario dans un terminal, ou ajoutez un appel hooks.steps à la cible',
  en: 'this proof takes a person: play the scenario in a terminal, or add a call hooks.steps to the target',
};
