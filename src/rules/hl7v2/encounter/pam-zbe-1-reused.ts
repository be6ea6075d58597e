import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';
import { encounterSteps, hasEncounters } from './encounter-history.js';

/** One movement may be sent as several messages with the same id: same visit, same time (PAM §5.3.1). */
export const pamZbe1Reused = defineRule<Hl7v2Sequence, Hl7v2Context, 'reused' | 'afterCancel'>({
  id: 'PAM-ZBE-1-REUSED',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Un identifiant de mouvement n’est donné qu’une fois',
    en: 'A movement id is given only once',
  },
  why: {
    fr: 'Si deux mouvements portent le même identifiant, la correction ou l’annulation de l’un touche l’autre.',
    en: 'If two movements bear the same id, the correction or cancel of one touches the other.',
  },
  repair: {
    fr: 'Donnez à chaque INSERT un ZBE-1 jamais employé, même après une annulation. Pour corriger un mouvement, envoyez Z99 avec UPDATE.',
    en: 'Give each INSERT a ZBE-1 never used before, even after a cancel. To correct a movement send Z99 with UPDATE.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.3.5'), pamFr('§5.4.1')],
  hl7Error: '205',
  messages: {
    reused: {
      fr: '{path} vaut « {found} », identifiant déjà donné à un autre mouvement. Prenez-en un nouveau.',
      en: '{path} is "{found}", an id already given to another movement. Take a new one.',
    },
    afterCancel: {
      fr: '{path} vaut « {found} », identifiant d’un mouvement annulé. Prenez-en un nouveau.',
      en: '{path} is "{found}", the id of a cancelled movement. Take a new one.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    const given = new Map<string, string>();
    const cancelled = new Set<string>();
    for (const { message, movementId, cancels, inserts, venueKey, evidenceId } of encounterSteps(sequence, context)) {
      if (movementId === '') continue;
      if (cancels) cancelled.add(movementId);
      const { zbe } = encounterOf(message);
      if (!inserts || zbe === undefined) continue;
      const occasion = `${venueKey}|${zbe.field(2).text}`;
      const before = given.get(movementId);
      if (cancelled.has(movementId) || (before !== undefined && before !== occasion)) {
        const messageId = cancelled.has(movementId) ? 'afterCancel' : 'reused';
        const id = zbe.field(1);
        yield { ...problemAt(messageId, id, { found: id.component(1).text }), evidenceId };
      }
      given.set(movementId, occasion);
    }
  },
});
