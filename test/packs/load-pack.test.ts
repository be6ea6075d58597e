import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  digestOf,
  listPacks,
  loadPack,
  readCompiledPack,
  writeCompiledPack,
} from '../../src/packs/index.js';
import { OVERLAY, removeFolders, writePack, writeRoot } from './pack-folder.js';

afterEach(removeFolders);

describe('an overlay', () => {
  it('keeps what it does not give, replaces what it gives, takes away what it nulls', async () => {
    const pack = await loadPack(
      await writePack({
        'pack.yaml': `${OVERLAY}rules: ["!hl7v2/field-length"]\nseverities: { hl7v2/structure: warning }\nparameters: { a: 1 }\n`,
        'segments/PID.yaml':
          'id: PID\nspec: { standard: S, section: "1" }\nfields:\n  - { at: 8, usage: R }\n  - { at: 3, length: null }\n  - { at: 40, name: { fr: F, en: E }, type: ST, usage: X }\n',
        'tables.yaml': '- { id: "0001", title: { fr: F, en: E }, kind: closed, codes: { M: { fr: F, en: E } } }\n',
      }),
    );
    const base = await loadPack('hl7v2-base@2.5');
    const fields = pack.hl7v2?.segments.PID?.fields ?? [];
    expect(fields[8]).toEqual({
      ...base.hl7v2?.segments.PID?.fields[8],
      pack: 'essai',
      trust: 'project',
      spec: { standard: 'S', section: '1' },
      usage: 'R',
      min: 1,
    });
    expect(fields[3]?.length).toBeUndefined();
    expect(fields[3]?.max).toBeNull();
    expect(fields[40]).toMatchObject({ id: 'PID-40', usage: 'X', min: 0, max: 0 });
    expect(fields[5]).toBe(base.hl7v2?.segments.PID?.fields[5]);
    expect(Object.keys(pack.hl7v2?.tables['0001']?.codes ?? {})).toEqual(['M']);
    expect(pack.rules).toEqual(['hl7v2/*', '!hl7v2/field-length']);
    expect(pack.severities).toEqual({ 'hl7v2/structure': 'warning' });
    expect(pack.parameters).toEqual({ a: 1 });
    expect(pack.lineage.map(({ id }) => id)).toEqual(['hl7v2-base', 'essai']);
  });

  it('leaves its base untouched', async () => {
    const before = digestOf(await loadPack('hl7v2-base@2.5'));
    await loadPack(await writePack({ 'segments/PID.yaml': 'id: PID\nfields:\n  - { at: 8, usage: R }\n' }));
    expect(digestOf(await loadPack('hl7v2-base@2.5'))).toBe(before);
  });

  it('may extend another overlay of its root', async () => {
    const root = await writeRoot({
      first: { 'pack.yaml': `${OVERLAY.replace('essai', 'first')}parameters: { a: 1, b: 1 }\n` },
      second: {
        'pack.yaml': `${OVERLAY.replace('essai', 'second').replace('hl7v2-base@2.5', 'first@1.0')}parameters: { b: 2 }\n`,
      },
    });
    const pack = await loadPack('second', { roots: [root] });
    expect(pack.parameters).toEqual({ a: 1, b: 2 });
    expect(pack.lineage.map(({ id }) => id)).toEqual(['hl7v2-base', 'first', 'second']);
  });

  it('is shown in docs: the example compiles over the French pack', async () => {
    const pack = await loadPack('./docs/examples/overlay-pack');
    expect(pack.lineage.map(({ id }) => id)).toEqual(['hl7v2-base', 'ihe-pam', 'ihe-pam-fr', 'exemple-hopital']);
    expect(pack.hl7v2?.segments.MSH?.fields[19]).toMatchObject({ fixed: 'FR', pack: 'exemple-hopital' });
  });
});

describe('the digest', () => {
  const row = (text: string) => ({
    'segments/PID.yaml': `id: PID\nfields:\n  - { at: 8, name: { fr: ${text}, en: B } }\n`,
  });

  it('depends on the rows, not on comments or the order of keys', async () => {
    const [one, same, other] = await Promise.all([
      loadPack(await writePack(row('A'))),
      loadPack(
        await writePack({ 'segments/PID.yaml': '# note\nfields:\n- name: { en: B, fr: A }\n  at: 8\nid: PID\n' }),
      ),
      loadPack(await writePack(row('C'))),
    ]);
    expect(one.reference.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(same.reference.digest).toBe(one.reference.digest);
    expect(other.reference.digest).not.toBe(one.reference.digest);
  });

  it('is that of the pack compiled ahead', async () => {
    const pack = await loadPack('pam-dmn');
    const read = readCompiledPack(writeCompiledPack(pack));
    expect(canonicalJson(read)).toBe(canonicalJson(pack));
    expect(digestOf(read)).toBe(pack.reference.digest);
    expect(read.hl7v2?.segments.PID?.fields[0]).toBeUndefined();
  });
});

describe('built-in packs', () => {
  it('are listed with their versions', async () => {
    const packs = await listPacks();
    expect(packs.map(({ id, version }) => `${id}@${version}`)).toEqual(
      expect.arrayContaining([
        'hl7v2-base@2.3.1',
        'hl7v2-base@2.5',
        'hl7v2-base@2.5.1',
        'ihe-pam@20',
        'ihe-pam-fr@2.11',
        'pam-dmn@2.11',
      ]),
    );
  });

  it('all compile under the folder of their id', async () => {
    for (const { id, version } of await listPacks()) {
      const pack = await loadPack(`${id}@${version}`);
      expect(pack.reference).toMatchObject({ id, version });
    }
  });

  it('are compiled once', async () => {
    expect(await loadPack('pam-dmn')).toBe(await loadPack('pam-dmn'));
    expect(Object.is(await loadPack('ihe-pam-fr'), await loadPack('ihe-pam-fr@2.11'))).toBe(true);
  });

  it('need neither yaml nor zod where they are compiled ahead', () => {
    const folder = join(process.cwd(), 'src/packs');
    const names = [
      'index',
      'load-pack',
      'list-packs',
      'compiled-json',
      'choose-pack',
      'digest',
      'grammar',
      'ids',
      'roots',
      'types',
    ];
    for (const name of names) {
      const imports =
        readFileSync(join(folder, `${name}.ts`), 'utf8').match(/^(?:import|export) .*from '[^']+'/gms) ?? [];
      expect(
        imports.filter((line) => /'(?:yaml|zod)'|compile\//.test(line) && !line.startsWith('import type')),
      ).toEqual([]);
    }
  });
});

describe('pam-dmn', () => {
  it('is the French pack with its tolerances', async () => {
    const [strict, tolerant] = await Promise.all([loadPack('ihe-pam-fr'), loadPack('pam-dmn')]);
    expect(tolerant.hl7v2).toEqual(strict.hl7v2);
    expect(tolerant.lowerFrenchWhenUndeclared).toBe(true);
    expect(strict.lowerFrenchWhenUndeclared).toBe(false);
    expect(tolerant.severities['PAM-ZBE-3']).toBe('warning');
    expect(tolerant.rules).toContain('!PAM-PID-3-X');
  });
});
