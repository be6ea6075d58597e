import type { Language } from '../../core/index.js';
import type { PdfWriter } from '../../reports/pdf/index.js';
import { SIZE, SOFT, TONE_INKS, writeVerdict } from '../../reports/pdf/index.js';
import type { AssessedRequirement, RequirementState } from '../assess/assess-dossier.js';
import type { DossierPlaces } from '../build/plan-files.js';
import { declarationKey } from '../declarations.js';
import { joinRequirementIds } from '../referential/requirement-id.js';
import { REQUIREMENT_STATE_SIGNS, REQUIREMENT_STATE_WORDS, standingOf } from '../words.js';
import { describeApplicability } from './applicability-text.js';
import type { PageContext } from './pdf-parts.js';
import { DECLARATION_WORDS } from './status-text.js';

export const STATE_TONES = {
  ready: 'passed',
  missing: 'cantTell',
  broken: 'failed',
  undecided: 'cantTell',
  'not-applicable': 'inapplicable',
} as const satisfies Record<RequirementState, keyof typeof TONE_INKS>;

/** Only a permanent link of the platform takes the word off the page. */
export function isPreparation({ platformLink }: AssessedRequirement): boolean {
  return platformLink?.proves !== true;
}

/** Verdict of the page: what is attached, or what is to do first. */
export function writeState(
  writer: PdfWriter,
  each: AssessedRequirement,
  places: DossierPlaces,
  { language }: PageContext,
): void {
  const { state, platformLink } = each;
  writer.space(4);
  writeVerdict(writer, {
    tone: STATE_TONES[state],
    sign: REQUIREMENT_STATE_SIGNS[state],
    word: capital(REQUIREMENT_STATE_WORDS[state][language]),
    sentence: stateSentence(each, places, language),
  });
  if (platformLink) writer.paragraph(platformLink.url, { link: platformLink.url });
}

function stateSentence(each: AssessedRequirement, places: DossierPlaces, language: Language): string {
  const { state, proofs } = each;
  const fr = language === 'fr';
  if (state === 'not-applicable') return declarationSentence(each, places, language);
  if (state === 'undecided') {
    return fr
      ? 'Dites d’abord si elle s’applique à votre produit : rien n’est prouvé ni écarté d’ici là.'
      : 'First state whether it applies to your product: until then nothing is proved, nor exempted.';
  }
  const ready = proofs.filter((proof) => proof.state === 'ready').length;
  const attached = ready < 2 ? 'jointe' : 'jointes';
  const counts = fr
    ? `${ready} preuve${ready < 2 ? '' : 's'} sur ${proofs.length} ${attached}.`
    : `${ready} of ${proofs.length} proofs attached.`;
  const preparation = fr
    ? 'Préparation : aucun lien permanent de la plateforme de référencement n’est joint.'
    : 'Preparation: no permanent link of the référencement platform is attached.';
  const link = fr ? 'Un lien permanent de la plateforme est joint.' : 'A permanent link of the platform is attached.';
  return [proofs.length > 0 ? counts : '', isPreparation(each) ? preparation : link].filter(Boolean).join(' ');
}

/** No proof is asked for then: what counts is the paper. */
function declarationSentence(each: AssessedRequirement, places: DossierPlaces, language: Language): string {
  const fr = language === 'fr';
  const state = each.declaration?.state ?? 'to-sign';
  if (state === 'signed') return fr ? 'Attestation sur l’honneur jointe.' : 'Sworn declaration attached.';
  if (state === 'broken') {
    return fr
      ? 'L’attestation nommée dans dossier.yaml est introuvable.'
      : 'The declaration dossier.yaml names is not found.';
  }
  const file = paperOf(each, places);
  const words = fr ? 'Attestation sur l’honneur à signer puis à joindre' : 'Sworn declaration to sign, then to attach';
  return `${words}${file === undefined ? '' : `${fr ? '\u00a0: ' : ': '}${file}`}.`;
}

/** The paper to sign, from the folder of the dossier. */
function paperOf(each: AssessedRequirement, places: DossierPlaces): string | undefined {
  const base = places.declarations.get(declarationKey(each));
  return base === undefined ? undefined : `${base}.pdf`;
}

