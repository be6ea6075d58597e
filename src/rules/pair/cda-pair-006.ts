import { defineRule } from '../../core/index.js';
import type { CdaPatient } from '../../formats/cda/index.js';
import { ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, agreeInTime, saidIds, saidNames, saidText, saidValue } from './said.js';

export const cdaPair006 = defineRule<CdaPair, PairContext, 'ins' | 'identifiers' | 'trait'>({
  id: 'CDA-PAIR-006',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés parlent du même patient', en: 'Both halves are about the same patient' },
  why: {
    fr: 'Les deux documents ont le même contenu clinique : un patient différent range une moitié dans un autre dossier.',
    en: 'Both documents have the same clinical content: a different patient files one half in another record.',
  },
  repair: {
    fr: 'Écrivez recordTarget à partir d’une seule source, au même moment, pour les deux documents.',
    en: 'Write recordTarget from one source, at one time, for both documents.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('acteurs-transactions, note 4')],
  messages: {
    ins: {
      fr: '{path} : l’INS du niveau 3 (« {found} ») n’est pas celle du niveau 1 (« {expected} »).',
      en: '{path}: the INS of the level 3 ("{found}") is not that of the level 1 ("{expected}").',
    },
    identifiers: {
      fr: '{path} : les identifiants du patient diffèrent (« {found} », et « {expected} » dans le niveau 1).',
      en: '{path}: the identifiers of the patient differ ("{found}", and "{expected}" in the level 1).',
    },
    trait: {
      fr: '{path} : {trait} vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: {trait} is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    const reference = level1?.document.header.patient;
    const { patient } = level3.document.header;
    const ins = [saidIds(reference?.ins ?? []), saidIds(patient?.ins ?? [])] as const;
    const others = [saidIds(localIds(reference)), saidIds(localIds(patient))] as const;
    for (const [messageId, [left, right]] of [
      ['ins', ins],
      ['identifiers', others],
    ] as const) {
      if (agree(left, right)) continue;
      const facts = { found: right.text, expected: left.text, expectedIsPersonal: true };
      yield problemIn(messageId, level3, right.node ?? patient?.node, facts);
    }
    for (const { trait, say, same = agree } of TRAITS) {
      const [left, right] = [say(reference), say(patient)];
      if (same(left, right)) continue;
      const facts = { found: right.text, expected: left.text, expectedIsPersonal: true, data: { trait } };
      yield problemIn('trait', level3, right.node ?? patient?.node, facts);
    }
  },
});

const TRAITS = [
  { trait: 'family', say: (patient?: CdaPatient) => saidNames(patient?.family ?? []) },
  { trait: 'given', say: (patient?: CdaPatient) => saidNames(patient?.given ?? []) },
  {
    trait: 'administrativeGenderCode',
    say: (patient?: CdaPatient) => saidText(patient?.gender?.code, patient?.gender?.node),
  },
  { trait: 'birthTime', say: (patient?: CdaPatient) => saidValue(patient?.birthTime), same: agreeInTime },
  { trait: 'birthplace county', say: (patient?: CdaPatient) => saidText(patient?.birthPlaceCode, undefined) },
];

function localIds(patient: CdaPatient | undefined) {
  return (patient?.ids ?? []).filter((id) => !patient?.ins.includes(id));
}
