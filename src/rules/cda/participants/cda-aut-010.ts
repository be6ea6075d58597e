import { defineRule } from '../../../core/index.js';
import { attributeOf, type CdaDocument, isInsRoot } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';

const AUTHOR = 'cda:author/cda:assignedAuthor';

/** Parts by kind of author (reference §1.3): a person is a professional unless the id is an INS; a device is a system. */
export const cdaAut010 = defineRule<CdaDocument, CdaContext, 'profession' | 'organization' | 'person'>({
  id: 'CDA-AUT-010',
  subject: 'cda/document',
  title: { fr: 'L’auteur est décrit selon ce qu’il est', en: 'The author is described according to the kind' },
  why: {
    fr: 'Un professionnel sans spécialité ni structure, ou un système sans structure, laisse vides des métadonnées XDS.',
    en: 'A professional without specialty or organisation, or a system without organisation, leaves XDS metadata empty.',
  },
  repair: {
    fr: 'Professionnel : code, assignedPerson, representedOrganization. Système : code, assignedAuthoringDevice, representedOrganization. Patient : assignedPerson seul.',
    en: 'Professional: code, assignedPerson, representedOrganization. System: code, assignedAuthoringDevice, representedOrganization. Patient: assignedPerson alone.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('FrAssignedAuthor')],
  messages: {
    profession: {
      fr: '{path} n’a pas de code ; la profession ou la sorte de système est attendue.',
      en: '{path} has no code; the profession or the kind of system is expected.',
    },
    organization: {
      fr: '{path} n’a pas de representedOrganization ; la structure de l’auteur est attendue.',
      en: '{path} has no representedOrganization; the organisation of the author is expected.',
    },
    person: {
      fr: '{path} ne décrit ni personne ni système ; assignedPerson ou assignedAuthoringDevice est attendu.',
      en: '{path} describes neither a person nor a system; assignedPerson or assignedAuthoringDevice is expected.',
    },
  },
  appliesTo: (document) => document.test(AUTHOR),
  *check(document) {
    for (const author of document.elements(AUTHOR)) {
      const has = (child: string) => document.test(`cda:${child}`, author);
      if (!has('assignedPerson') && !has('assignedAuthoringDevice')) yield problemAt('person', document, author);
      const isPatient = document.elements('cda:id', author).some((id) => isInsRoot(attributeOf(id, 'root')));
      if (isPatient) continue;
      if (!has('code')) yield problemAt('profession', document, author);
      if (!has('representedOrganization')) yield problemAt('organization', document, author);
    }
  },
});
