import { defineRule, INS_PATTERN } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { insOf } from './ins.js';

export const cdaPat021 = defineRule<CdaDocument, CdaContext, 'birth' | 'sex'>({
  id: 'CDA-PAT-021',
  subject: 'cda/document',
  title: {
    fr: 'L’INS s’accorde avec la date de naissance et le sexe',
    en: 'The INS agrees with birth date and gender',
  },
  why: {
    fr: 'Le matricule commence par le sexe, l’année et le mois de naissance. Un désaccord signale souvent une INS posée sur le mauvais patient.',
    en: 'The matricule begins with gender, year and month of birth. A disagreement often means an INS put on the wrong patient.',
  },
  repair: {
    fr: 'Vérifiez l’identité et l’INS ; un écart réel existe (changement de sexe, date fictive), d’où un simple avertissement.',
    en: 'Check the identity and the INS; a real difference does exist (change of gender, fictional date), hence a mere warning.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('INS against traits')],
  messages: {
    birth: {
      fr: '{path} : l’année et le mois de naissance de l’INS sont {found}, ceux du patient {expected}.',
      en: '{path}: year and month of birth of the INS are {found}, those of the patient {expected}.',
    },
    sex: {
      fr: '{path} : l’INS commence par {found} alors que le sexe du patient est {expected}.',
      en: '{path}: the INS begins with {found} while the gender of the patient is {expected}.',
    },
  },
  appliesTo: (document) => insOf(document).some(({ extension = '' }) => INS_PATTERN.test(extension)),
  *check(document) {
    const patient = document.header.patient;
    const birth = patient?.birthTime?.value ?? '';
    const gender = patient?.gender?.code ?? '';
    for (const { extension = '', node } of insOf(document)) {
      if (!INS_PATTERN.test(extension)) continue;
      const place = node.attr('extension') ?? node;
      const found = extension.slice(1, 5);
      const expected = birth.slice(2, 6);
      // Months from 20 on stand for an unknown month.
      const knownMonth = Number(extension.slice(3, 5)) <= 12;
      if (/^\d{4}$/.test(expected) && knownMonth && found !== expected)
        yield problemAt('birth', document, place, { found, expected, expectedIsPersonal: true });
      // 7 and 8 are numbers given for a time; they follow the same order of gender.
      const sex = { '1': 'M', '2': 'F', '3': 'M', '4': 'F', '7': 'M', '8': 'F' }[extension.slice(0, 1)];
      if (sex !== undefined && (gender === 'M' || gender === 'F') && sex !== gender)
        yield problemAt('sex', document, place, {
          found: extension.slice(0, 1),
          expected: gender,
          expectedIsPersonal: true,
        });
    }
  },
});
