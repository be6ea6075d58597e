import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf } from '../events.js';
import { findList } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, ITI_31 } from '../sources.js';

/** Pack parameter `declaredOptions`: the IHE options that the system under test says it supports. */
export const pamMsh9Option = defineRule<Hl7v2Message, Hl7v2Context, 'undeclared'>({
  id: 'PAM-MSH-9-OPTION',
  subject: 'hl7v2/message',
  title: { fr: 'L’événement relève d’une option déclarée', en: 'The event belongs to a declared option' },
  why: {
    fr: 'Un récepteur qui n’a pas déclaré l’option répond AR à ses événements : l’émetteur croit avoir transmis, rien n’est enregistré.',
    en: 'A receiver that did not declare the option answers AR to its events: the sender believes it transmitted, nothing is recorded.',
  },
  repair: {
    fr: 'Déclarez l’option des deux côtés (paramètre declaredOptions du pack), ou n’envoyez pas cet événement à ce partenaire.',
    en: 'Declare the option on both sides (parameter declaredOptions of the pack), or do not send this event to this partner.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30, ITI_31],
  hl7Error: '201',
  messages: {
    undeclared: {
      fr: '{path} : l’événement {found} relève de l’option « {option} » ; options déclarées : {declared}. Attendez-vous à un rejet AR, ou déclarez l’option.',
      en: '{path}: the event {found} belongs to the option "{option}"; declared options: {declared}. Expect a rejection AR, or declare the option.',
    },
  },
  appliesTo: (message, context) =>
    findList(context, 'declaredOptions') !== undefined && eventRowOf(message, context)?.option !== undefined,
  *check(message, context) {
    const declared = findList(context, 'declaredOptions') ?? [];
    const option = eventRowOf(message, context)?.option;
    if (option === undefined || declared.includes(option)) return;
    const event = message.msh.field(9).component(2);
    const shown = declared.length > 0 ? declared : ['–'];
    yield problemAt('undeclared', event, { found: event.text, data: { option, declared: shown } });
  },
});
