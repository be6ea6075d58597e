import type { Text } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContent, CdaKit } from '../../../packs/index.js';
import { type ModelMatch, modelsOf } from '../models.js';

/** The schematrons of a kit that speak of one document, by path, and why those. */
export interface KitChoice {
  readonly files: readonly string[];
  readonly why: Text;
  /** Why no schematron of a model runs on a structured document. */
  readonly noModel?: Text;
}

/**
 * As the kit's own notice says: the generic schematrons for every document, and for a level 3 the one of its model. That
 * one is named by the document (`<?oxygen SCHSchema="…"?>`, as ANS's examples do) or known by its template ids.
 */
export function chooseSchematrons(document: CdaDocument, kit: CdaKit, content: CdaContent): KitChoice {
  const generic = kit.paths.filter((path) => GENERIC.test(path));
  if (document.level === 1) return { files: generic, why: explain(generic, LEVEL_1) };
  const models = modelFiles(document, kit, content);
  const files = [...generic, ...models];
  if (models.length > 0) return { files, why: explain(files, BY_MODEL) };
  return { files, why: explain(files, NO_MODEL), noModel: NO_MODEL };
}

/** Schematrons for every document: those of `profils`, and of its folders of one schematron. */
const GENERIC = /^schematrons\/profils\/(?:(?!terminologies\/)[^/]+\/)?[^/]+\.sch$/i;
const MODEL = /^schematrons\/(?:CI-SIS_)?([^/]+)\.sch$/i;

function modelFiles(document: CdaDocument, kit: CdaKit, content: CdaContent): readonly string[] {
  const named = namedBy(document);
  const byName = kit.paths.filter((path) => MODEL.test(path) && named.has(baseName(path)));
  const byTemplate = modelsOf(document, content).flatMap((match) => filesOfModel(match, kit));
  const exact = byTemplate.filter(({ isExact }) => isExact).map(({ path }) => path);
  if (byName.length > 0 || exact.length > 0) return [...new Set([...exact, ...byName])];
  return byTemplate.map(({ path }) => path).slice(0, 1);
}

/** File names the document asks to be validated with, in lower case. */
function namedBy({ tree }: CdaDocument): ReadonlySet<string> {
  const before = tree.source.text.slice(0, tree.elements.startTag(0).start);
  const names = [...before.matchAll(/<\?oxygen\s[^?]*SCHSchema\s*=\s*"([^"]*)"/g)];
  return new Set(names.map(([, path = '']) => baseName(path)));
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '').toLowerCase();
}

/** `CI-SIS_<model>_<version>.sch`: the version of the document, or the only one there is. */
function filesOfModel({ model, version }: ModelMatch, kit: CdaKit): { path: string; isExact: boolean }[] {
  const prefix = `${model.id}_`.toLowerCase();
  const files = kit.paths.flatMap((path) => {
    const name = MODEL.exec(path)?.[1]?.toLowerCase();
    return name?.startsWith(prefix) && /^\d[\d._]*$/.test(name.slice(prefix.length))
      ? [{ path, version: name.slice(prefix.length) }]
      : [];
  });
  const wanted = version?.toLowerCase();
  const exact = files.filter((file) => file.version === wanted);
  if (exact.length > 0) return exact.map(({ path }) => ({ path, isExact: true }));
  // A document that says no version is of the oldest; one that says another is of none of these, unless there is no choice.
  return wanted === undefined || files.length === 1
    ? files.slice(0, 1).map(({ path }) => ({ path, isExact: false }))
    : [];
}

function explain(files: readonly string[], why: Text): Text {
  const list = files.map((path) => path.replace(/^.*\//, '').replace(/\.sch$/i, '')).join(', ');
  return { fr: `schématrons ${list} ; ${why.fr}`, en: `schematrons ${list}; ${why.en}` };
}

const LEVEL_1: Text = {
  fr: 'document de niveau 1 : les schématrons génériques seuls',
  en: 'level 1 document: the generic schematrons alone',
};
const BY_MODEL: Text = {
  fr: 'modèle désigné par le document ou par ses templateId',
  en: 'model named by the document or by its templateIds',
};
const NO_MODEL: Text = {
  fr: 'Le kit n’a pas de schématron pour le modèle et la version de ce document',
  en: 'The kit has no schematron for the model and version of this document',
};
