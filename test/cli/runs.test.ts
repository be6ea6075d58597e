import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealRun } from '../../src/evidence/index.js';
import { DEMO_STORY, documentStory, RULES } from '../../src/index.js';
import { type CliRun, cli, listeningPort, startCli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const run = at('demo');
let demo: CliRun;
/** `✓  1/18` */
/** Steps told as passed, of a story of so many. */
const passedSteps = (story: readonly unknown[]) => new RegExp(`✓ +\\d+/${story.length}\\b`, 'g');

beforeAll(async () => {
  demo = await cli(['demo', '--out', run, '--report', `junit=${at('demo.xml')}`]);
});

/** A copy of the run to damage for good. */
let copies = 0;
function copyRun(): string {
  copies += 1;
  cpSync(run, at(`copy-${copies}`), { recursive: true });
  return at(`copy-${copies}`);
}

/** The run, of which some files may be written for the time of `work`; they are as before afterwards. */
async function withRun(names: readonly string[], work: (folder: string) => Promise<void>): Promise<void> {
  const kept = names.map((name) => [join(run, name), readFileSync(join(run, name))] as const);
  try {
    await work(run);
  } finally {
    for (const [path, bytes] of kept) writeFileSync(path, bytes);
  }
}

describe('demo', () => {
  test('passes, tells the story on stderr and the verdict on stdout', () => {
    expect(demo.code).toBe(0);
    expect(demo.out).toMatch(/^Passed: 0 errors/);
    expect(demo.out.trim().split('\n')).toHaveLength(1);
    expect(demo.err).toMatch(/TLSv1\.3 {2}TLS_/);
    const story = [...DEMO_STORY, ...documentStory()];
    expect(demo.err.match(passedSteps(story))).toHaveLength(story.length);
    expect(demo.err).toContain('HL7 2.3.1');
    expect(demo.err).toContain('ACK AE (ERR 101)');
    expect(demo.err).toContain(join(run, 'report.html'));
  });

  test('leaves a run with its report, and the reports asked for', () => {
    expect(readdirSync(run).sort()).toEqual([
      'events.jsonl',
      'evidence',
      'manifest.json',
      'report.html',
      'result.json',
    ]);
    expect(readFileSync(join(run, 'report.html'), 'utf8')).not.toContain('279035121518989');
    expect(readFileSync(at('demo.xml'), 'utf8')).toContain('<testsuite');
  });

  test('will not write into a folder in use', async () => {
    const { code, err } = await cli(['demo', '--out', run]);
    expect(code).toBe(3);
    expect(err).toContain('exists and is not empty');
  });

  test('--json: nothing else on stdout', async () => {
    const { code, out, err } = await cli(['demo', '--out', at('json'), '--json', '--quiet', '--lang', 'fr']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ outcome: 'passed' });
  });
});

