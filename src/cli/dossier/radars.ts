import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  assessMaturity,
  drawSvg,
  type Language,
  loadFonts,
  type Maturity,
  type MaturityState,
  makeError,
  maturityParts,
  type ReportFonts,
  renderRadar,
  systemCode,
} from '../../index.js';
import type { OpenDossier } from './open-dossier.js';

export interface DrawnMaturity {
  readonly questionnaires: Maturity;
  readonly states: readonly MaturityState[];
  readonly answers: NonNullable<NonNullable<OpenDossier['assessed']['dossier']['maturity']>['answers']>;
  readonly radars: ReadonlyMap<string, { readonly svg: string; readonly png: Uint8Array }>;
}

/** Scores and radars of the démarches a dossier names; undefined when it names none. */
export async function drawMaturity(
  { assessed, maturity }: Pick<OpenDossier, 'assessed' | 'maturity'>,
  language: Language,
  fonts: ReportFonts,
): Promise<DrawnMaturity | undefined> {
  const written = assessed.dossier.maturity;
  if (!written) return undefined;
  const answers = written.answers ?? {};
  const states = assessMaturity(maturity, written.demarches, answers);
  const radars = new Map<string, { svg: string; png: Uint8Array }>();
  for (const { demarche, now, later } of states) {
    const last = later.at(-1);
    const svg = renderRadar(now, { language, ...(last && { later: last }) });
    radars.set(demarche.id, { svg, png: await drawSvg(svg, fonts) });
  }
  return { questionnaires: maturity, states, answers, radars };
}

/** Writes the radars and the pages of maturity alone into a folder; returns their paths. Throws `folder-unwritable`. */
export async function writeMaturity(
  open: Pick<OpenDossier, 'assessed' | 'maturity'>,
  folder: string,
  language: Language,
): Promise<string[]> {
  const fonts = await loadFonts();
  const maturity = await drawMaturity(open, language, fonts);
  if (!maturity) return [];
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const part of maturityParts({ assessed: open.assessed, language, fonts, images: new Map(), maturity })) {
      const path = join(folder, basename(part.path));
      await writeFile(path, part.bytes);
      written.push(path);
    }
  } catch (cause) {
    throw makeError('folder-unwritable', { folder, reason: systemCode(cause) }, { cause });
  }
  return written;
}
