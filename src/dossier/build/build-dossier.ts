import { VERSION } from '../../core/index.js';
import { declarationsOf, renderDeclarationText, writeDeclaration } from '../declarations.js';
import type { MaturityState } from '../maturity/maturity-text.js';
import { renderMaturity } from '../maturity/maturity-text.js';
import type { Answers, Maturity } from '../maturity/types.js';
import { renderDeclarationPdf } from '../render/declaration-pdf.js';
import { renderMatrixCsv } from '../render/matrix-csv.js';
import { renderMatrixHtml } from '../render/matrix-html.js';
import type { PageContext } from '../render/pdf-parts.js';
import { renderRequirementPdf } from '../render/requirement-pdf.js';
import { countStates, renderStatus } from '../render/status-text.js';
import { renderMaturityPdf, renderSummaryPdf } from '../render/summary-pdf.js';
import { type DossierPlaces, planFiles } from './plan-files.js';

/** A file made here. */
export interface MadePart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of a built dossier: made here, or a copy of one the dossier names. */
export type DossierPart = MadePart | { readonly path: string; readonly copyOf: string; readonly sha256: string };

export interface BuildInput extends PageContext {
  readonly maturity?: {
    readonly questionnaires: Maturity;
    readonly states: readonly MaturityState[];
    readonly answers: Answers;
    /** Radar of each démarche, SVG and PNG. */
    readonly radars: ReadonlyMap<string, { readonly svg: string; readonly png: Uint8Array }>;
  };
}

/** Name of the file that tells a folder is a dossier, and what it was made from. */
export const DOSSIER_MANIFEST = 'dossier.json';

/**
 * Every page of a dossier but the reports of its runs, which the caller renders into `places.runs`. Pure: same input,
 * same bytes.
 */
export function* buildDossier(input: BuildInput): Generator<DossierPart> {
  const { assessed, language } = input;
  const declarations = declarationsOf(assessed);
  const toSign = declarations.filter(({ state }) => state !== 'signed');
  const places = planFiles(
    assessed,
    toSign.map(({ key }) => key),
  );
  yield text('statut.txt', renderStatus(assessed, language));
  yield { path: 'synthese.pdf', bytes: renderSummaryPdf(input) };
  yield text('matrice.html', renderMatrixHtml({ assessed, places, declarations, language }));
  yield text('matrice.csv', renderMatrixCsv(assessed, places, language));
  for (const each of assessed.requirements) {
    const path = places.requirements.get(each.requirement.id);
    if (path !== undefined) yield { path, bytes: renderRequirementPdf(each, places, input) };
  }
  for (const declaration of toSign) {
    const base = places.declarations.get(declaration.key) ?? '';
    yield { path: `${base}.pdf`, bytes: renderDeclarationPdf(declaration, input) };
    yield text(`${base}.txt`, renderDeclarationText(writeDeclaration(declaration, assessed, language)));
  }
  yield* maturityParts(input);
  for (const [path, copy] of places.files) {
    const sha256 = assessed.gathered.files.get(path)?.sha256 ?? '';
    yield { path: copy, copyOf: path, sha256 };
  }
  yield text(DOSSIER_MANIFEST, manifestOf(input, places));
}

/** Table, pages and radars of maturity, in a folder of their own. */
export function* maturityParts(input: BuildInput): Generator<MadePart> {
  const { maturity, language } = input;
  if (!maturity) return;
  const { questionnaires, states, answers, radars } = maturity;
  yield text('maturite/maturite.txt', renderMaturity(states, questionnaires, answers, language));
  const pictures = new Map([...radars].map(([id, { png }]) => [id, png]));
  yield { path: 'maturite/maturite.pdf', bytes: renderMaturityPdf(states, questionnaires, answers, pictures, input) };
  for (const [id, { svg, png }] of radars) {
    yield text(`maturite/${id}.svg`, svg);
    yield { path: `maturite/${id}.png`, bytes: png };
  }
}

function text(path: string, content: string): MadePart {
  return { path, bytes: new TextEncoder().encode(content) };
}

/** What the dossier was made from, for another program. */
function manifestOf({ assessed, language }: BuildInput, places: DossierPlaces): string {
  const { dossier, referential, requirements, gathered } = assessed;
  const value = {
    format: 'epreuve-dossier-manifest/1',
    tool: { name: 'epreuve', version: VERSION },
    ...{ language, product: dossier.product, exploitant: dossier.exploitant, environment: dossier.environment },
    referential: { id: referential.id, version: referential.version, digest: referential.digest },
    counts: countStates(requirements),
    requirements: requirements.map(({ requirement, state, scenario, platformLink }) => ({
      ...{ id: requirement.id, standing: requirement.standing, state },
      scenario: scenario.id,
      file: places.requirements.get(requirement.id) ?? null,
      ...(platformLink && { platformLink: platformLink.url }),
    })),
    runs: [...gathered.runs.values()].map(({ path, state, manifestSha256 }) => ({
      ...{ path, state },
      folder: places.runs.get(path) ?? null,
      ...(manifestSha256 !== undefined && { manifestSha256 }),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