describe('verify', () => {
  test('an untouched run: nothing changed, same result', async () => {
    const { code, out } = await cli(['verify', run]);
    expect(code).toBe(0);
    expect(out).toContain('✓ No file changed');
    expect(out).toContain('✓ Judged again');
  });

  test.each(['events.jsonl', 'result.json', 'report.html', 'manifest.json', 'evidence'])(
    'one changed byte of %s',
    async (name) => {
      const file = name === 'evidence' ? join(name, readdirSync(at('demo', name))[4] ?? '') : name;
      await withRun([file], async (folder) => {
        const bytes = readFileSync(join(folder, file));
        const middle = Math.floor(bytes.length / 2);
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        writeFileSync(join(folder, file), bytes);
        const { code, out, err } = await cli(['verify', folder]);
        expect(code).toBe(1);
        expect(out).toContain('✗');
        expect(err).toBe('');
      });
    },
  );

  test('a file added, one taken away, and a name changed', async () => {
    const folder = copyRun();
    appendFileSync(join(folder, 'note.txt'), 'x');
    rmSync(join(folder, 'report.html'));
    const page = readdirSync(join(folder, 'evidence')).find((name) => name.endsWith('dmn-page-list.html')) ?? '';
    renameSync(join(folder, 'evidence', page), join(folder, 'evidence', 'other.html'));
    const { code, out } = await cli(['verify', folder, '--lang', 'fr']);
    expect(code).toBe(1);
    for (const words of ['note.txt', 'report.html', 'other.html', page, 'ajouté', 'disparu'])
      expect(out).toContain(words);
  });

  test('a result that was bent, and sealed again, is not the one the evidence gives', async () => {
    await withRun(['result.json', 'manifest.json'], async (folder) => {
      const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
      writeFileSync(join(folder, 'result.json'), JSON.stringify({ ...result, title: { fr: 'Mieux', en: 'Better' } }));
      sealRun(folder, result.packs);
      const { code, out } = await cli(['verify', folder]);
      expect(code).toBe(1);
      expect(out).toContain('not the one the evidence gives');
      const older = { ...result, tool: { name: 'epreuve', version: '0.0.1' } };
      writeFileSync(join(folder, 'result.json'), JSON.stringify(older));
      sealRun(folder, result.packs);
      expect((await cli(['verify', folder])).code).toBe(2);
    });
  });

  test.each([
    ['no run', () => root, 'no events.jsonl'],
    ['a folder that is not there', () => at('nowhere'), 'no events.jsonl'],
  ])('%s', async (_title, folder, words) => {
    const { code, err } = await cli(['verify', folder()]);
    expect(code).toBe(3);
    expect(err).toContain(words);
  });

  test.each(['{"format":"epreuve-result/1"}', 'not json', '{"format":"epreuve-result/1","packs":[null]}'])(
    'a sealed result that is none is told, without a stack: %s',
    async (text) => {
      await withRun(['result.json', 'manifest.json'], async (folder) => {
        writeFileSync(join(folder, 'result.json'), text);
        sealRun(folder, []);
        for (const command of ['verify', 'report']) {
          const { code, err } = await cli([command, folder]);
          expect(code).toBe(3);
          expect(err).toContain('not a result');
        }
      });
    },
  );
});

describe('judge', () => {
  test('gives the same result, byte for byte, and writes nothing into the run', async () => {
    const before = readdirSync(run);
    const { code, out } = await cli(['judge', run, '--json', '--show-values']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(run, 'result.json'), 'utf8'));
    expect(readdirSync(run)).toEqual(before);
  });

  test('with another pack the result is another, and says so', async () => {
    const { out } = await cli(['judge', run, '--pack', 'pam-dmn', '--json']);
    expect(JSON.parse(out)).toMatchObject({ forcedPacks: ['pam-dmn'] });
    expect((await cli(['judge', run, '--pack', 'nothing'])).code).toBe(3);
  });

  test('a run cut anywhere is judged as far as it got, and not passed', async () => {
    await withRun(['events.jsonl'], async (folder) => {
      const log = readFileSync(join(folder, 'events.jsonl'), 'utf8');
      for (const part of [0.9, 0.5, 0.1]) {
        writeFileSync(join(folder, 'events.jsonl'), log.slice(0, Math.floor(log.length * part)));
        const { code, out } = await cli(['judge', folder]);
        expect([1, 2]).toContain(code);
        expect(out).toContain('did not reach its end');
      }
    });
  });

  test('changed evidence is not judged', async () => {
    await withRun([join('evidence', 'e0003-sent-ADT_A28.hl7')], async (folder) => {
      appendFileSync(join(folder, 'evidence', 'e0003-sent-ADT_A28.hl7'), 'x');
      const { code, err, out } = await cli(['judge', folder, '--lang', 'fr']);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toContain('e0003-sent-ADT_A28.hl7 a changé depuis');
      expect(err).toContain('epreuve verify');
    });
  });
});

