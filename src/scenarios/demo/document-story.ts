import type { FiledDocument, GamDocument, GamDocumentMessage, Patient } from '../../actors/index.js';
import { aboutSomeoneElse, demoLetters } from './demo-documents.js';
import { PATIENT, type StoryStep } from './demo-story.js';

const documentsOf = (patients: readonly Patient[]): readonly FiledDocument[] =>
  patients.find(({ identifiers }) => identifiers.some(({ value }) => value === 'T0009'))?.documents ?? [];
const idsIn = (patients: readonly Patient[], state: FiledDocument['state']) =>
  documentsOf(patients)
    .filter((document) => document.state === state)
    .map(({ id }) => id.root);
const same = (found: readonly unknown[], expected: readonly GamDocument[]) =>
  found.length === expected.length && expected.every(({ id }) => found.includes(id));

/** The GAM sends a discharge letter to the DMN: both levels in one ORU, their replacement, their deletion (reference §7.8). */
export function documentStory(): readonly StoryStep[] {
  const { first, second } = demoLetters();
  const [level1] = second;
  const wrong = aboutSomeoneElse(first);
  const oru = (documents: readonly GamDocument[], act: GamDocumentMessage['act']): GamDocumentMessage => ({
    event: 'R01',
    identity: PATIENT,
    documents,
    act,
    order: 'L0001',
  });
  return [
    {
      id: 'send-letter',
      title: {
        fr: 'Lettre de liaison en CDA : niveau 1 (PDF) et niveau 3 (structuré) dans un ORU',
        en: 'Discharge letter in CDA: level 1 (PDF) and level 3 (structured) in one ORU',
      },
      message: oru(first, 'F'),
      answer: 'AA',
      expects: {
        text: { fr: 'les deux documents sont au dossier', en: 'both documents are in the record' },
        holds: (patients) => same(idsIn(patients, 'current'), first),
      },
    },
    {
      id: 'letter-of-another',
      title: {
        fr: 'Lettre d’une autre personne, envoyée à dessein : l’INS du CDA n’est pas celle de PID-3',
        en: 'Letter about another person, sent on purpose: the INS of the CDA is not that of PID-3',
      },
      message: oru(wrong, 'F'),
      answer: 'AE',
      expectedRules: ['CDA-MSG-006', 'CDA-N1-014'],
      expects: {
        text: { fr: 'elle n’entre pas au dossier', en: 'it does not enter the record' },
        holds: (patients) => documentsOf(patients).length === first.length,
      },
    },
    {
      id: 'replace-letter',
      title: {
        fr: 'Remplacement des deux documents par leur version 2',
        en: 'Both documents replaced by their version 2',
      },
      message: oru(second, 'C'),
      answer: 'AA',
      expects: {
        text: {
          fr: 'la version 2 est en vigueur, la première remplacée',
          en: 'version 2 is current, the first replaced',
        },
        holds: (patients) => same(idsIn(patients, 'current'), second) && same(idsIn(patients, 'replaced'), first),
      },
    },
    {
      id: 'delete-letter',
      title: { fr: 'Suppression des deux documents', en: 'Both documents deleted' },
      message: oru(second, 'D'),
      answer: 'AA',
      expects: {
        text: { fr: 'plus aucun document en vigueur', en: 'no document is current' },
        holds: (patients) => idsIn(patients, 'current').length === 0 && same(idsIn(patients, 'deleted'), second),
      },
    },
    ...(level1 ? [mdmStep(level1)] : []),
  ];
}

/** One document by itself travels in an MDM as well. */
function mdmStep(letter: GamDocument): StoryStep {
  const alone = renamed(letter);
  return {
    id: 'send-letter-mdm',
    title: { fr: 'Niveau 1 seul, dans un MDM', en: 'Level 1 alone, in an MDM' },
    message: { event: 'T02', identity: PATIENT, documents: [alone], act: 'F', order: 'L0002' },
    answer: 'AA',
    expects: {
      text: { fr: 'le document est au dossier', en: 'the document is in the record' },
      holds: (patients) => same(idsIn(patients, 'current'), [alone]),
    },
  };
}

/** A first version under its own id: nothing is replaced. */
function renamed(letter: GamDocument): GamDocument {
  const { replaces: _replaces, ...rest } = letter;
  const id = `${letter.id}.1`;
  const text = Buffer.from(letter.bytes).toString('utf8');
  const changed = text
    .replace(`<id root="${letter.id}"/>`, `<id root="${id}"/>`)
    .replace('<versionNumber value="2"/>', '<versionNumber value="1"/>')
    .replace(/<relatedDocument[\s\S]*?<\/relatedDocument>\s*/, '');
  return { ...rest, id, bytes: new Uint8Array(Buffer.from(changed, 'utf8')) };
}
