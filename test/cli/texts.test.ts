import { Readable, Writable } from 'node:stream';
import { COMMANDS, GROUPS } from '../../src/cli/commands/index.js';
import { makeSession } from '../../src/cli/io.js';
import { ERRORS, isEpreuveError, makeError, type Text } from '../../src/core/index.js';
import { cli } from '../support/cli.js';

const isComplete = ({ fr, en }: Text) => fr.trim() !== '' && en.trim() !== '';
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
/** `reasonFr` and `reasonEn` are one datum in two languages. */
const dataOf = (text: string) =>
  placeholders(text)
    .map((name) => name.replace(/(Fr|En)$/, ''))
    .sort();

describe('every error', () => {
  test.each(Object.entries(ERRORS))('%s has a text and a remedy in both languages, of the same data', (code, entry) => {
    expect(isComplete(entry.text)).toBe(true);
    expect(isComplete(entry.hint)).toBe(true);
    expect(dataOf(entry.text.fr)).toEqual(dataOf(entry.text.en));
    expect(dataOf(entry.hint.fr)).toEqual(dataOf(entry.hint.en));
    const names = [entry.text, entry.hint].flatMap(({ fr, en }) => placeholders(fr + en));
    const error = makeError(code as keyof typeof ERRORS, Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(isEpreuveError(error, entry.family)).toBe(true);
    for (const language of ['fr', 'en'] as const) {
      const { text, hint } = error.describe(language);
      expect(text + hint).not.toMatch(/[{}]/);
    }
  });
});

describe('every command', () => {
  test.each(COMMANDS.map((spec) => [spec.name, spec] as const))('%s has texts in both languages', (_name, spec) => {
    expect(isComplete(spec.summary)).toBe(true);
    for (const { text } of spec.arguments ?? []) expect(isComplete(text)).toBe(true);
    for (const { text } of spec.options ?? []) expect(isComplete(text)).toBe(true);
    expect(new Set((spec.options ?? []).map(({ form }) => form.split(' ')[0])).size).toBe(spec.options?.length ?? 0);
  });

  test.each(COMMANDS.map((spec) => [spec.name, spec] as const))(
    '%s shows its help in the language asked for',
    async (name, spec) => {
      for (const language of ['fr', 'en'] as const) {
        const { code, out, err } = await cli([...name.split(' '), '--help', '--lang', language]);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const flat = out.replace(/\s+/g, ' ');
        expect(flat).toContain(spec.summary[language]);
        for (const { text } of [...(spec.options ?? []), ...(spec.arguments ?? [])])
          expect(flat).toContain(text[language]);
        const others =
          language === 'fr'
            ? /Usage:|Options:|Arguments:|\(default|\(choices|display help/
            : /défaut :|au choix|affiche/;
        expect(flat).not.toMatch(others);
      }
    },
  );

  test.each(COMMANDS.map(({ name, load }) => [name, load] as const))('%s can be loaded', async (_name, load) => {
    expect(typeof (await load())).toBe('function');
  });

  test('groups are described too', async () => {
    const groups = [
      ...new Set(COMMANDS.filter(({ name }) => name.includes(' ')).map(({ name }) => name.split(' ')[0] ?? '')),
    ];
    expect(Object.keys(GROUPS).sort()).toEqual(groups.sort());
    for (const group of groups) {
      expect(isComplete(GROUPS[group] ?? { fr: '', en: '' })).toBe(true);
      const { code, err, out } = await cli([group, '--lang', 'fr']);
      expect(code).toBe(3);
      expect(out + err).toContain('Commandes :');
    }
  });
});

describe('mistakes on the command line', () => {
  test.each([
    [['chek'], 'commande inconnue : chek', 'unknown command: chek'],
    [['check'], 'il manque l’argument <files>', 'the argument <files> is missing'],
    [['check', 'x', '--pack'], 'il manque la valeur de --pack', 'the value of --pack'],
    [['check', 'x', '--nope'], 'option inconnue : --nope', 'unknown option: --nope'],
    [['demo', 'x'], 'trop d’arguments pour « demo »', 'too many arguments for "demo"'],
    [['report', 'x', '--as', 'docx'], '« docx » n’est pas une valeur admise', '"docx" is not an allowed value'],
  ])('%j', async (args, fr, en) => {
    for (const [language, words] of [
      ['fr', fr],
      ['en', en],
    ] as const) {
      const { code, out, err } = await cli(args, { environment: { LANG: `${language}_XX` } });
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toContain(words);
      expect(err).toContain('  → ');
      expect(err).not.toMatch(/error:/);
    }
  });

  test('an unknown language is told in French', async () => {
    const { code, err } = await cli(['packs', '--lang', 'de'], { environment: { LANG: 'C' } });
    expect(code).toBe(3);
    expect(err).toContain('Valeurs admises : fr, en');
  });

  test('--version and --help are data', async () => {
    expect(await cli(['--version'])).toMatchObject({ code: 0, err: '' });
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(name.split(' ')[0]);
  });
});

test('what another system sent cannot steer the terminal', () => {
  let written = '';
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      written += chunk;
      done();
    },
  });
  const io = { stdin: Readable.from([]), stdout: stderr, stderr, environment: {}, isTerminal: true };
  const session = makeSession(
    { ...io, interrupted: new Promise<void>(() => {}) },
    { language: 'fr', colour: true, quiet: false },
  );
  session.say('  reçu      CN=\u001b[31mrouge\u001b]0;titre\u0007\u202e\nsuite');
  expect(written).toBe('  reçu      CN=·[31mrouge·]0;titre··\nsuite\n');
});
