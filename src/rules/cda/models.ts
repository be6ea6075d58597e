import type { CdaDocument } from '../../formats/cda/index.js';
import type { CdaContent, CdaModel } from '../../packs/index.js';

export interface ModelMatch {
  readonly model: CdaModel;
  /** Extension of the model's own template; undefined when the document does not say it. */
  readonly version: string | undefined;
}

/**
 * The models of a level 3 document: those whose templates it all has, the longest list alone (reference §2.3). Where
 * several remain, those of the document's type.
 */
export function modelsOf(document: CdaDocument, { models }: CdaContent): readonly ModelMatch[] {
  const templates = document.modelTemplates;
  const roots = new Set(templates.map(({ root }) => root));
  const matching = models.filter((model) => model.templates.every((root) => roots.has(root)));
  const longest = Math.max(0, ...matching.map((model) => model.templates.length));
  const remaining = matching.filter((model) => model.templates.length === longest);
  const ofType = remaining.filter((model) => document.type !== undefined && model.codes.includes(document.type));
  return (ofType.length > 0 ? ofType : remaining).map((model) => {
    const own = model.templates.at(-1);
    return { model, version: templates.find(({ root }) => root === own)?.extension };
  });
}

/** Version by which a model is judged: that of the document, the oldest published when it says none. */
export function effectiveVersion({ model, version }: ModelMatch): string | undefined {
  return version ?? model.versions[0];
}
