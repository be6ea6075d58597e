import { allRules, EXIT, fillTemplate, makeError, RULES, type RuleEntry, type Text } from '../../judge.js';
import type { Session } from '../io.js';

const WORDS = {
  why: { fr: 'Pourquoi', en: 'Why' },
  repair: { fr: 'Comment réparer', en: 'How to repair' },
  messages: { fr: 'Constats possibles', en: 'Possible findings' },
  source: { fr: 'Source', en: 'Source' },
  severity: { fr: 'Gravité', en: 'Severity' },
} as const satisfies Record<string, Text>;

const TRUST: Readonly<Record<RuleEntry['trust'], Text>> = {
  standard: { fr: 'norme', en: 'standard' },
  national: { fr: 'profil national', en: 'national profile' },
  project: { fr: 'choix d’Épreuve', en: 'choice of Épreuve' },
};

/** `epreuve explain [rule]`. */
export async function runExplain([id]: string[], _options: Record<string, unknown>, session: Session): Promise<number> {
  const { language } = session;
  if (id === undefined) {
    for (const rule of await allRules()) session.print(`${rule.id.padEnd(28)} ${rule.title[language]}`);
    return EXIT.passed;
  }
  // The pack whose rows are rules is only read when no coded rule bears the name.
  const rule = find(RULES, id) ?? find(await allRules(), id);
  if (!rule) throw makeError('rule-not-found', { rule: id });
  const spec = rule.spec.map(({ standard, section }) => `${standard} ${section}`).join(' ; ');
  session.print(
    [
      `${rule.id} — ${rule.title[language]}`,
      '',
      `${WORDS.severity[language]} : ${rule.severity}`,
      `${WORDS.why[language]} : ${rule.why[language]}`,
      `${WORDS.repair[language]} : ${rule.repair[language]}`,
      `${WORDS.source[language]} : ${spec} (${TRUST[rule.trust][language]})`,
      `${WORDS.messages[language]} :`,
      ...Object.values(rule.messages).map((message) => `  - ${fillTemplate(message[language])}`),
    ].join('\n'),
  );
  return EXIT.passed;
}

function find(rules: readonly RuleEntry[], id: string): RuleEntry | undefined {
  return rules.find((rule) => rule.id.toLowerCase() === id.toLowerCase());
}
