import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { type Language, VERSION } from '../../core/index.js';
import type { AssessedDossier, AssessedRequirement } from '../assess/assess-dossier.js';
import type { AssessedProof } from '../assess/assess-proof.js';
import type { DossierPlaces } from '../build/plan-files.js';
import type { Declaration } from '../declarations.js';
import {
  PROOF_STATE_WORDS,
  REQUIREMENT_STATE_SIGNS,
  REQUIREMENT_STATE_WORDS,
  STANDING_WORDS,
  standingOf,
} from '../words.js';
import { describeApplicability } from './applicability-text.js';
import { MATRIX_STYLE } from './matrix-style.js';
import { PREPARATION } from './pdf-parts.js';
import { isPreparation, STATE_TONES } from './requirement-parts.js';
import { countLine, DECLARATION_WORDS } from './status-text.js';

interface MatrixPage {
  readonly assessed: AssessedDossier;
  readonly places: DossierPlaces;
  readonly declarations: readonly Declaration[];
  readonly language: Language;
}

/**
 * Traceability from requirement to scenario, run and proof, gaps in red and in words. One self-contained page without
 * script; its links lead to files of the dossier.
 */
export function renderMatrixHtml(page: MatrixPage): string {
  return `<!doctype html>\n${renderToString(<Matrix page={page} />)}\n`;
}

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(MATRIX_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const WORDS = {
  title: { fr: 'Matrice de traçabilité', en: 'Traceability matrix' },
  requirement: { fr: 'Exigence', en: 'Requirement' },
  subject: { fr: 'Objet et source', en: 'Subject and source' },
  state: { fr: 'État', en: 'State' },
  scenario: { fr: 'Scénario', en: 'Scenario' },
  runs: { fr: 'Passages', en: 'Runs' },
  proof: { fr: 'Preuve', en: 'Proof' },
  platform: { fr: 'Plateforme', en: 'Platform' },
  noLink: { fr: 'aucun lien', en: 'no link' },
  noRun: { fr: 'aucun', en: 'none' },
  proposed: { fr: 'proposé', en: 'proposed' },
} as const;

function Matrix({ page }: { readonly page: MatrixPage }) {
  const { assessed, language } = page;
  const { product, exploitant } = assessed.dossier;
  const title = `${WORDS.title[language]} – ${product.name} ${product.version}`;
  const isProved = assessed.requirements.every((each) => each.state === 'not-applicable' || !isPreparation(each));
  const families = [...new Set(assessed.requirements.map(({ requirement }) => requirement.family))];
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: MATRIX_STYLE }} />
      </head>
      <body class="wide">
        <p class="brand">
          <strong>Épreuve</strong> {VERSION}
        </p>
        <h1>{title}</h1>
        {!isProved && <p class="preparation">{PREPARATION[language]}</p>}
        <p>{exploitant.name}</p>
        <p>{countLine(assessed.requirements, language)}</p>
        <p class="soft">{assessed.referential.warning[language]}</p>
        <div class="scroll">
          <table class="matrix">
            <thead>
              <tr>
                {(['requirement', 'subject', 'state', 'scenario', 'runs'] as const).map((key) => (
                  <th key={key} scope="col">
                    {WORDS[key][language]}
                  </th>
                ))}
                {[1, 2, 3].map((slot) => (
                  <th key={slot} scope="col">
                    {WORDS.proof[language]} {slot}
                  </th>
                ))}
                <th scope="col">{WORDS.platform[language]}</th>
              </tr>
            </thead>
            {families.map((family) => (
              <Family key={family} family={family} page={page} />
            ))}
          </table>
        </div>
      </body>
    </html>
  );
}

function Family({ family, page }: { readonly family: string; readonly page: MatrixPage }) {
  const own = page.assessed.requirements.filter(({ requirement }) => requirement.family === family);
  return (
    <tbody>
      <tr class="family">
        <th colSpan={9} scope="rowgroup">
          {family} – {own[0]?.requirement.familyTitle[page.language]}
        </th>
      </tr>
      {own.map((each) => (
        <Row key={each.requirement.id} each={each} page={page} />
      ))}
    </tbody>
  );
}

