import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isCarried, isTypedIns } from './ins.js';
import { domainOf, identitySteps, keyOf } from './patient-history.js';

/** The INS has a life cycle of its own: PAM-INS-LIFECYCLE. */
export const pamA31Newid = defineRule<Hl7v2Sequence, Hl7v2Context, 'changed'>({
  id: 'PAM-A31-NEWID',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Un identifiant ne change de valeur que par A47',
    en: 'An identifier changes its value only through A47',
  },
  why: {
    fr: 'A31 ajoute un identifiant ou met à jour des traits. Le destinataire n’y voit pas qu’un identifiant en remplace un autre : il garde les deux, ou crée un second dossier.',
    en: 'A31 adds an identifier or updates traits. In it the receiver cannot see that one identifier replaces another: it keeps both, or opens a second record.',
  },
  repair: {
    fr: 'Envoyez un A47 avec l’ancien identifiant en MRG-1 et le nouveau en PID-3. Pour réunir deux dossiers, envoyez plutôt une fusion (A40).',
    en: 'Send an A47 with the old identifier in MRG-1 and the new one in PID-3. To join two records send a merge (A40) instead.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§4.1'), pamFr('§8.5.7 CP-2015-099')],
  messages: {
    changed: {
      fr: '{path} vaut « {found} » alors que ce patient portait « {expected} » dans le même domaine. Changez un identifiant par A47, et non par A31.',
      en: '{path} is "{found}" while this patient bore "{expected}" in the same domain. Change an identifier with A47, not with A31.',
    },
  },
  appliesTo: ({ messages }) => messages.some(({ message }) => message.event === 'A31'),
  *check(sequence) {
    for (const { event, pid, patient, bears, evidenceId } of identitySteps(sequence)) {
      if (event !== 'A31' || patient === undefined) continue;
      const given = pid.field(3).repetitions.filter((identifier) => isCarried(identifier) && !isTypedIns(identifier));
      const stillGiven = new Set(given.map(keyOf));
      for (const identifier of given) {
        const domain = domainOf(identifier);
        const expected = patient.identifiers.get(domain);
        const value = identifier.component(1);
        if (expected === undefined || expected === value.text || bears(identifier)) continue;
        if (stillGiven.has(`${domain}|${expected}`)) continue;
        const problem = problemAt('changed', value, { found: value.text, expected });
        yield { ...problem, expectedIsPersonal: true, evidenceId };
      }
    }
  },
});
