import type { Language } from '../../core/index.js';
import type { AssessedRequirement } from '../assess/assess-dossier.js';
import { FACT_WORDS, STANDING_WORDS } from '../words.js';

/** Why a requirement applies or not, in one sentence, with what the rule is worth. */
export function describeApplicability(each: AssessedRequirement, language: Language): string {
  const { applicability, stated, missingFacts, requirement } = each;
  const fr = language === 'fr';
  const colon = fr ? '\u00a0: ' : ': ';
  if (stated) return `${fr ? 'Décision de l’exploitant' : 'Decision of the exploitant'}${colon}${stated.reason}`;
  if (applicability.state === 'undecided') {
    const facts = missingFacts.map((fact) => `${FACT_WORDS[fact][language]} (${fact})`).join(', ');
    if (facts === '') return requirement.unsettled?.[language] ?? '';
    return `${fr ? 'À dire dans dossier.yaml' : 'To state in dossier.yaml'}${colon}${facts}.`;
  }
  const { rule } = applicability;
  if (!rule) return fr ? 'S’applique : aucune règle connue ne l’écarte.' : 'Applies: no known rule exempts it.';
  return `${rule.why[language]} [${STANDING_WORDS[rule.standing][language]}]`;
}