function Row({ each, page }: { readonly each: AssessedRequirement; readonly page: MatrixPage }) {
  const { requirement, state } = each;
  const { language, places } = page;
  const pdf = places.requirements.get(requirement.id);
  return (
    <tr>
      <th scope="row">{pdf ? <a href={hrefOf(pdf)}>{requirement.id}</a> : requirement.id}</th>
      <td>
        {requirement.subject[language]}
        <br />
        <span class={`trust standing-${requirement.standing}`} title={standingOf(requirement)[language]}>
          {STANDING_WORDS[requirement.standing][language]}
        </span>
      </td>
      <td>
        <span class={`badge ${STATE_TONES[state]}`}>
          <span class="sign" aria-hidden="true">
            {REQUIREMENT_STATE_SIGNS[state]}
          </span>
          {REQUIREMENT_STATE_WORDS[state][language]}
        </span>
      </td>
      {state === 'not-applicable' || state === 'undecided' ? (
        <Without each={each} page={page} />
      ) : (
        <With each={each} page={page} />
      )}
    </tr>
  );
}

/** No proof is asked for: a declaration, or a decision. */
function Without({ each, page }: { readonly each: AssessedRequirement; readonly page: MatrixPage }) {
  const { language, declarations, places } = page;
  const { declaration, requirement } = each;
  const isGap = declaration?.state !== 'signed';
  const paper = declarations.find(({ ids }) => ids.includes(requirement.id));
  const signed = declaration?.file && places.files.get(declaration.file.path);
  const place = signed ?? (paper && `${places.declarations.get(paper.key) ?? ''}.pdf`);
  return (
    <td colSpan={6} class={isGap ? 'gap' : ''}>
      {declaration && place ? (
        <a href={hrefOf(place)}>
          <strong>{DECLARATION_WORDS[declaration.state][language]}</strong>
        </a>
      ) : (
        <strong>{REQUIREMENT_STATE_WORDS[each.state][language]}</strong>
      )}{' '}
      {describeApplicability(each, language)}
    </td>
  );
}

function With({ each, page }: { readonly each: AssessedRequirement; readonly page: MatrixPage }) {
  const { scenario, chosen, proofs, platformLink } = each;
  const { language } = page;
  return (
    <>
      <td>
        {scenario.title[language]}
        {!chosen && <span class="soft"> ({WORDS.proposed[language]})</span>}
      </td>
      <td>
        <Runs proofs={proofs} page={page} />
      </td>
      {([1, 2, 3] as const).map((slot) => (
        <Proof key={slot} proof={proofs.find((proof) => proof.slot === slot)} page={page} />
      ))}
      <td>
        {platformLink ? (
          <a href={platformLink.url} rel="noreferrer noopener">
            {new URL(platformLink.url).host}
          </a>
        ) : (
          <span class="soft">{WORDS.noLink[language]}</span>
        )}
      </td>
    </>
  );
}

function Runs({ proofs, page }: { readonly proofs: readonly AssessedProof[]; readonly page: MatrixPage }) {
  const paths = [...new Set(proofs.flatMap(({ run }) => run?.path ?? []))];
  if (paths.length === 0) return <span class="soft">{WORDS.noRun[page.language]}</span>;
  return (
    <>
      {paths.map((path) => {
        const folder = page.places.runs.get(path);
        return <div key={path}>{folder ? <a href={hrefOf(`${folder}/rapport.html`)}>{path}</a> : path}</div>;
      })}
    </>
  );
}

function Proof({ proof, page }: { readonly proof: AssessedProof | undefined; readonly page: MatrixPage }) {
  if (!proof) return <td class="soft">–</td>;
  const { language, places } = page;
  const { file, link, state, title, expected, steps } = proof;
  const place = file ? places.files.get(file.path) : link;
  const name = title ?? file?.path ?? link;
  return (
    <td class={state === 'ready' ? '' : 'gap'}>
      <strong>
        {state === 'ready' ? '✓ ' : '✕ '}
        {PROOF_STATE_WORDS[state][language]}
      </strong>
      <br />
      {name !== undefined && (place !== undefined ? <a href={file ? hrefOf(place) : place}>{name}</a> : name)}
      {steps.length > 0 && <span>{steps.map((step) => step.title[language]).join(' ; ')}</span>}
      {name === undefined && steps.length === 0 && <span class="soft">{expected?.what[language]}</span>}
    </td>
  );
}

/** Names of a dossier hold nothing to escape but are encoded all the same. */
const hrefOf = (path: string) => path.split('/').map(encodeURIComponent).join('/');
