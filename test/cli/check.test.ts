import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (name: string) => join(root, name);
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};

/** In every personal field of a message that breaks rules. */
const CANARY = 'CANARI1234';
const personal = adt('A28', {
  'PID-3.1': CANARY,
  'PID-3[2].1': `${CANARY}5678`,
  'PID-5.1': CANARY,
  'PID-5.2': CANARY,
  'PID-7': CANARY,
  'PID-8': CANARY,
  'PID-11.9': CANARY,
  'PID-13.12': CANARY,
  'PID-32': CANARY,
  'ZFD-5': CANARY,
});

let good: string;
let bad: string;
beforeAll(() => {
  good = write('good.hl7', adt('A28'));
  bad = write('bad.hl7', adt('A28', { 'PID-8': 'X' }));
  mkdirSync(at('folder/below'), { recursive: true });
  mkdirSync(at('folder/.hidden'), { recursive: true });
  write('folder/a.hl7', adt('A28'));
  write('folder/below/b.er7', adt('A31'));
  write('folder/photo.png', Buffer.from('89504e470d0a1a0a00', 'hex'));
  write('folder/.hidden/c.hl7', 'MSH|broken');
  symlinkSync(bad, at('folder/link.hl7'));
});

describe('a level 3 without its level 1', () => {
  const folder = join(process.cwd(), 'samples/cda-pairs/cse-cs8-valid');
  const [one, three] = ['level1.xml', 'level3.xml'].map((name) => join(folder, name)) as [string, string];

  test('one file: said in so many words, and no failure', async () => {
    for (const [language, words] of [
      ['fr', /Jugé comme un document seul.*son niveau 1 doit l’accompagner/],
      ['en', /Judged as a document alone.*its level 1 must go with it/],
    ] as const) {
      const { code, out } = await cli(['check', three, '--lang', language]);
      expect([code, out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringMatching(words)]);
    }
  });

  test('a mode asked for, a folder, several files: an error', async () => {
    mkdirSync(at('alone'));
    copyFileSync(three, at('alone/level3.xml'));
    const ways = [[three, '--pair-mode', 'xfrm'], [at('alone')], [three, good]];
    const codes = await Promise.all(ways.map(async (way) => (await cli(['check', ...way])).code));
    expect(codes).toEqual([1, 1, 1]);
  });

  test('with its level 1, or in a mode that asks for none: nothing', async () => {
    for (const way of [
      [one, three],
      [three, '--pair-mode', 'no-xfrm'],
    ]) {
      const { code, out } = await cli(['check', ...way]);
      expect([code, out.includes('CDA-PAIR-014')]).toEqual([0, false]);
    }
  });
});

describe('exit codes', () => {
  test('0: nothing wrong', async () => {
    const { code, out, err } = await cli(['check', good]);
    expect(code).toBe(0);
    expect(out).toContain('Passed');
    expect(err).toBe('');
  });

  test('1: an error', async () => {
    const { code, out } = await cli(['check', good, bad]);
    expect(code).toBe(1);
    expect(out).toContain('PAM-PID-8');
  });

  test('2: what cannot be told', async () => {
    const { code, out } = await cli(['check', write('letter.txt', 'Bonjour')]);
    expect(code).toBe(2);
    expect(out).toContain('letter.txt');
  });

  test.each([
    ['a missing file', ['nowhere.hl7'], 'not found'],
    ['a number that is none', ['x', '--max-bytes', 'many'], '--max-bytes'],
    ['a report of an unknown format', ['x', '--report', 'docx=a'], 'format=file'],
    ['a report without a file', ['x', '--report', 'html'], 'format=file'],
    ['an unknown pack', [at('good.hl7'), '--pack', 'nothing'], 'Unknown pack'],
    ['an unknown option', ['x', '--pakc', 'y'], 'Did you mean --pack?'],
    ['no file', [], '<files>'],
    ['an unknown format', ['x', '--format', 'cobol'], 'Allowed values'],
  ])('3: %s', async (_title, args, words) => {
    const { code, out, err } = await cli(['check', ...args]);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).toContain('→');
    expect(err).not.toContain('    at ');
  });
});

