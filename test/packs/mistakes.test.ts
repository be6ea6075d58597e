import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EpreuveError } from '../../src/core/index.js';
import { type PackMistake, packMistakesOf } from '../../src/packs/compile/index.js';
import { loadPack } from '../../src/packs/index.js';
import { OVERLAY, type PackFiles, removeFolders, writePack, writeRoot } from './pack-folder.js';

afterEach(removeFolders);

async function errorOf(path: string, roots?: readonly string[]): Promise<EpreuveError> {
  const error = await loadPack(path, roots ? { roots } : {}).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EpreuveError)) throw new Error(`an EpreuveError was expected, not ${String(error)}`);
  return error;
}

async function mistakesOf(files: PackFiles): Promise<string[]> {
  return packMistakesOf(await errorOf(await writePack(files))).map(show);
}

function show({ file, line, column, reason }: PackMistake): string {
  return `${file}:${line}:${column} ${reason.en}`;
}

const SEGMENT = 'id: PID\nfields:\n';

describe('a mistake in a pack folder', () => {
  it.each<[string, PackFiles, string[]]>([
    ['an unknown key', { 'pack.yaml': `${OVERLAY}severity: x\n` }, ['essai/pack.yaml:10:1 unknown key: severity']],
    [
      'two unknown keys',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, lenght: 3, tabel: "0001" }\n` },
      ['essai/segments/PID.yaml:3:14 unknown key: lenght', 'essai/segments/PID.yaml:3:25 unknown key: tabel'],
    ],
    [
      'a missing key',
      { 'pack.yaml': OVERLAY.replace('licence: MIT\n', '') },
      ['essai/pack.yaml:1:1 licence is missing'],
    ],
    [
      'a version that YAML reads as a number',
      { 'pack.yaml': OVERLAY.replace('"1.0"', '1.0') },
      ['essai/pack.yaml:2:1 version 1 is not a text'],
    ],
    [
      'a code that YAML reads as a number',
      { 'tables.yaml': '- id: T1\n  title: { fr: A, en: B }\n  kind: closed\n  codes:\n    01: { fr: A, en: B }\n' },
      ['essai/tables.yaml:5:5 the key 01 is not a text: YAML reads it as a number or a boolean'],
    ],
    [
      'a key written twice',
      { 'segments/PID.yaml': 'id: PID\nid: PID\n' },
      ['essai/segments/PID.yaml:2:1 this key is written twice'],
    ],
    [
      'an unknown usage',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, usage: M }\n` },
      ['essai/segments/PID.yaml:3:14 usage « M » is not one of the values allowed'],
    ],
    [
      'a bad cardinality',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, card: "2-3" }\n` },
      ['essai/segments/PID.yaml:3:14 card « 2-3 » does not have the expected form'],
    ],
    [
      'a maximum below the minimum',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, card: "1..0" }\n` },
      ['essai/segments/PID.yaml:3:14 in 1..0 the maximum is below the minimum'],
    ],
    [
      'an unknown table, type and rule',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, type: CY, table: "9999" }\n` },
      ['essai/segments/PID.yaml:3:14 unknown data type: CY', 'essai/segments/PID.yaml:3:24 unknown table: 9999'],
    ],
    [
      'a judgedBy that is no rule id',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, judgedBy: someone }\n` },
      ['essai/segments/PID.yaml:3:14 judgedBy « someone » does not have the expected form'],
    ],
    [
      'a new row that does not say enough',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 40, usage: O }\n` },
      ['essai/segments/PID.yaml:3:5 PID-40 is not in the base pack and does not say: name, type'],
    ],
    [
      'a position written twice',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, usage: O }\n  - { at: 3, usage: R }\n` },
      ['essai/segments/PID.yaml:4:5 PID-3 is written twice'],
    ],
    [
      'a file named after another segment',
      { 'segments/PV1.yaml': SEGMENT.replace('fields:\n', '') },
      ['essai/segments/PV1.yaml:1:1 PV1.yaml holds PID'],
    ],
    [
      'a bad predicate',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, predicate: { when: "PID-1" } }\n` },
      ['essai/segments/PID.yaml:3:25 predicate does not have the expected form'],
    ],
    [
      'a predicate about a field that does not exist',
      { 'segments/PID.yaml': `${SEGMENT}  - { at: 3, usage: C, predicate: { not: { valued: PID-99 } } }\n` },
      ['essai/segments/PID.yaml:3:35 unknown element: PID-99'],
    ],
    [
      'a bad grammar',
      { 'grammars.yaml': '- { id: X, text: "MSH {PID PV1" }\n' },
      ['essai/grammars.yaml:1:12 grammar X, character 5: group not closed "{"'],
    ],
    [
      'a grammar with an unknown segment',
      { 'grammars.yaml': '- { id: X, text: "MSH ZQQ" }\n' },
      ['essai/grammars.yaml:1:12 unknown segment: ZQQ'],
    ],
    [
      'an event that names what does not exist',
      {
        'events.yaml':
          '- { id: A99, title: { fr: A, en: B }, transaction: T, usage: R, structure: ADT_A99, cancelledBy: A98 }\n',
      },
      ['essai/events.yaml:1:65 unknown grammar: ADT_A99', 'essai/events.yaml:1:85 unknown event: A98'],
    ],
    [
      'a state that leads nowhere',
      {
        'encounter.yaml':
          'states:\n  - id: none\n    title: { fr: A, en: B }\n    next:\n      - { events: [A01], to: nowhere }\n',
      },
      ['essai/encounter.yaml:5:19 unknown event: A01', 'essai/encounter.yaml:5:26 unknown state: nowhere'],
    ],
    ['a file that nothing reads', { 'event.yaml': '[]\n' }, ['essai/event.yaml:1:1 nothing reads this file']],
    [
      'a base pack that does not exist',
      { 'pack.yaml': OVERLAY.replace('hl7v2-base@2.5', 'hl7v2-bace@2.5') },
      ['essai/pack.yaml:4:1 unknown base pack: hl7v2-bace@2.5'],
    ],
    [
      'a base pack given as a path',
      { 'pack.yaml': OVERLAY.replace('hl7v2-base@2.5', '../../etc') },
      ['essai/pack.yaml:4:1 extends « ../../etc » does not have the expected form'],
    ],
    [
      'a pattern that is no rule',
      { 'pack.yaml': `${OVERLAY}rules: ["PAM *"]\n` },
      ['essai/pack.yaml:10:9 rules « PAM * » does not have the expected form'],
    ],
    [
      'a text in one language',
      { 'pack.yaml': OVERLAY.replace('{ fr: Essai, en: Trial }', '{ fr: Essai }') },
      ['essai/pack.yaml:5:8 en is missing'],
    ],
  ])('is shown at its place: %s', async (_, files, expected) => {
    expect(await mistakesOf(files)).toEqual(expected);
  });

  it('is told with every other one, in both languages, with a remedy', async () => {
    const error = await errorOf(
      await writePack({
        'segments/PID.yaml': `${SEGMENT}  - { at: 3, usage: M }\n`,
        'grammars.yaml': '- { id: X, txt: MSH }\n',
      }),
    );
    expect(error.code).toBe('pack-invalid');
    const fr = error.describe('fr');
    const en = error.describe('en');
    expect(fr.text).toContain('essai/grammars.yaml, ligne 1');
    expect(fr.text).toContain('essai/segments/PID.yaml:3:14');
    expect(en.text).toContain('essai/segments/PID.yaml:3:14');
    expect(fr.text).not.toBe(en.text);
    for (const { text, hint } of [fr, en]) expect(`${text}${hint}`).not.toMatch(/\{\w+\}|undefined/);
    expect(packMistakesOf(error).every(({ reason, remedy }) => reason.fr && reason.en && remedy.fr && remedy.en)).toBe(
      true,
    );
  });

  it('is a loop of extends', async () => {
    const root = await writeRoot({
      one: { 'pack.yaml': OVERLAY.replace('essai', 'one').replace('hl7v2-base@2.5', 'two') },
      two: { 'pack.yaml': OVERLAY.replace('essai', 'two').replace('hl7v2-base@2.5', 'one') },
    });
    const error = await errorOf('one', [root]);
    expect(packMistakesOf(error).map(show)).toEqual([
      'two/pack.yaml:1:1 extends goes round in a circle: one → two → one',
    ]);
  });

  it('is a link out of the folder: its target is not read', async () => {
    const folder = await writePack({});
    const outside = join(folder, '..', 'secret.txt');
    await writeFile(outside, 'secret: value\n');
    await symlink(outside, join(folder, 'tables.yaml'));
    const error = await errorOf(folder);
    expect(packMistakesOf(error).map(show)).toEqual([
      'essai/tables.yaml:1:1 this is not a plain file of reasonable size',
    ]);
    expect(JSON.stringify(error.data)).not.toContain('secret');
  });

  it('is an alias bomb', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level++) {
      const name = String.fromCharCode(97 + level);
      const inner = `*${String.fromCharCode(96 + level)}`;
      lines.push(`${name}: &${name} [${Array(10).fill(inner).join(', ')}]`);
    }
    const error = await errorOf(await writePack({ 'pairs.yaml': `${lines.join('\n')}\n` }));
    expect(error.code).toBe('pack-invalid');
  });
});

describe('a pack that is not there', () => {
  it.each(['nowhere', 'ihe-pam-fr@9.9', './nowhere', '../../etc/passwd', 'a@b@c', ''])('%s', async (name) => {
    const error = await errorOf(name);
    expect(error.code).toBe('pack-not-found');
    expect(error.describe('en').hint).toContain('hl7v2-base@2.5');
  });
});
