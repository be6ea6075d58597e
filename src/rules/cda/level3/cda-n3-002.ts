import { defineRule, type Problem } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaModel } from '../../../packs/index.js';
import type { CdaContext } from '../context.js';
import { modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { modelSchematron } from '../sources.js';

export const cdaN3002 = defineRule<CdaDocument, CdaContext, 'other' | 'act'>({
  id: 'CDA-N3-002',
  subject: 'cda/document',
  title: { fr: 'Le type de document est celui du modèle', en: 'The type of document is that of the model' },
  why: {
    fr: 'Le code range le document, les templateId disent comment le lire. S’ils se contredisent, le document est bien rangé et mal lu, ou l’inverse.',
    en: 'The code files the document, the templateIds say how to read it. When they disagree it is filed well and read badly, or the reverse.',
  },
  repair: {
    fr: 'Mettez le code attendu par le modèle, ou les templateId du modèle voulu.',
    en: 'Put the code the model expects, or the templateIds of the model you mean.',
  },
  severity: 'error',
  trust: 'national',
  spec: [modelSchematron('Entete of each model')],
  messages: {
    other: {
      fr: '{path} vaut {found} ; {expected} est attendu pour le modèle {model}.',
      en: '{path} is {found}; {expected} is expected for the model {model}.',
    },
    act: {
      fr: '{path} : l’acte principal a le code « {found} » ; {expected} est attendu pour le modèle {model}.',
      en: '{path}: the main act has the code "{found}"; {expected} is expected for the model {model}.',
    },
  },
  appliesTo: (document, { content }) =>
    document.level === 3 && modelsOf(document, content).some(({ model }) => model.codes.length > 0),
  *check(document, { content }) {
    const models = modelsOf(document, content).map(({ model }) => model);
    yield* checkType(document, models);
    yield* checkAct(document, models);
  },
});

function* checkType(document: CdaDocument, models: readonly CdaModel[]): Generator<Problem<'other'>> {
  const code = document.header.code;
  const type = code?.code;
  if (type === undefined || models.some(({ codes }) => codes.length === 0 || codes.includes(type))) return;
  yield problemAt('other', document, code?.node.attr('code') ?? document.root, {
    found: type,
    expected: [...new Set(models.flatMap(({ codes }) => codes))].join(', '),
    data: { model: models.map(({ id }) => id).join(', ') },
  });
}

/** A few models also fix the code of the main act. */
function* checkAct(document: CdaDocument, models: readonly CdaModel[]): Generator<Problem<'act'>> {
  const [event] = document.header.serviceEvents;
  for (const { id, serviceEventCodes } of models) {
    const found = event?.code?.code ?? '';
    if (!serviceEventCodes || serviceEventCodes.includes(found)) continue;
    const place = event?.code?.node ?? event?.node ?? document.root;
    yield problemAt('act', document, place, { found, expected: serviceEventCodes.join(', '), data: { model: id } });
  }
}