/** Family and source; and when the known sources name a subject for several numbers at once, that they do. */
export function requirementFacts(
  { requirement }: AssessedRequirement,
  { assessed, language }: PageContext,
): (readonly [string, string])[] {
  const fr = language === 'fr';
  const facts: (readonly [string, string])[] = [
    [fr ? 'Famille' : 'Family', `${requirement.family} – ${requirement.familyTitle[language]}`],
    [fr ? 'Source de l’exigence' : 'Source of the requirement', standingOf(requirement)[language]],
  ];
  const alike = assessed.requirements
    .map((each) => each.requirement)
    .filter(({ family, subject }) => family === requirement.family && subject.fr === requirement.subject.fr)
    .map(({ id }) => id);
  if (alike.length < 2) return facts;
  const ids = joinRequirementIds(alike);
  const note = fr
    ? `Commun à ${ids} : ce qui est demandé sous chaque numéro est à lire dans le texte de l’ANS`
    : `Shared by ${ids}: what each number asks for is to be read in the text of ANS`;
  return [...facts, [fr ? 'Objet' : 'Subject', note]];
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Why it applies or not, and what that is worth. */
export function writeApplicability(writer: PdfWriter, each: AssessedRequirement, { language }: PageContext): void {
  const { applicability, stated } = each;
  writer.heading(language === 'fr' ? 'Applicabilité' : 'Applicability', 2);
  if (!stated && applicability.state !== 'undecided' && applicability.rule) {
    writer.paragraph(applicability.rule.why[language]);
    writer.paragraph(standingOf(applicability.rule)[language], { size: SIZE.small, colour: SOFT });
  } else writer.paragraph(describeApplicability(each, language));
}

/** Not applicable: no scenario, a sworn declaration instead. */
export function writeDeclarationState(
  writer: PdfWriter,
  each: AssessedRequirement,
  places: DossierPlaces,
  { language }: PageContext,
): void {
  const { state = 'to-sign', file } = each.declaration ?? {};
  const fr = language === 'fr';
  writer.heading(fr ? 'Attestation sur l’honneur' : 'Sworn declaration', 2);
  const colour = TONE_INKS[state === 'signed' ? 'passed' : 'failed'].ink;
  writer.paragraph(`${state === 'signed' ? '✓' : '✕'} ${DECLARATION_WORDS[state][language]}`, { font: 'bold', colour });
  const key = declarationKey(each);
  writer.facts([
    [fr ? 'À signer' : 'To sign', state === 'to-sign' ? paperOf(each, places) : undefined],
    [fr ? 'Puis la déclarer' : 'Then state it', state === 'to-sign' ? howToAttach(each, key, language) : undefined],
    [fr ? 'Fichier' : 'File', file && (places.files.get(file.path) ?? file.path)],
    ['SHA-256', file?.sha256],
  ]);
}

/** One line of dossier.yaml for a paper several requirements share, else in the requirement's own entry. */
function howToAttach({ requirement }: AssessedRequirement, key: string, language: Language): string {
  const file = language === 'fr' ? 'attestation-signee.pdf' : 'signed-declaration.pdf';
  const where =
    key === requirement.id
      ? `requirements: { "${key}": { declaration: ${file} } }`
      : `declarations: { ${key}: ${file} }`;
  return language === 'fr' ? `dans dossier.yaml, ${where}` : `in dossier.yaml, ${where}`;
}

/** The chosen or proposed way to prove it, and what gathers the evidence. */
export function writeScenario(writer: PdfWriter, each: AssessedRequirement, { language }: PageContext): void {
  const { scenario, chosen, requirement, state } = each;
  const fr = language === 'fr';
  const colon = fr ? '\u00a0: ' : ': ';
  const isAsked = state !== 'undecided';
  const title = fr ? 'Scénario' : 'Scenario';
  writer.heading(isAsked ? title : `${title}${fr ? ', si elle s’applique' : ', if it applies'}`, 2);
  const proposed = fr ? ' (proposé, non choisi dans dossier.yaml)' : ' (proposed, not chosen in dossier.yaml)';
  writer.paragraph(`${scenario.title[language]}${chosen ? '' : proposed}`, { font: 'bold', after: 1 });
  writer.paragraph(standingOf(scenario)[language], { size: SIZE.small, colour: SOFT });
  if (!isAsked)
    writer.bullets(
      scenario.proofs.map(({ what }, at) => `${fr ? 'Preuve' : 'Proof'} ${at + 1}${colon}${what[language]}`),
    );
  const { runs } = requirement;
  if (runs.length > 0) {
    const how = fr ? 'Preuves réunies par' : 'Evidence gathered by';
    const list = runs.map((run) => `epreuve run ${run}`).join(' ; ');
    writer.paragraph(`${how}${colon}${list}.`, { size: SIZE.small });
  }
  const others = requirement.scenarios.filter(({ id }) => id !== scenario.id);
  if (others.length === 0) return;
  const list = others.map(({ id, title }) => `${title[language]} (${id})`).join(' ; ');
  writer.paragraph(`${fr ? 'Autres choix' : 'Other choices'}${colon}${list}.`, { size: SIZE.small });
}
