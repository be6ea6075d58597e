import { defineRule } from '../../core/index.js';
import { ansNewGuide, hl7Cda } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair019 = defineRule<CdaPair, PairContext, 'both' | 'tooMany' | 'unknownType'>({
  id: 'CDA-PAIR-019',
  subject: 'cda/pair',
  title: { fr: 'relatedDocument : une combinaison permise', en: 'relatedDocument: a permitted combination' },
  why: {
    fr: 'CDA n’admet que RPLC, APND, XFRM, ou XFRM avec l’un des deux autres ; le CI-SIS n’en prévoit qu’un seul.',
    en: 'CDA admits only RPLC, APND, XFRM, or XFRM with one of the two others; CI-SIS foresees only one.',
  },
  repair: {
    fr: 'Gardez XFRM et RPLC si votre destinataire les admet ; sinon, gardez RPLC et portez XFRM dans les métadonnées XDS.',
    en: 'Keep XFRM and RPLC if your receiver admits them; otherwise keep RPLC and carry XFRM in the XDS metadata.',
  },
  severity: 'information',
  trust: 'standard',
  spec: [hl7Cda('relatedDocument'), ansNewGuide('relatedDocument')],
  messages: {
    both: {
      fr: '{path} : XFRM et RPLC ensemble. CDA l’admet ; le CI-SIS ne prévoit qu’un relatedDocument.',
      en: '{path}: XFRM and RPLC together. CDA admits it; CI-SIS foresees one relatedDocument.',
    },
    tooMany: {
      fr: '{path} : {found} ne peuvent pas être ensemble dans un document.',
      en: '{path}: {found} cannot be together in one document.',
    },
    unknownType: {
      fr: '{path} : typeCode vaut « {found} » ; {expected} est attendu.',
      en: '{path}: typeCode is "{found}"; {expected} is expected.',
    },
  },
  appliesTo: (pair) =>
    isFull(pair) && [pair.level1, pair.level3].some((half) => half.document.header.relatedDocuments.length > 0),
  *check({ level1, level3 }) {
    for (const half of level1 ? [level1, level3] : [level3]) {
      const related = half.document.header.relatedDocuments;
      for (const { typeCode = '—', node } of related) {
        if (TYPES.includes(typeCode)) continue;
        yield problemIn('unknownType', half, node, { found: typeCode, expected: TYPES.join(', '), severity: 'error' });
      }
      const types = related.map(({ typeCode = '—' }) => typeCode).sort();
      const [, second] = related;
      if (!second || types.some((type) => !TYPES.includes(type))) continue;
      if (types.length > 2 || !types.includes('XFRM') || types[0] === types[1]) {
        yield problemIn('tooMany', half, second.node, { found: types.join(' + '), severity: 'error' });
      } else if (linksOf(half, 'RPLC').length > 0) yield problemIn('both', half, second.node);
    }
  },
});

const TYPES = ['APND', 'RPLC', 'XFRM'];
