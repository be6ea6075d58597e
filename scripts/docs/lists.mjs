// Pages that list: rules by family, error codes, commands.
import { both, cell, FAMILY, GENERATED, SEVERITY, TRUST } from './words.mjs';

export const ruleFile = (id) => `${id}.md`;

export function ruleIndex(rules) {
  const found = [...new Set(rules.map(({ family }) => family))];
  const families = [
    ...Object.keys(FAMILY).filter((name) => found.includes(name)),
    ...found.filter((name) => !FAMILY[name]),
  ];
  return [
    GENERATED,
    '# Règles / Rules',
    `${rules.length} règles. Chaque page dit ce que la règle vérifie, pourquoi, comment réparer, et montre des exemples qui sont aussi ses tests ; \`epreuve explain <règle>\` affiche la même chose.`,
    `${rules.length} rules. Each page says what the rule checks, why, how to repair, and shows examples that are its tests; \`epreuve explain <rule>\` shows the same.`,
    ...families.flatMap((family) =>
      familyTable(
        family,
        rules.filter((entry) => entry.family === family),
      ),
    ),
    '',
  ].join('\n\n');
}

function familyTable(family, entries) {
  const { fr, en } = FAMILY[family] ?? { fr: family, en: family };
  const rows = [...entries]
    .sort((left, right) => (left.rule.id < right.rule.id ? -1 : 1))
    .map(({ rule }) => {
      const severity = both(SEVERITY[rule.severity]);
      const trust = TRUST[rule.trust].fr.split(' (')[0];
      return `| [${rule.id}](${ruleFile(rule.id)}) | ${cell(rule.title.fr)} | ${cell(rule.title.en)} | ${severity} | ${trust} |`;
    });
  const head = ['| Règle / Rule | Titre | Title | Gravité / Severity | Autorité / Trust |', '|---|---|---|---|---|'];
  return [`## ${both({ fr, en })}`, [...head, ...rows].join('\n')];
}

const FAMILIES = {
  operator: 'Commande ou fichier donné / command or file given (exit 3)',
  pack: 'Pack (exit 3)',
  document: 'Document illisible / unreadable document (cantTell)',
  transport: 'Connexion / connection',
  defect: 'Défaut d’Épreuve / defect of Épreuve (exit 4)',
};

export function errorsPage(errors) {
  const entries = Object.entries(errors).sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    GENERATED,
    '# Codes d’erreur / Error codes',
    'Un constat sur un document n’est pas une erreur : voir [les règles](rules/README.md). Les codes ci-dessous disent ce qui a empêché Épreuve de travailler.',
    'A finding about a document is not an error: see [the rules](rules/README.md). The codes below say what kept Épreuve from working.',
    ...Object.entries(FAMILIES).flatMap(([family, title]) => {
      const own = entries.filter(([, entry]) => entry.family === family);
      return own.length === 0 ? [] : [`## ${title}`, ...own.map(errorPart)];
    }),
    '',
  ].join('\n\n');
}

function errorPart([code, { text, hint }]) {
  return [`### ${code}`, '', ...['fr', 'en'].map((language) => `- \`${text[language]}\` ${hint[language]}`)].join('\n');
}

export function commandsPage(commands) {
  return [
    GENERATED,
    '# Commandes / Commands',
    'Toutes acceptent `--lang fr|en`, `--quiet`, `--no-color` et `--help`. Les données vont sur la sortie standard, le reste sur la sortie d’erreur.',
    'All take `--lang fr|en`, `--quiet`, `--no-color` and `--help`. Data goes to standard output, talk to standard error.',
    '| Code de sortie / Exit code | |\n|---|---|\n| 0 | réussi, avertissements permis / passed, warnings allowed |\n| 1 | un constat au moins est une erreur / at least one finding is an error |\n| 2 | une vérification obligatoire n’a pas pu être faite / a required check could not be done |\n| 3 | commande, fichier, certificat ou pack à corriger / command, file, certificate or pack to correct |\n| 4 | défaut d’Épreuve / defect of Épreuve |',
    ...commands.map(commandPart),
    '',
  ].join('\n\n');
}

function commandPart({ name, summary, arguments: operands = [], options = [] }) {
  const usage = ['epreuve', name, ...operands.map(({ form }) => form), ...(options.length > 0 ? ['[options]'] : [])];
  const rows = [...operands, ...options].map(
    ({ form, text, choices, initial }) =>
      `| \`${cell(form)}\` | ${cell(text.fr)} | ${cell(text.en)} | ${detail(choices, initial)} |`,
  );
  const table = ['| | | | |', '|---|---|---|---|', ...rows].join('\n');
  return [
    `## epreuve ${name}`,
    '',
    `${summary.fr} / ${summary.en}`,
    '',
    `\`\`\`sh\n${usage.join(' ')}\n\`\`\``,
    ...(rows.length > 0 ? ['', table] : []),
  ].join('\n');
}

function detail(choices, initial) {
  return [
    ...(choices ? [choices.map((choice) => `\`${choice}\``).join(', ')] : []),
    ...(initial === undefined ? [] : [`= \`${initial}\``]),
  ].join(' ');
}
