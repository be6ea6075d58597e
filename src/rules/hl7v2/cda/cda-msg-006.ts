import { defineRule, type MessageData } from '../../../core/index.js';
import type { Element, Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { DocumentFacts } from '../../pair/document-facts.js';
import type { Hl7v2Context } from '../context.js';
import { birthPlaceOf, isCarried, isInsOid, oidOf } from '../ins/ins.js';
import { problemAt } from '../problem-at.js';
import { readDocuments } from './carried-documents.js';
import { ansTransport } from './transport.js';

/** The matricule and the five strict traits of an identity (reference hl7v2-pam-fr §4.1). */
export const cdaMsg006 = defineRule<Hl7v2Message, Hl7v2Context, 'ins' | 'missing' | 'identifiers' | 'trait'>({
  id: 'CDA-MSG-006',
  subject: 'hl7v2/message',
  title: { fr: 'PID et recordTarget désignent le même patient', en: 'PID and recordTarget name the same patient' },
  why: {
    fr: 'Le destinataire range le document d’après PID. Si le CDA parle d’un autre patient, il entre dans le mauvais dossier.',
    en: 'The receiver files the document by PID. If the CDA is about another patient, it enters the wrong record.',
  },
  repair: {
    fr: 'Écrivez PID-3, PID-5, PID-7, PID-8, PID-11 (type BDL) et recordTarget à partir de la même identité, au même moment.',
    en: 'Write PID-3, PID-5, PID-7, PID-8, PID-11 (type BDL) and recordTarget from the same identity, at the same time.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('PID-3')],
  hl7Error: '204',
  messages: {
    ins: {
      fr: '{path} vaut « {found} » ; l’INS de recordTarget dans {carrier} est « {expected} ».',
      en: '{path} is "{found}"; the INS of recordTarget in {carrier} is "{expected}".',
    },
    missing: {
      fr: '{path} ne porte pas l’INS « {expected} » de recordTarget dans {carrier}.',
      en: '{path} does not hold the INS "{expected}" of recordTarget in {carrier}.',
    },
    identifiers: {
      fr: '{path} ne porte aucun des identifiants de recordTarget dans {carrier}.',
      en: '{path} holds none of the identifiers of recordTarget in {carrier}.',
    },
    trait: {
      fr: '{path} vaut « {found} » ; recordTarget dans {carrier} dit « {expected} ».',
      en: '{path} is "{found}"; recordTarget in {carrier} says "{expected}".',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined && readDocuments(message).some(({ facts }) => facts),
  *check(message) {
    const pid = message.segment('PID');
    for (const { obx, facts } of readDocuments(message)) {
      if (!facts) continue;
      const carrier = obx.field(5).path;
      for (const { messageId, element, found, expected } of differences(pid, facts)) {
        const data: MessageData = { carrier };
        const problem = problemAt(messageId, element, { found: found ?? '', expected: expected ?? '', data });
        yield { ...problem, expectedIsPersonal: true };
      }
    }
  },
});

interface Difference {
  readonly messageId: 'ins' | 'missing' | 'identifiers' | 'trait';
  readonly element: Element;
  readonly found?: string;
  readonly expected?: string;
}

function* differences(pid: Segment, facts: DocumentFacts): Generator<Difference> {
  yield* identifierDifferences(pid, facts);
  const names = pid.field(5).repetitions.map((name) => name.component(1).text);
  const family = pid.field(5).first.component(1);
  if (
    family.isValued &&
    facts.family.length > 0 &&
    !facts.family.some((one) => names.some((two) => sameName(one, two)))
  ) {
    yield { messageId: 'trait', element: family, found: family.text, expected: facts.family.join(', ') };
  }
  const birth = pid.field(7);
  const day = birth.text.slice(0, 8);
  if (
    day !== '' &&
    facts.birthDate !== undefined &&
    !facts.birthDate.startsWith(day) &&
    !day.startsWith(facts.birthDate)
  ) {
    yield { messageId: 'trait', element: birth, found: birth.text, expected: facts.birthDate };
  }
  const sex = pid.field(8);
  const gender = facts.gender === 'UN' ? ['U', 'UN', 'A', 'O'] : [facts.gender];
  if (sex.isValued && facts.gender !== undefined && !gender.includes(sex.text)) {
    yield { messageId: 'trait', element: sex, found: sex.text, expected: facts.gender };
  }
  yield* givenDifferences(pid, facts);
  const place = birthPlaceOf(pid)?.component(9);
  if (place?.isValued && facts.birthPlace !== undefined && !sameName(place.text, facts.birthPlace)) {
    yield { messageId: 'trait', element: place, found: place.text, expected: facts.birthPlace };
  }
}

/** A first given name may be written alone or within the list of the birth record: sharing one is enough. */
function* givenDifferences(pid: Segment, { given }: DocumentFacts): Generator<Difference> {
  const names = pid.field(5).repetitions.flatMap((name) => [name.component(2).text, name.component(3).text]);
  const written = names.flatMap(wordsOf);
  const element = pid.field(5).first.component(2);
  const known = new Set(given.flatMap(wordsOf));
  if (!element.isValued || written.length === 0 || known.size === 0 || written.some((word) => known.has(word))) return;
  yield { messageId: 'trait', element, found: element.text, expected: given.join(', ') };
}

function wordsOf(names: string): string[] {
  return names
    .split(/[\s,;]+/)
    .map(plain)
    .filter(Boolean);
}

function* identifierDifferences(pid: Segment, { ins, patientIds }: DocumentFacts): Generator<Difference> {
  const carried = pid.field(3).repetitions.filter(isCarried);
  const [own] = ins;
  const typed = carried.filter((identifier) => isInsOid(oidOf(identifier)));
  if (own) {
    const expected = own.extension ?? '';
    const same = typed.some((one) => one.component(1).text === own.extension && oidOf(one) === own.root);
    const [first] = typed;
    if (!same && first) {
      const element = first.component(1).text === own.extension ? first.component(4) : first.component(1);
      const words = element === first.component(4) ? own.root : expected;
      yield { messageId: 'ins', element, found: element.raw, ...(words !== undefined && { expected: words }) };
    } else if (!same) yield { messageId: 'missing', element: pid.field(3), expected };
  }
  const known = patientIds.some(({ root, extension }) =>
    carried.some((one) => one.component(1).text === extension && oidOf(one) === root),
  );
  if (!known && !own && patientIds.length > 0) yield { messageId: 'identifiers', element: pid.field(3) };
}

/** Case, accents, blanks and hyphens differ from one system to another: they do not make another patient. */
function sameName(left: string, right: string): boolean {
  return plain(left) === plain(right);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s'’-]+/g, ' ')
    .trim()
    .toUpperCase();
}