describe('report', () => {
  test('--redact renders a copy without identities, and leaves nothing behind', async () => {
    const shown = await cli(['report', run, '--as', 'json', '--show-values']);
    expect(shown.out).toContain('PAT-TROIS');
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('epreuve-redacted-'));
    const { code, out } = await cli(['report', run, '--as', 'json', '--show-values', '--redact']);
    expect(code).toBe(0);
    expect(out).not.toContain('PAT-TROIS');
    expect(out).not.toContain('279035121518989');
    expect(JSON.parse(out).outcome).toBe(JSON.parse(shown.out).outcome);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('epreuve-redacted-'))).toEqual(before);
    expect((await cli(['report', join(run, 'result.json'), '--redact'])).code).toBe(3);
  });

  test.each(['text', 'html', 'json', 'junit', 'md', 'csv'])(
    '%s, from the folder, from the file, and into a file',
    async (format) => {
      const { code, out, err } = await cli(['report', run, '--as', format]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).not.toContain('279035121518989');
      expect((await cli(['report', join(run, 'result.json'), '--as', format])).out).toBe(out);
      expect((await cli(['report', run, '--as', format, '--out', at(`again.${format}`)])).code).toBe(0);
      expect(readFileSync(at(`again.${format}`), 'utf8').trimEnd()).toBe(out.trimEnd());
    },
  );

  test('--show-values shows them', async () => {
    const [masked, shown] = [await cli(['report', run]), await cli(['report', run, '--show-values'])];
    expect(masked.out).toContain('•••');
    expect(shown.out).not.toContain('•••');
    expect(shown.out).toMatch(/Found +PROV/);
    expect(masked.out).not.toMatch(/Found +PROV/);
  });

  test('what is no result', async () => {
    expect((await cli(['report', at('nowhere')])).err).toContain('not found');
    writeFileSync(at('other.json'), '{}');
    const { code, err } = await cli(['report', at('other.json')]);
    expect(code).toBe(3);
    expect(err).toContain('not a result');
  });
});

