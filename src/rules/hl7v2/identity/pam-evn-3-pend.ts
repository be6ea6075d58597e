import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { agree } from '../timestamp.js';

/** The two dates may have different precisions: only what both say is compared. */
export const pamEvn3Pend = defineRule<Hl7v2Message, Hl7v2Context, 'different' | 'onlyHere' | 'onlyThere'>({
  id: 'PAM-EVN-3-PEND',
  subject: 'hl7v2/message',
  title: {
    fr: 'Dans A16, EVN-3 et PV2-9 donnent la même date de sortie prévue',
    en: 'In A16 EVN-3 and PV2-9 give the same planned discharge date',
  },
  why: {
    fr: 'Selon les récepteurs, la sortie prévue se lit dans EVN-3 ou dans PV2-9 : deux dates différentes donnent deux plannings de lits.',
    en: 'Depending on the receiver the planned discharge is read in EVN-3 or in PV2-9: two different dates give two bed schedules.',
  },
  repair: {
    fr: 'Écrivez la même date de sortie prévue dans EVN-3 et PV2-9.',
    en: 'Write the same planned discharge date in EVN-3 and PV2-9.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§5.3.6'), pamFr('§6.4')],
  messages: {
    different: {
      fr: '{path} vaut {found} alors que PV2-9 vaut {expected} ; la même date est attendue. Alignez-les.',
      en: '{path} is {found} although PV2-9 is {expected}; the same date is expected. Align them.',
    },
    onlyHere: {
      fr: '{path} est vide alors que EVN-3 donne la sortie prévue ({expected}) ; la même date est attendue. Recopiez-la.',
      en: '{path} is empty although EVN-3 gives the planned discharge ({expected}); the same date is expected. Copy it.',
    },
    onlyThere: {
      fr: '{path} est vide alors que PV2-9 donne la sortie prévue ({expected}) ; la même date est attendue. Recopiez-la.',
      en: '{path} is empty although PV2-9 gives the planned discharge ({expected}); the same date is expected. Copy it.',
    },
  },
  appliesTo: (message) =>
    message.type === 'ADT' &&
    message.event === 'A16' &&
    (message.field('EVN', 3).isValued || message.field('PV2', 9).isValued),
  *check(message) {
    const planned = message.field('EVN', 3);
    const discharge = message.field('PV2', 9);
    const here = planned.component(1).text;
    const there = discharge.component(1).text;
    if (there === '') yield personal(problemAt('onlyHere', discharge, { expected: here }));
    else if (here === '') yield personal(problemAt('onlyThere', planned, { expected: there }));
    else if (!agree(here, there)) yield personal(problemAt('different', planned, { found: here, expected: there }));
  },
});

/** What is expected comes from the message itself. */
function personal<Problem>(problem: Problem): Problem & { expectedIsPersonal: true } {
  return { ...problem, expectedIsPersonal: true };
}
