import type { Command, CommanderError, Help } from 'commander';
import type { Language, Text } from '../judge.js';

/** Words commander writes in English only. */
const TITLES: Readonly<Record<string, Text>> = {
  'Usage:': { fr: 'Usage :', en: 'Usage:' },
  'Arguments:': { fr: 'Arguments :', en: 'Arguments:' },
  'Options:': { fr: 'Options :', en: 'Options:' },
  'Commands:': { fr: 'Commandes :', en: 'Commands:' },
};
const DEFAULT: Text = { fr: 'défaut', en: 'default' };
const CHOICES: Text = { fr: 'au choix', en: 'choices' };
const HELP_OF: Text = { fr: 'affiche l’aide d’une commande', en: 'show help of a command' };

/** Help in the language of the person. */
export function localiseHelp(command: Command, language: Language): Command {
  const help: Partial<Help> = {
    styleTitle: (title) => TITLES[title]?.[language] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const more = [
        ...(argChoices ? [`${CHOICES[language]} : ${argChoices.join(', ')}`] : []),
        ...(typeof defaultValue === 'string' ? [`${DEFAULT[language]} : ${defaultValue}`] : []),
      ].map((text) => (language === 'en' ? text.replace(' :', ':') : text));
      return more.length > 0 ? `${description} (${more.join(' ; ')})` : description;
    },
  };
  return command.configureHelp(help).helpCommand('help [command]', HELP_OF[language]);
}

interface UsageText {
  readonly fr: (names: readonly string[]) => string;
  readonly en: (names: readonly string[]) => string;
}

const MISTAKES: Readonly<Record<string, UsageText>> = {
  'commander.unknownOption': { fr: ([name]) => `option inconnue : ${name}`, en: ([name]) => `unknown option: ${name}` },
  'commander.unknownCommand': {
    fr: ([name]) => `commande inconnue : ${name}`,
    en: ([name]) => `unknown command: ${name}`,
  },
  'commander.missingArgument': {
    fr: ([name]) => `il manque l’argument <${name}>`,
    en: ([name]) => `the argument <${name}> is missing`,
  },
  'commander.optionMissingArgument': {
    fr: ([name]) => `il manque la valeur de ${name}`,
    en: ([name]) => `the value of ${name} is missing`,
  },
  'commander.invalidArgument': {
    fr: ([name, value]) => `${name} : « ${value} » n’est pas une valeur admise`,
    en: ([name, value]) => `${name}: "${value}" is not an allowed value`,
  },
  'commander.excessArguments': {
    fr: ([name]) => `trop d’arguments pour « ${name} »`,
    en: ([name]) => `too many arguments for "${name}"`,
  },
};
const SEE_HELP: Text = { fr: 'Voir « epreuve --help ».', en: 'See "epreuve --help".' };
const MEANT: Text = { fr: 'Vouliez-vous dire', en: 'Did you mean' };
const ALLOWED: Text = { fr: 'Valeurs admises :', en: 'Allowed values:' };

/** What is wrong with a command line, in the language of the person; empty when commander has shown its help instead. */
export function describeUsageError({ code, message }: CommanderError, language: Language): string {
  const mistake = MISTAKES[code];
  if (!mistake) return code.startsWith('commander.help') || code === 'commander.version' ? '' : `epreuve: ${message}\n`;
  const names = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [, suggestion] = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message) ?? [];
  const [, choices] = /Allowed choices are (.*)\.$/.exec(message) ?? [];
  const hint = suggestion
    ? `${MEANT[language]} ${suggestion}${language === 'fr' ? ' ?' : '?'}`
    : choices
      ? `${ALLOWED[language]} ${choices}`
      : SEE_HELP[language];
  return `epreuve: ${mistake[language](names)}\n  → ${hint}\n`;
}
