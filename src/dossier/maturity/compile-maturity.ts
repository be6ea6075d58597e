import * as z from 'zod';
import { type PackMistake, packInvalid } from '../../packs/compile/mistakes.js';
import { duplicate, unknownName } from '../../packs/compile/problems.js';
import { readYaml } from '../../packs/compile/source.js';
import type { DataFolder } from '../../packs/data-folder.js';
import { STANDINGS } from '../referential/types.js';
import { LEVELS, type Maturity } from './types.js';

const text = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) }).meta({ id: 'text' });
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'packId');
const points = z.number().min(0).max(3);

/** Closed schema of maturity.yaml. */
export const maturityFile = z.strictObject({
  standing: z.enum(STANDINGS),
  warning: text,
  scale: z.array(z.strictObject({ id: z.enum(LEVELS), points, title: text })).length(LEVELS.length),
  axes: z.array(z.strictObject({ id, title: text })).min(1),
  demarches: z
    .array(
      z.strictObject({
        id,
        title: text,
        levels: z.array(z.strictObject({ axis: id, minimum: points, recommended: points })),
      }),
    )
    .min(1),
  criteria: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]{1,6}-\d{1,3}$/, 'criterionId'),
        axis: id,
        demarches: z.array(id).min(1),
        kind: z.enum(['mandatory', 'option']),
        question: text,
      }),
    )
    .min(1),
});

/** Reads the questionnaires of a requirement pack. Throws `pack-invalid` with every mistake. */
export function compileMaturity(folder: DataFolder): Maturity {
  const mistakes: PackMistake[] = [];
  const content = folder.files.get('maturity.yaml') ?? '';
  const source = readYaml(`${folder.name}/maturity.yaml`, content, maturityFile, mistakes);
  if (!source) throw packInvalid(mistakes);
  const { axes, demarches, criteria } = source.data;
  const tell = (place: readonly PropertyKey[], words: Parameters<typeof source.mistake>[1]) =>
    mistakes.push(source.mistake(place, words));
  const axisIds = axes.map((axis) => axis.id);
  const demarcheIds = demarches.map((demarche) => demarche.id);
  const axisWord = { fr: 'axe', en: 'axis' };
  for (const [index, { levels }] of demarches.entries()) {
    for (const [at, { axis }] of levels.entries()) {
      if (!axisIds.includes(axis))
        tell(['demarches', index, 'levels', at, 'axis'], unknownName(axisWord, axis, axisIds));
    }
  }
  const seen = new Set<string>();
  for (const [index, criterion] of criteria.entries()) {
    if (seen.has(criterion.id)) tell(['criteria', index, 'id'], duplicate(criterion.id));
    seen.add(criterion.id);
    if (!axisIds.includes(criterion.axis)) {
      tell(['criteria', index, 'axis'], unknownName(axisWord, criterion.axis, axisIds));
    }
    for (const [at, name] of criterion.demarches.entries()) {
      const word = { fr: 'démarche', en: 'démarche' };
      if (!demarcheIds.includes(name)) tell(['criteria', index, 'demarches', at], unknownName(word, name, demarcheIds));
    }
  }
  if (mistakes.length > 0) throw packInvalid(mistakes);
  return source.data;
}
