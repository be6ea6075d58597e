import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaModelSection } from '../../../packs/index.js';
import type { CdaContext } from '../context.js';
import { effectiveVersion, type ModelMatch, modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { modelSchematron } from '../sources.js';

export const cdaN3003 = defineRule<CdaDocument, CdaContext, 'missing' | 'repeated'>({
  id: 'CDA-N3-003',
  subject: 'cda/document',
  title: { fr: 'Les sections que le modèle exige sont là', en: 'The sections that the model demands are there' },
  why: {
    fr: 'Le destinataire cherche ces sections pour remplir le dossier ; absentes, il n’intègre rien.',
    en: 'The receiver looks for these sections to fill the record; without them it integrates nothing.',
  },
  repair: {
    fr: 'Ajoutez la section avec son templateId (vide, elle dit pourquoi elle l’est), ou déclarez un autre modèle.',
    en: 'Add the section with its templateId (an empty one says why it is empty), or declare another model.',
  },
  severity: 'error',
  trust: 'national',
  spec: [modelSchematron('main schematron of each model')],
  messages: {
    missing: {
      fr: '{path} : la section {expected} manque ; le modèle {model} l’exige.',
      en: '{path}: the section {expected} is missing; the model {model} demands it.',
    },
    repeated: {
      fr: '{path} : la section {expected} figure {found} fois ; le modèle {model} en attend {max} au plus.',
      en: '{path}: the section {expected} appears {found} times; the model {model} expects at most {max}.',
    },
  },
  appliesTo: (document, { content }) =>
    document.level === 3 && modelsOf(document, content).some((match) => demanded(match).length > 0),
  *check(document, { content }) {
    const [body] = document.elements('cda:component/cda:structuredBody');
    if (!body) return;
    for (const match of modelsOf(document, content)) {
      for (const { anyOf, min, max } of demanded(match)) {
        const roots = anyOf.map((root) => `cda:templateId/@root = '${root}'`).join(' or ');
        const sections = document.elements(`cda:component/cda:section[${roots}]`, body);
        const expected = anyOf.join(' / ');
        const data = { model: match.model.id, max: max ?? '' };
        if (sections.length < min) yield problemAt('missing', document, body, { expected, data });
        const extra = max === null ? undefined : sections[max];
        if (extra) yield problemAt('repeated', document, extra, { expected, found: String(sections.length), data });
      }
    }
  },
});

function demanded(match: ModelMatch): CdaModelSection[] {
  const version = effectiveVersion(match) ?? '';
  return match.model.sections.filter(
    ({ from, until }) => (from === undefined || version >= from) && (until === undefined || version <= until),
  );
}
