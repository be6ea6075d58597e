import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedItem, RunResult } from '../../src/core/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
/** Pseudonyms are the same each time: the test is. */
const environment = { EPREUVE_REDACTION_KEY: 'same verdict' };

/** `item rule outcome count` for every rule. */
function outcomes({ items }: RunResult): string[] {
  const told = ({ rules }: JudgedItem, index: number) =>
    rules.map((rule) => `${index} ${rule.ruleId} ${rule.outcome} ${rule.findings}`);
  return items.flatMap(told);
}

test.each(['hl7v2', 'cda-messages', 'fhir'])(
  'samples of %s: every rule comes to the same end on the copy',
  async (kind) => {
    const folder = join('samples', kind);
    const files = readdirSync(folder)
      .filter((name) => !name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name));
    const out = join(root, kind);
    expect(await cli(['redact', ...files, '--out', out], { environment })).toMatchObject({ code: 0 });
    const copies = readdirSync(out)
      .filter((name) => /^\d{4}\./.test(name))
      .sort()
      .map((name) => join(out, name));
    expect(copies).toHaveLength(files.length);
    const judge = async (paths: string[]): Promise<RunResult> =>
      JSON.parse((await cli(['check', ...paths, '--json'])).out);
    const [before, after] = [await judge(files), await judge(copies)];
    expect(before.items.length).toBeGreaterThan(20);
    expect(outcomes(after)).toEqual(outcomes(before));
  },
  60_000,
);

test('a demonstration run: same verdict, same outcomes, and the copy verifies', async () => {
  const [run, copy] = [join(root, 'run'), join(root, 'copy')];
  expect(await cli(['demo', '--out', run, '--quiet'])).toMatchObject({ code: 0 });
  expect(await cli(['redact', run, '--out', copy], { environment })).toMatchObject({ code: 0 });
  const read = (folder: string): RunResult => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  expect(read(copy).outcome).toBe(read(run).outcome);
  expect(read(copy).counts).toEqual(read(run).counts);
  expect(outcomes(read(copy))).toEqual(outcomes(read(run)));
  expect(await cli(['verify', copy])).toMatchObject({ code: 0 });
}, 60_000);
