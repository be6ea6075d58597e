import { defineRule, INS_PATTERN, insKeyOf } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { insOf } from './ins.js';

/** The same ideas as PAM-PID-3-INS-FORMAT, -KEY and -DUP, under one id; the constraint says which. */
export const cdaPat004 = defineRule<CdaDocument, CdaContext, 'noKey' | 'format' | 'wrongKey' | 'twice'>({
  id: 'CDA-PAT-004',
  subject: 'cda/document',
  title: { fr: 'L’INS est unique et bien formée', en: 'The INS is unique and well formed' },
  why: {
    fr: 'Un matricule mal recopié désigne une autre personne, ou personne. La clé est le seul contrôle possible sans téléservice.',
    en: 'A matricule copied wrongly names another person, or nobody. The key is the only check possible without the service.',
  },
  repair: {
    fr: 'Reprenez tel quel le matricule rendu par l’INSi : 13 caractères et la clé de 2 chiffres, sans espace. N’en gardez qu’un.',
    en: 'Take the matricule as INSi returned it: 13 characters and the 2-digit key, without spaces. Keep only one.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('INS: PAM-PID-3-INS-FORMAT, -KEY, -DUP')],
  messages: {
    noKey: {
      fr: '{path} : le matricule « {found} » n’a que 13 caractères ; ajoutez la clé de deux chiffres.',
      en: '{path}: the matricule "{found}" has 13 characters only; add the two-digit key.',
    },
    format: {
      fr: '{path} : « {found} » n’est pas un matricule INS ; 13 caractères et une clé de 2 chiffres sont attendus, sans séparateur.',
      en: '{path}: "{found}" is no INS matricule; 13 characters and a 2-digit key are expected, without separators.',
    },
    wrongKey: {
      fr: '{path} : la clé du matricule est {found}, le calcul donne {expected}.',
      en: '{path}: the key of the matricule is {found}, the calculation gives {expected}.',
    },
    twice: {
      fr: '{path} : le patient porte déjà une INS dans ce document. Ne gardez que la dernière connue.',
      en: '{path}: the patient already bears an INS in this document. Keep only the last one known.',
    },
  },
  appliesTo: (document) => insOf(document).length > 0,
  *check(document) {
    for (const [index, { extension = '', node }] of insOf(document).entries()) {
      const place = node.attr('extension') ?? node;
      if (index > 0) yield problemAt('twice', document, node, { constraintId: 'INS-DUP' });
      if (!INS_PATTERN.test(extension)) {
        const noKey = INS_PATTERN.test(`${extension}00`);
        yield problemAt(noKey ? 'noKey' : 'format', document, place, { found: extension, constraintId: 'INS-FORMAT' });
      } else if (insKeyOf(extension) !== extension.slice(-2)) {
        const facts = { found: extension.slice(-2), expected: insKeyOf(extension), expectedIsPersonal: true };
        yield problemAt('wrongKey', document, place, { ...facts, constraintId: 'INS-KEY' });
      }
    }
  },
});
