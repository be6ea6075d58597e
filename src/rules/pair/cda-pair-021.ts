import { defineRule } from '../../core/index.js';
import { own } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';

export const cdaPair021 = defineRule<CdaPair, PairContext, 'otherBytes'>({
  id: 'CDA-PAIR-021',
  subject: 'cda/pair',
  title: {
    fr: 'La copie PDF du niveau 3 est le PDF du niveau 1',
    en: 'The PDF copy in the level 3 is the PDF of the level 1',
  },
  why: {
    fr: 'Deux PDF différents pour un compte rendu laissent le lecteur sans savoir lequel fait foi.',
    en: 'Two different PDF files for one report leave the reader not knowing which one counts.',
  },
  repair: {
    fr: 'Mettez les mêmes octets dans les deux documents, ou ne transmettez que le niveau 3 avec sa copie.',
    en: 'Put the same bytes in both documents, or send only the level 3 with its copy.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('cda-n1-n3 §3.3')],
  messages: {
    otherBytes: {
      fr: '{path} : cette copie ({found} octets) n’est pas le PDF du niveau 1 ({expected} octets).',
      en: '{path}: this copy ({found} bytes) is not the PDF of the level 1 ({expected} bytes).',
    },
  },
  appliesTo: (pair) => isFull(pair) && pair.level3.document.pdfCopies.length > 0,
  *check({ level1, level3 }) {
    const reference = level1?.document.body?.decode().bytes;
    if (!reference) return;
    for (const copy of level3.document.pdfCopies) {
      const { bytes } = copy.decode();
      if (bytes === undefined || Buffer.compare(bytes, reference) === 0) continue;
      const facts = { found: String(bytes.byteLength), expected: String(reference.byteLength) };
      yield problemIn('otherBytes', level3, copy.node, facts);
    }
  },
});