describe('inputs', () => {
  test('standard input', async () => {
    expect((await cli(['check', '-'], { stdin: adt('A28') })).code).toBe(0);
    expect((await cli(['check', '-'], { stdin: adt('A28', { 'PID-8': 'X' }) })).code).toBe(1);
    expect((await cli(['check', '-'])).code).toBe(2);
  });

  test('a folder: known formats below it, hidden files and links left alone, the rest said', async () => {
    const { code, out, err } = await cli(['check', at('folder')]);
    expect(code).toBe(0);
    expect(out).toContain('a.hl7');
    expect(out).toContain('b.er7');
    expect(out).not.toContain('c.hl7');
    expect(out).not.toContain('link.hl7');
    expect(err).toContain('photo.png');
  });

  test('reports name no path of the machine: below the folder given, else the file name, each once', async () => {
    mkdirSync(at('other'), { recursive: true });
    const same = write('other/good.hl7', adt('A28'));
    const { out } = await cli(['check', at('folder'), good, same, '--json']);
    const names = JSON.parse(out).items.map((item: { title: string }) => item.title.split(' ')[0]);
    expect(names).toEqual(['a.hl7', 'below/b.er7', 'good.hl7', 'good-2.hl7']);
    expect(out).not.toContain(root);
  });

  test('what is told on the terminal stays as typed', async () => {
    const { err } = await cli(['check', at('folder')]);
    expect(err).toContain(at('folder/photo.png'));
  });

  test('a folder with nothing to check', async () => {
    mkdirSync(at('empty'));
    const { code, err } = await cli(['check', at('empty')]);
    expect(code).toBe(3);
    expect(err).toContain('Nothing to check');
  });

  test('a file, a link to it, and standard input above the limit', async () => {
    const big = write('big.hl7', adt('A28').padEnd(5000));
    symlinkSync(big, at('to-big.hl7'));
    for (const path of [big, at('to-big.hl7'), '-']) {
      const { code, err } = await cli(['check', path, '--max-bytes', '1000'], { stdin: 'x'.repeat(5000) });
      expect(code).toBe(3);
      expect(err).toContain('--max-bytes');
    }
  });

  test('a device without end is bounded', async () => {
    expect((await cli(['check', '/dev/zero', '--max-bytes', '100000'])).code).toBe(3);
  });

  test('a large file of another kind in a folder is left out without being read', async () => {
    mkdirSync(at('with-archive'));
    write('with-archive/archive.zip', Buffer.alloc(20_000, 'PK'));
    write('with-archive/a.hl7', adt('A28'));
    const { code, err } = await cli(['check', at('with-archive'), '--max-bytes', '10000']);
    expect(code).toBe(0);
    expect(err).toContain('archive.zip');
  });

  test('a folder where a file should be, and a file that cannot be read', async () => {
    // Root reads everything: a broken link is what is left to try.
    symlinkSync(at('gone'), at('broken-link.hl7'));
    const { code, err } = await cli(['check', at('broken-link.hl7')]);
    expect(code).toBe(3);
    expect(err).toContain('broken-link.hl7');
  });
});

