import { defineRule, type Problem } from '../../../core/index.js';
import type { Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isCarried, isTypedIns } from './ins.js';
import { domainOf, type IdentityStep, identitySteps, isInsDomain } from './patient-history.js';

type MessageId = 'neverGiven' | 'otherIns' | 'changed' | 'removed' | 'stillSent';

/** Only A31 (or the creation) gives an INS back after it was withdrawn. */
const GIVES_INS = new Set(['A28', 'A31', 'A47']);

export const pamInsLifecycle = defineRule<Hl7v2Sequence, Hl7v2Context, MessageId>({
  id: 'PAM-INS-LIFECYCLE',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'L’INS d’un patient suit son cycle de vie d’un message à l’autre',
    en: 'The INS of a patient follows its life cycle from message to message',
  },
  why: {
    fr: 'L’INS se donne par A31, se remplace et se retire par A47. Si l’émetteur saute une étape, chaque destinataire garde une INS différente pour le même patient.',
    en: 'The INS is given by A31, replaced and withdrawn by A47. If the sender skips a step, each receiver keeps a different INS for the same patient.',
  },
  repair: {
    fr: 'Attribution : A31 avec VALI. Changement de matricule : A47, ancienne INS en MRG-1. Retrait ou déclassement : A47 avec "" en PID-3.1. Après un retrait, renvoyez l’INS par A31 avant de l’employer ailleurs.',
    en: 'Given: A31 with VALI. Matricule changed: A47, old INS in MRG-1. Withdrawn or downgraded: A47 with "" in PID-3.1. After a withdrawal send the INS by A31 again before using it elsewhere.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [pamFr('§4.1'), pamFr('§4.4')],
  messages: {
    neverGiven: {
      fr: '{path} retire une INS qui n’a jamais été transmise pour ce patient depuis sa création. Vérifiez l’identité visée, ou envoyez d’abord l’INS par A31.',
      en: '{path} withdraws an INS that was never sent for this patient since its creation. Check which identity is meant, or send the INS by A31 first.',
    },
    otherIns: {
      fr: '{path} porte une INS qui n’est pas la dernière transmise pour ce patient. Mettez en MRG-1 la dernière INS connue du destinataire.',
      en: '{path} holds an INS that is not the last one sent for this patient. Put the last INS the receiver knows in MRG-1.',
    },
    changed: {
      fr: '{path} : le matricule diffère du dernier transmis pour ce patient, et l’événement est {event}. Un changement d’INS passe par A47.',
      en: '{path}: the matricule differs from the last one sent for this patient, and the event is {event}. A change of INS goes through A47.',
    },
    removed: {
      fr: '{path} retire l’INS par {event}. Seul A47, avec l’INS en MRG-1, retire une INS.',
      en: '{path} withdraws the INS through {event}. Only A47, with the INS in MRG-1, withdraws an INS.',
    },
    stillSent: {
      fr: '{path} : l’INS de ce patient a été retirée, et {event} l’envoie à nouveau. Envoyez d’abord un A31 avec PID-32 = VALI, ou retirez l’INS du message.',
      en: '{path}: the INS of this patient was withdrawn, and {event} sends it again. Send an A31 with PID-32 = VALI first, or remove the INS from the message.',
    },
  },
  appliesTo: ({ messages }) => messages.some(({ message }) => mentionsIns(message.field('PID', 3).repetitions)),
  *check(sequence) {
    for (const step of identitySteps(sequence)) {
      for (const problem of problemsOf(step)) yield { ...problem, evidenceId: step.evidenceId };
    }
  },
});

function mentionsIns(identifiers: readonly Repetition[]): boolean {
  return identifiers.some(isTypedIns);
}

function* problemsOf(step: IdentityStep): Generator<Problem<MessageId>> {
  const { event, pid, patient } = step;
  for (const ins of pid.field(3).repetitions.filter(isTypedIns)) {
    if (ins.component(1).isNull && event !== 'A47') yield problemAt('removed', ins, { data: { event } });
    else if (isCarried(ins) && patient) yield* sentProblems(step, ins);
  }
  if (event === 'A47' && patient) yield* withdrawalProblems(step);
}

function* sentProblems({ event, patient, bears }: IdentityStep, ins: Repetition): Generator<Problem<MessageId>> {
  const matricule = ins.component(1);
  const last = patient?.identifiers.get(domainOf(ins));
  if (patient?.withdrawn && !GIVES_INS.has(event)) yield problemAt('stillSent', matricule, { data: { event } });
  else if (last !== undefined && last !== matricule.text && event !== 'A47' && !bears(ins)) {
    yield problemAt('changed', matricule, { found: matricule.text, data: { event } });
  }
}

function* withdrawalProblems({ message, patient }: IdentityStep): Generator<Problem<MessageId>> {
  if (patient === undefined) return;
  const knows = [...patient.identifiers.keys()].some(isInsDomain);
  for (const ins of message.field('MRG', 1).repetitions.filter((old) => isTypedIns(old) && isCarried(old))) {
    const last = patient.identifiers.get(domainOf(ins));
    if (patient.created && !knows) yield problemAt('neverGiven', ins);
    else if (last !== undefined && last !== ins.component(1).text) yield problemAt('otherIns', ins);
  }
}