describe('simulate gam and simulate dmn', () => {
  const meet = async (dmnArgs: readonly string[], gamArgs: readonly string[], name: string) => {
    const dmn = startCli(['simulate', 'dmn', '--port', '0', '--plaintext', '--out', at(`${name}-dmn`), ...dmnArgs]);
    const port = await listeningPort(dmn);
    const gam = await cli([
      'simulate',
      'gam',
      '--to',
      `127.0.0.1:${port}`,
      '--plaintext',
      '--out',
      at(`${name}-gam`),
      ...gamArgs,
    ]);
    return { gam, dmn: await dmn.ended };
  };

  test('they get along; --count ends the DMN', async () => {
    const { gam, dmn } = await meet(['--count', String(DEMO_STORY.length)], [], 'well');
    expect([gam.code, dmn.code]).toEqual([0, 1]);
    expect(gam.err.match(passedSteps(DEMO_STORY))).toHaveLength(DEMO_STORY.length);
    expect(gam.err).toContain('to be seen in your DMN');
    expect(gam.out).toMatch(/^Passed/);
    // The DMN alone does not know which faults of the GAM are on purpose.
    expect(dmn.out).toMatch(/^Failed: 2 errors/);
    expect(dmn.err).toMatch(/Patients: http:\/\/127\.0\.0\.1:\d+\//);
    expect(dmn.err).not.toContain('PAT-TROIS');
    for (const side of ['gam', 'dmn']) expect((await cli(['verify', at(`well-${side}`)])).code).toBe(0);
  });

  test('a DMN that misbehaves at some messages', async () => {
    writeFileSync(at('bad.yaml'), 'rules:\n  - { event: A31, fault: close }\n  - { event: A47, answer: AR }\n');
    const { gam, dmn } = await meet(
      ['--behaviour', at('bad.yaml'), '--count', String(DEMO_STORY.length)],
      ['--timeout', '1', '--json'],
      'bad',
    );
    expect(gam.code).toBe(1);
    const { steps } = JSON.parse(gam.out);
    const failed = steps.filter(({ outcome }: { outcome: string }) => outcome === 'failed');
    expect(failed.map(({ id }: { id: string }) => id)).toEqual([
      'associate-ins',
      'update-traits',
      'change-identifier',
      'withdraw-ins',
      'associate-again',
    ]);
    for (const { blame } of failed) expect(blame).toBe('tested-side');
    expect(dmn.out).not.toBe('');
  });

  test('a DMN out of reach: every step is untested, exit 2', async () => {
    let stop: () => void = () => undefined;
    const interrupted = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const gone = startCli(['listen', '--plaintext', '--port', '0', '--out', at('gone')], { interrupted });
    const port = await listeningPort(gone);
    stop();
    await gone.ended;
    const { code, err, out } = await cli([
      'simulate',
      'gam',
      '--to',
      `127.0.0.1:${port}`,
      '--plaintext',
      '--out',
      at('none'),
      '--json',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('refuses the connection');
    expect(JSON.parse(out).steps).toHaveLength(DEMO_STORY.length);
  });

  test.each([
    ['a port in use', (port: number) => ['--port', String(port)], 'already in use'],
    ['a page port in use', (port: number) => ['--port', '0', '--web-port', String(port)], 'already in use'],
    ['a behaviour that is not there', () => ['--port', '0', '--behaviour', 'nowhere.yaml'], 'nowhere.yaml'],
    ['a behaviour that is no YAML', () => ['--port', '0', '--behaviour', at('broken.yaml')], 'broken.yaml, 3:1'],
    ['a behaviour of another shape', () => ['--port', '0', '--behaviour', at('shape.yaml')], 'rules[0].fault'],
    ['a count of nothing', () => ['--port', '0', '--count', '0'], '--count'],
    ['a time without end', () => ['--port', '0', '--for', '100000000'], '--for'],
    ['a port beyond the last', () => ['--port', '70000'], '--port'],
  ])('3, and nothing keeps running: %s', async (_title, args, words) => {
    writeFileSync(at('broken.yaml'), 'rules:\n  - fault: [close\n');
    writeFileSync(at('shape.yaml'), 'rules: [{ fault: explode }]\n');
    let stop: () => void = () => undefined;
    const interrupted = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const out = ['--out', at(`other-${copies++}`)];
    const other = startCli(['listen', '--plaintext', '--port', '0', ...out], { interrupted });
    const port = await listeningPort(other);
    const { code, err } = await cli([
      'simulate',
      'dmn',
      '--plaintext',
      '--out',
      at(`never-${copies++}`),
      ...args(port),
    ]);
    stop();
    await other.ended;
    expect(code).toBe(3);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });
});

describe('explain, packs, doctor', () => {
  test('explain lists every rule, and tells each in both languages', async () => {
    const { out } = await cli(['explain']);
    const listed = new Set(out.split('\n').map((line) => line.split(' ')[0]));
    expect(RULES.filter(({ id }) => !listed.has(id))).toEqual([]);
    for (const rule of RULES) {
      for (const language of ['fr', 'en'] as const) {
        const told = await cli(['explain', rule.id, '--lang', language]);
        expect(told).toMatchObject({ code: 0, err: '' });
        for (const text of [rule.title, rule.why, rule.repair]) expect(told.out).toContain(text[language]);
        expect(told.out).toContain(rule.spec[0]?.section);
      }
    }
  });

  test('an id in small letters is understood; an unknown one is told', async () => {
    expect((await cli(['explain', 'pam-pid-8'])).out).toContain('PAM-PID-8');
    const { code, err } = await cli(['explain', 'PAM-NOTHING']);
    expect(code).toBe(3);
    expect(err).toContain('PAM-NOTHING');
  });

  test('packs lists what can be forced', async () => {
    const { code, out } = await cli(['packs']);
    expect(code).toBe(0);
    for (const id of ['hl7v2-base@2.5', 'ihe-pam@20', 'ihe-pam-fr@2.11', 'pam-dmn@2.11']) expect(out).toContain(id);
  });

  test('doctor says what is there, in the language asked for', async () => {
    const french = await cli(['doctor', '--lang', 'fr']);
    expect(french).toMatchObject({ code: 0, err: '' });
    expect(french.out).toContain(process.version);
    expect(french.out).not.toMatch(/installed|running/);
    expect((await cli(['doctor'])).out).not.toMatch(/installé|exécution/);
  });
});
