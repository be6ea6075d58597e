import { defineRule } from '../../../core/index.js';
import type { Element, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr, pamFr } from '../sources.js';
import { birthNameOf, birthPlaceOf, hasIns, insBearers } from './ins.js';

type Trait = 'birthName' | 'firstGivenName' | 'givenNames' | 'birthDate' | 'sex' | 'birthPlace';

/** A code of sex other than M or F, and the form of the COG code, are judged by rules of §9.4. */
export const pamPid3InsTraits = defineRule<Hl7v2Message, Hl7v2Context, Trait>({
  id: 'PAM-PID-3-INS-TRAITS',
  subject: 'hl7v2/message',
  title: { fr: 'L’INS voyage avec tous ses traits', en: 'The INS travels with all its traits' },
  why: {
    fr: 'Une INS n’est sûre qu’avec les traits rendus par l’INSi : le destinataire les compare aux siens avant d’enregistrer le matricule. S’il en manque un, il ne peut pas vérifier qu’il s’agit de la même personne.',
    en: 'An INS is safe only with the traits INSi returned: the receiver compares them with its own before it stores the matricule. If one is missing it cannot check that it is the same person.',
  },
  repair: {
    fr: 'Envoyez, sans les modifier, les traits rendus par l’INSi : nom de naissance (PID-5.1), premier prénom (PID-5.2), liste des prénoms (PID-5.3), date de naissance (PID-7), sexe (PID-8), code COG du lieu de naissance (PID-11.9, type BDL).',
    en: 'Send the traits INSi returned, unchanged: birth name (PID-5.1), first given name (PID-5.2), list of given names (PID-5.3), birth date (PID-7), sex (PID-8), COG code of the birth place (PID-11.9, type BDL).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6'), dataTypesFr('§N.10')],
  hl7Error: '101',
  messages: {
    birthName: {
      fr: '{path} : le nom de naissance (répétition de type L) manque alors qu’une INS est transmise. Ajoutez-le tel que l’INSi l’a rendu.',
      en: '{path}: the birth name (repetition of type L) is missing while an INS is sent. Add it as INSi returned it.',
    },
    firstGivenName: {
      fr: '{path} : le premier prénom de naissance manque alors qu’une INS est transmise. Mettez-y le premier de la liste rendue par l’INSi.',
      en: '{path}: the first given name of birth is missing while an INS is sent. Put there the first of the list INSi returned.',
    },
    givenNames: {
      fr: '{path} : la liste des prénoms de naissance manque alors qu’une INS est transmise. Mettez-y toute la liste rendue par l’INSi, premier prénom compris.',
      en: '{path}: the list of given names of birth is missing while an INS is sent. Put there the whole list INSi returned, first given name included.',
    },
    birthDate: {
      fr: '{path} vaut « {found} » ; la date de naissance complète (AAAAMMJJ) est attendue avec l’INS.',
      en: '{path} is "{found}"; the whole birth date (YYYYMMDD) is expected with the INS.',
    },
    sex: {
      fr: '{path} : le sexe manque alors qu’une INS est transmise. L’INSi rend toujours M ou F.',
      en: '{path}: the sex is missing while an INS is sent. INSi always returns M or F.',
    },
    birthPlace: {
      fr: '{path} : le code COG du lieu de naissance manque alors qu’une INS est transmise. Ajoutez une répétition de type BDL avec le code en PID-11.9.',
      en: '{path}: the COG code of the birth place is missing while an INS is sent. Add a repetition of type BDL with the code in PID-11.9.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const pid of insBearers(message)) {
      const name = birthNameOf(pid) ?? pid.field(5).repetition(pid.field(5).repetitions.length + 1);
      if (isAbsent(name.component(1))) yield problemAt('birthName', name.component(1));
      if (isAbsent(name.component(2))) yield problemAt('firstGivenName', name.component(2));
      if (isAbsent(name.component(3))) yield problemAt('givenNames', name.component(3));
      const birth = pid.field(7);
      if (birth.isNull || birth.text.length < 8) yield problemAt('birthDate', birth, { found: birth.text });
      if (isAbsent(pid.field(8))) yield problemAt('sex', pid.field(8));
      const place = birthPlaceOf(pid)?.component(9);
      if (place === undefined || isAbsent(place)) yield problemAt('birthPlace', place ?? pid.field(11));
    }
  },
});

function isAbsent(element: Element): boolean {
  return !element.isValued || element.isNull;
}
