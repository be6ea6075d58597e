import { defineRule } from '../../core/index.js';
import type { CdaHeader, XmlElement } from '../../formats/cda/index.js';
import { ansExamples } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, agreeInTime, type Said, saidCode, saidIds, saidText, saidValue } from './said.js';

export const cdaPair010 = defineRule<CdaPair, PairContext, 'differs'>({
  id: 'CDA-PAIR-010',
  subject: 'cda/pair',
  title: {
    fr: 'Auteur, responsable, titre, langue, acte, lieu et demande sont les mêmes',
    en: 'Author, authenticator, title, language, act, place and order are the same',
  },
  why: {
    fr: 'Ces éléments deviennent les métadonnées communes du partage : un écart range les deux moitiés sous des descriptions différentes.',
    en: 'These elements become the common metadata of sharing: a gap files the halves under different descriptions.',
  },
  repair: {
    fr: 'Écrivez les deux en-têtes à partir des mêmes données ; seuls id, setId, templateId, relatedDocument et le corps diffèrent.',
    en: 'Write both headers from the same data; only id, setId, templateId, relatedDocument and the body differ.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ansExamples('Transmission initiale ORU')],
  messages: {
    differs: {
      fr: '{path} : {part} vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: {part} is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    if (!level1) return;
    for (const { part, say, same = agree } of PARTS) {
      const left = say(level1.document.header, level1.document.root);
      const right = say(level3.document.header, level3.document.root);
      if (same(left, right)) continue;
      const facts = { found: right.text, expected: left.text, expectedIsPersonal: true, data: { part } };
      yield problemIn('differs', level3, right.node, facts);
    }
  },
});

interface Part {
  /** Name of the element in the document. */
  readonly part: string;
  readonly say: (header: CdaHeader, root: XmlElement) => Said;
  readonly same?: (left: Said, right: Said) => boolean;
}

const mainAct = (header: CdaHeader) => header.serviceEvents[0];

const PARTS: readonly Part[] = [
  { part: 'author', say: (header) => saidIds(header.authors.flatMap(({ ids }) => ids)) },
  { part: 'legalAuthenticator', say: (header) => saidIds(header.legalAuthenticatorIds) },
  { part: 'title', say: (header, root) => saidText(header.title, root) },
  { part: 'languageCode', say: (header) => saidCode(header.languageCode) },
  { part: 'serviceEvent/effectiveTime/low', say: (header) => saidValue(mainAct(header)?.low), same: agreeInTime },
  { part: 'serviceEvent/effectiveTime/high', say: (header) => saidValue(mainAct(header)?.high), same: agreeInTime },
  { part: 'serviceEvent/performer', say: (header) => saidIds(mainAct(header)?.performerIds ?? []) },
  { part: 'standardIndustryClassCode', say: (header) => saidCode(mainAct(header)?.practiceSetting) },
  { part: 'healthCareFacility', say: (header) => saidCode(header.facilityCode) },
  { part: 'inFulfillmentOf/order', say: (header) => saidIds(header.orderIds) },
];
