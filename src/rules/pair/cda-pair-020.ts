import { defineRule } from '../../core/index.js';
import { modelsOf } from '../cda/models.js';
import { ansFormatCodes } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';

/** Format codes of a level 1 by media type (reference §2.1). */
const BY_MEDIA_TYPE: Readonly<Record<string, string>> = {
  'application/pdf': 'urn:ihe:iti:xds-sd:pdf:2008',
  'text/plain': 'urn:ihe:iti:xds-sd:text:2008',
  'text/rtf': 'urn:ihe:iti-fr:xds-sd:rtf:2010',
  'image/jpeg': 'urn:ihe:iti-fr:xds-sd:jpeg:2010',
  'image/tiff': 'urn:ihe:iti-fr:xds-sd:tiff:2010',
};

/** The metadata themselves are not in the documents: what is judged is whether each half has a code to put there. */
export const cdaPair020 = defineRule<CdaPair, PairContext, 'noMedia' | 'noModel'>({
  id: 'CDA-PAIR-020',
  subject: 'cda/pair',
  title: {
    fr: 'Chaque moitié a un formatCode pour ses métadonnées XDS',
    en: 'Each half has a formatCode for its XDS metadata',
  },
  why: {
    fr: 'Le formatCode du niveau 1 vient de la sorte de fichier, celui du niveau 3 de son modèle. Sans lui, l’entrepôt refuse le document ou ne sait pas l’ouvrir.',
    en: 'The formatCode of the level 1 comes from the kind of file, that of the level 3 from its model. Without it the repository refuses the document or cannot open it.',
  },
  repair: {
    fr: 'Employez un fichier et un modèle de la table ASS_A11/ASS_A12. L’association XFRM va du niveau 3 (source) au niveau 1 (cible).',
    en: 'Use a file and a model of the tables ASS_A11/ASS_A12. The XFRM association goes from the level 3 (source) to the level 1 (target).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansFormatCodes('formatCode')],
  messages: {
    noMedia: {
      fr: '{path} vaut « {found} » : aucun formatCode n’est publié pour cette sorte de fichier.',
      en: '{path} is "{found}": no formatCode is published for this kind of file.',
    },
    noModel: {
      fr: '{path} ({found}) : aucun formatCode n’est publié pour ce modèle.',
      en: '{path} ({found}): no formatCode is published for this model.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }, { pack }) {
    const body = level1?.document.body;
    const mediaType = body?.mediaType ?? '';
    if (level1 && body && !Object.hasOwn(BY_MEDIA_TYPE, mediaType))
      yield problemIn('noMedia', level1, body.node, { found: mediaType });
    if (!pack.cda) {
      yield { cantTell: { fr: 'Le pack ne contient pas de modèles', en: 'The pack holds no models' } };
      return;
    }
    const models = modelsOf(level3.document, pack.cda.content).map(({ model }) => model);
    if (models.some(({ formatCode }) => formatCode !== undefined)) return;
    const [template] = level3.document.modelTemplates;
    yield problemIn('noModel', level3, template?.node, { found: template?.root ?? '' });
  },
});
