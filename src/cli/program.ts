import { Command, CommanderError, Option } from 'commander';
import { EXIT, type Language, languageOfLocale, type Text, VERSION } from '../judge.js';
import { COMMANDS, type CommandSpec, GROUPS } from './commands/index.js';
import { reportError } from './errors.js';
import { type Io, makeSession } from './io.js';
import { describeUsageError, localiseHelp } from './usage.js';

/** Runs one command line; resolves to the exit code and never throws. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(argv, io);
  let exitCode: number = EXIT.passed;
  const program = makeProgram(language, io);
  for (const spec of COMMANDS) {
    addCommand(program, spec, language, async (options, args) => {
      const session = makeSession(io, { language, colour: useColour(options, io), quiet: options.quiet === true });
      const run = await spec.load();
      exitCode = await run(args, options, session);
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.passed;
      io.stderr.write(describeUsageError(error, language));
      return EXIT.operator;
    }
    return reportError(error, language, io);
  }
}

/** `--lang` wins; otherwise the locale, and French when it says nothing. */
function languageOf(argv: readonly string[], io: Io): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  if (given === 'fr' || given === 'en') return given;
  const { LC_ALL, LC_MESSAGES, LANG } = io.environment;
  return languageOfLocale([LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== ''));
}

function useColour(options: Record<string, unknown>, io: Io): boolean {
  if (options.color === false || io.environment.NO_COLOR) return false;
  return io.isTerminal;
}

function makeProgram(language: Language, io: Io): Command {
  const say = (text: Text) => text[language];
  const program = new Command('epreuve')
    .description(
      say({
        fr: 'Banc d’essai d’interopérabilité : HL7 v2 PAM France, MLLP en TLS mutuel, preuves et rapports.',
        en: 'Interoperability test harness: HL7 v2 PAM France, MLLP over mutual TLS, evidence and reports.',
      }),
    )
    .version(VERSION, '-V, --version', say({ fr: 'affiche la version', en: 'show the version' }))
    .helpOption('-h, --help', say({ fr: 'affiche l’aide', en: 'show help' }))
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Mistakes are told by runCli, in the language of the person.
      outputError: () => undefined,
    });
  return localiseHelp(addCommonOptions(program, language), language);
}

function addCommonOptions(command: Command, language: Language): Command {
  const say = (text: Text) => text[language];
  return command
    .addOption(
      new Option('--lang <fr|en>', say({ fr: 'langue des textes', en: 'language of texts' })).choices(['fr', 'en']),
    )
    .option('--quiet', say({ fr: 'n’affiche que les données', en: 'show data only' }))
    .option('--no-color', say({ fr: 'sans couleurs', en: 'no colours' }));
}

type Action = (options: Record<string, unknown>, args: string[]) => Promise<void>;

function addCommand(program: Command, spec: CommandSpec, language: Language, action: Action): void {
  const names = spec.name.split(' ');
  const parent = names.slice(0, -1).reduce((above, name) => {
    const known = above.commands.find((command) => command.name() === name);
    return (
      known ?? localiseHelp(above.command(name).exitOverride(), language).description(GROUPS[name]?.[language] ?? '')
    );
  }, program);
  const command = localiseHelp(parent.command(names.at(-1) ?? ''), language)
    .description(spec.summary[language])
    .exitOverride()
    .configureOutput(program.configureOutput());
  for (const argument of spec.arguments ?? []) command.argument(argument.form, argument.text[language]);
  for (const { form, text, choices, repeats, initial } of spec.options ?? []) {
    const option = new Option(form, text[language]);
    if (choices) option.choices([...choices]);
    if (repeats) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    if (initial !== undefined) option.default(initial);
    command.addOption(option);
  }
  addCommonOptions(command, language);
  command.action(async () => {
    const [common, own] = [program.opts(), command.opts()];
    // Whoever of the two reads --no-color, the other keeps its default.
    await action({ ...common, ...own, color: common.color !== false && own.color !== false }, command.args);
  });
}