describe('outputs', () => {
  test('--json: standard output is one JSON text and nothing else', async () => {
    for (const more of [[], ['--report', `md=${at('r.md')}`], ['--second-opinion']]) {
      const { code, out } = await cli(['check', bad, '--json', ...more]);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ format: 'epreuve-result/1', outcome: 'failed' });
    }
  });

  test('reports in files, the account still on standard output', async () => {
    const formats = ['junit', 'html', 'json', 'md', 'csv', 'text'];
    const { code, out, err } = await cli([
      'check',
      bad,
      ...formats.flatMap((name) => ['--report', `${name}=${at(`r.${name}`)}`]),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('PAM-PID-8');
    for (const name of formats) {
      expect(err).toContain(at(`r.${name}`));
      expect(readFileSync(at(`r.${name}`), 'utf8')).toContain('PAM-PID-8');
    }
    expect(readFileSync(at('r.junit'), 'utf8')).toMatch(/^<\?xml/);
    expect(readFileSync(at('r.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('a report that cannot be written', async () => {
    const { code, err } = await cli(['check', good, '--report', `html=${at('nowhere/r.html')}`]);
    expect(code).toBe(3);
    expect(err).toContain('Cannot write');
  });

  test('a report that cannot be written takes neither the verdict nor the other reports with it', async () => {
    const reports = ['--report', `html=${at('nowhere/r.html')}`, '--report', `csv=${at('kept.csv')}`];
    const { code, out, err } = await cli(['check', bad, ...reports]);
    expect(code).toBe(3);
    expect(out).toContain('Failed');
    expect(err).toContain(at('nowhere/r.html'));
    expect(err).toContain('--report');
    expect(readFileSync(at('kept.csv'), 'utf8')).toContain('PAM-PID-8');
  });

  test('French and English', async () => {
    const french = await cli(['check', bad, '--lang', 'fr']);
    const english = await cli(['check', bad, '--lang=en'], { environment: { LANG: 'fr_FR.UTF-8' } });
    expect(french.out).toContain('Échec');
    expect(english.out).toContain('Failed');
    expect((await cli(['check', bad], { environment: { LANG: 'fr_FR.UTF-8' } })).out).toBe(french.out);
    expect((await cli(['check', bad], { environment: { LC_ALL: 'fr_FR', LANG: 'en_GB' } })).out).toBe(french.out);
  });

  test('colours only for a terminal that wants them', async () => {
    const sequence = '\u001b[';
    expect((await cli(['check', bad], { isTerminal: true })).out).toContain(sequence);
    for (const input of [{}, { isTerminal: true, environment: { NO_COLOR: '1' } }]) {
      expect((await cli(['check', bad], input)).out).not.toContain(sequence);
    }
    expect((await cli(['check', bad, '--no-color'], { isTerminal: true })).out).not.toContain(sequence);
    expect((await cli(['check', bad, '--json'], { isTerminal: true })).out).not.toContain(sequence);
  });

  test('--quiet keeps the data and the errors', async () => {
    const { out, err } = await cli(['check', at('folder'), '--quiet']);
    expect(out).toContain('a.hl7');
    expect(err).toBe('');
    expect((await cli(['check', 'nowhere', '--quiet'])).err).toContain('not found');
  });

  test('values of documents are shown only when asked for', async () => {
    const file = write('personal.hl7', personal);
    const reports = ['json', 'html', 'junit', 'md', 'csv', 'text'];
    const asked = (suffix: string) => reports.flatMap((name) => ['--report', `${name}=${at(`p${suffix}.${name}`)}`]);
    for (const more of [[], ['--json'], ['--second-opinion']]) {
      const { out, err, code } = await cli(['check', file, ...more, ...asked('')]);
      expect(code).toBe(1);
      expect(out + err).not.toContain(CANARY);
    }
    for (const name of reports) expect(readFileSync(at(`p.${name}`), 'utf8')).not.toContain(CANARY);
    const { out } = await cli(['check', file, '--show-values', ...asked('-shown')]);
    expect(out).toContain(CANARY);
    expect(readFileSync(at('p-shown.html'), 'utf8')).toContain(CANARY);
  });

  test('a forced pack is used and named', async () => {
    const { out } = await cli(['check', bad, '--pack', 'hl7v2-base@2.5', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      forcedPacks: ['hl7v2-base@2.5'],
      packs: [{ id: 'hl7v2-base', version: '2.5' }],
    });
  });

  test('a forced format judges what is not recognised', async () => {
    const { code, out } = await cli(['check', at('letter.txt'), '--format', 'hl7v2']);
    expect(code).toBe(2);
    expect(out).toContain('No HL7 v2 message');
  });
});
