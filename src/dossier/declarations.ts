import type { Language, Text } from '../core/index.js';
import type { AssessedDossier, AssessedRequirement } from './assess/assess-dossier.js';
import { joinRequirementIds } from './referential/requirement-id.js';
import type { ApplicabilityRule } from './referential/types.js';
import { standingOf } from './words.js';

/** A sworn declaration: one paper for all the requirements the same reason exempts. */
export interface Declaration {
  /** Name of the rule, or of the requirement when the exploitant gives a reason of its own. */
  readonly key: string;
  readonly ids: readonly string[];
  readonly rule?: ApplicabilityRule;
  /** What is sworn, after "the product …"; of the exploitant's reason, the reason itself. */
  readonly sworn: Text;
  readonly state: 'signed' | 'to-sign' | 'broken';
}

export function declarationsOf({ requirements }: AssessedDossier): Declaration[] {
  const found = new Map<string, { readonly each: AssessedRequirement; readonly ids: string[] }>();
  for (const each of requirements) {
    if (!each.declaration) continue;
    const key = declarationKey(each);
    const group = found.get(key) ?? { each, ids: [] };
    group.ids.push(each.requirement.id);
    found.set(key, group);
  }
  return [...found].map(([key, { each, ids }]) => {
    const rule = ruleOf(each);
    const reason = each.stated?.reason ?? '';
    const sworn = rule?.declaration ?? { fr: reason, en: reason };
    return { key, ids, ...(rule && { rule }), sworn, state: each.declaration?.state ?? 'to-sign' };
  });
}

/** The paper a requirement shares with others: see `Declaration.key`. */
export function declarationKey(each: AssessedRequirement): string {
  return ruleOf(each)?.id ?? each.requirement.id;
}

/** The rule that exempts, unless the exploitant decides by itself. */
function ruleOf({ applicability, stated }: AssessedRequirement): ApplicabilityRule | undefined {
  return !stated && applicability.state === 'not-applicable' ? applicability.rule : undefined;
}

export interface DeclarationText {
  readonly title: string;
  readonly body: readonly string[];
  readonly basis: string;
  readonly signature: readonly string[];
}

/** Words of a declaration, dates and places left to write by hand. */
export function writeDeclaration(
  declaration: Declaration,
  assessed: AssessedDossier,
  language: Language,
): DeclarationText {
  const { product, exploitant } = assessed.dossier;
  const ids = joinRequirementIds(declaration.ids);
  const name = `${product.name} ${product.version}`;
  const { name: signatory, role } = exploitant.signatory ?? {};
  const who = signatory ?? '……………………………………';
  const as = role ?? '……………………………………';
  const isRule = declaration.rule !== undefined;
  const sworn = declaration.sworn[language];
  if (language === 'fr') {
    return {
      title: 'Attestation sur l’honneur',
      body: [
        `Je soussigné(e) ${who}, agissant en qualité de ${as} pour ${exploitant.name}${siretOf(exploitant.siret)}, exploitant du dispositif médical numérique « ${name} »,`,
        isRule ? `atteste sur l’honneur que ce produit ${sworn}.` : `atteste sur l’honneur ce qui suit : ${sworn}`,
        `En conséquence, je déclare sans objet pour ce produit, dans cette version : ${ids}.`,
      ],
      basis: basisOf(declaration, language),
      signature: ['Fait à …………………………………, le ……………………', 'Signature :'],
    };
  }
  return {
    title: 'Sworn declaration',
    body: [
      `I, the undersigned ${who}, acting as ${as} for ${exploitant.name}${siretOf(exploitant.siret)}, which operates the digital medical device “${name}”,`,
      isRule ? `swear that this product ${sworn}.` : `swear the following: ${sworn}`,
      `Therefore I declare not applicable to this product, in this version: ${ids}.`,
    ],
    basis: basisOf(declaration, language),
    signature: ['Done at …………………………………, on ……………………', 'Signature:'],
  };
}

const siretOf = (siret: string | undefined) => (siret === undefined ? '' : ` (SIRET ${siret})`);

function basisOf({ rule }: Declaration, language: Language): string {
  if (!rule) {
    return language === 'fr'
      ? 'Décision de l’exploitant : aucune règle connue d’Épreuve ne le dit.'
      : 'Decision of the exploitant: no rule known to Épreuve says so.';
  }
  const head = language === 'fr' ? 'Fondement' : 'Basis';
  return `${head}${language === 'fr' ? '\u00a0: ' : ': '}${rule.why[language]} [${standingOf(rule)[language]}]`;
}

/** The same as a plain text. */
export function renderDeclarationText(text: DeclarationText): string {
  return `${[text.title, ...text.body, text.basis, ...text.signature].join('\n\n')}\n`;
}
