import type { Language, Text } from '../../core/index.js';
import {
  type AssessedDossier,
  type AssessedRequirement,
  REQUIREMENT_STATES,
  type RequirementState,
} from '../assess/assess-dossier.js';
import type { AssessedProof } from '../assess/assess-proof.js';
import type { Gate } from '../assess/gates.js';
import { joinRequirementIds } from '../referential/requirement-id.js';
import {
  FACT_WORDS,
  PROOF_STATE_WORDS,
  REQUIREMENT_STATE_SIGNS,
  REQUIREMENT_STATE_WORDS,
  STANDING_WORDS,
} from '../words.js';

const WIDTH = { id: 13, state: 15 };

/** The table of `epreuve dossier status`: a line a requirement, then what it waits for. */
export function renderStatus(assessed: AssessedDossier, language: Language): string {
  const { dossier, referential, requirements } = assessed;
  const { product, exploitant, environment } = dossier;
  const lines = [
    `${product.name} ${product.version} · ${exploitant.name}`,
    `${referential.title[language]} · ${assessed.platform.title[language]} (${environment}, ${assessed.platform.address})`,
    referential.warning[language],
    '',
  ];
  for (const [family, own] of groupByFamily(requirements)) {
    lines.push(`${family} · ${own[0]?.requirement.familyTitle[language] ?? ''}`);
    for (const row of joinAlike(own, language)) lines.push(row);
    lines.push('');
  }
  lines.push(countLine(requirements, language));
  return `${lines.join('\n')}\n`;
}

const familyOf = ({ requirement }: AssessedRequirement) => requirement.family;

function groupByFamily(requirements: readonly AssessedRequirement[]): Map<string, AssessedRequirement[]> {
  const groups = new Map<string, AssessedRequirement[]>();
  for (const each of requirements) groups.set(familyOf(each), [...(groups.get(familyOf(each)) ?? []), each]);
  return groups;
}

/** Requirements of a family with the same to say stand together: `INS 11–35, 37`. */
function joinAlike(own: readonly AssessedRequirement[], language: Language): string[] {
  const rows = new Map<string, string[]>();
  for (const each of own) {
    const text = [rowText(each, language), ...detailsOf(each, language)].join('\n      ');
    rows.set(text, [...(rows.get(text) ?? []), each.requirement.id]);
  }
  return [...rows].map(([text, ids]) => {
    const joined = joinRequirementIds(ids);
    // A long list stands alone: the states stay under one another.
    const head = joined.length > WIDTH.id ? `${joined}\n  ${' '.repeat(WIDTH.id)}` : joined.padEnd(WIDTH.id);
    return `  ${head} ${text}`;
  });
}

function rowText({ state, requirement }: AssessedRequirement, language: Language): string {
  const word = `${REQUIREMENT_STATE_SIGNS[state]} ${REQUIREMENT_STATE_WORDS[state][language]}`;
  return `${word.padEnd(WIDTH.state)} ${requirement.subject[language]} [${STANDING_WORDS[requirement.standing][language]}]`;
}

function detailsOf(each: AssessedRequirement, language: Language): string[] {
  if (each.state === 'undecided') {
    const facts = each.missingFacts.map((fact) => `${FACT_WORDS[fact][language]} (${fact})`).join(', ');
    const ask = language === 'fr' ? 'à dire dans dossier.yaml' : 'to state in dossier.yaml';
    return [
      facts === ''
        ? (each.requirement.unsettled?.[language] ?? '')
        : `${ask}${language === 'fr' ? ' :' : ':'} ${facts}`,
    ];
  }
  if (each.declaration) return [describeDeclaration(each, language)];
  const missing = each.proofs.filter(({ state }) => state !== 'ready').map((proof) => describeMissing(proof, language));
  const [run] = each.requirement.runs;
  const isWanted = run !== undefined && ['missing', 'reference-run'].includes(each.proofs[0]?.state ?? '');
  return isWanted ? [...missing, `→ epreuve run ${run} --target …`] : missing;
}

function describeDeclaration({ declaration, applicability, stated }: AssessedRequirement, language: Language): string {
  const rule = stated || applicability.state !== 'not-applicable' ? undefined : applicability.rule;
  const why = rule ? `${rule.why[language]} [${STANDING_WORDS[rule.standing][language]}]` : (stated?.reason ?? '');
  return `${DECLARATION_WORDS[declaration?.state ?? 'to-sign'][language]} · ${why}`;
}

export const DECLARATION_WORDS: Readonly<Record<'signed' | 'to-sign' | 'broken', Text>> = {
  signed: { fr: 'attestation jointe', en: 'declaration attached' },
  'to-sign': { fr: 'attestation à signer', en: 'declaration to sign' },
  broken: { fr: 'attestation introuvable', en: 'declaration not found' },
};

function describeMissing({ slot, expected, state, file, run }: AssessedProof, language: Language): string {
  const word = language === 'fr' ? 'preuve' : 'proof';
  const what = file?.path ?? run?.path ?? expected?.what[language] ?? '';
  return `${word} ${slot} ${PROOF_STATE_WORDS[state][language]}${language === 'fr' ? ' :' : ':'} ${what}`;
}

export function countStates(requirements: readonly AssessedRequirement[]): Readonly<Record<RequirementState, number>> {
  const count = (state: RequirementState) => requirements.filter((each) => each.state === state).length;
  return {
    ready: count('ready'),
    missing: count('missing'),
    broken: count('broken'),
    undecided: count('undecided'),
    'not-applicable': count('not-applicable'),
  };
}

/** `82 exigences : 3 prêtes, …`, every state said, even at zero. */
export function countLine(requirements: readonly AssessedRequirement[], language: Language): string {
  const counts = countStates(requirements);
  const word = (state: RequirementState) =>
    // The only state whose word agrees in number.
    state === 'ready' && language === 'fr' && counts.ready > 1 ? 'prêtes' : REQUIREMENT_STATE_WORDS[state][language];
  const parts = REQUIREMENT_STATES.map((state) => `${counts[state]} ${word(state)}`);
  const head = language === 'fr' ? `${requirements.length} exigences : ` : `${requirements.length} requirements: `;
  return `${head}${parts.join(', ')}`;
}

const GATE_SIGNS: Readonly<Record<string, string>> = { passed: '✓', failed: '✕', cantTell: '?', inapplicable: '–' };
const SHOWN = 8;

/** The list of `epreuve dossier check`: a line a gate, then what keeps it from passing. */
export function renderGates(gates: readonly Gate[], language: Language): string {
  const lines = gates.flatMap(({ title, outcome, details }) => {
    const left = details.length - SHOWN;
    const more = language === 'fr' ? `… et ${left} de plus` : `… and ${left} more`;
    return [
      `${GATE_SIGNS[outcome] ?? '?'} ${title[language]}`,
      ...details.slice(0, SHOWN).map((detail) => `    ${detail[language]}`),
      ...(left > 0 ? [`    ${more}`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}
