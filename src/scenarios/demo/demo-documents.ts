import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GamDocument } from '../../actors/index.js';
import { makeError, systemCode } from '../../core/index.js';
import { builtInPlaces } from '../../packs/roots.js';

type Half = 'level1' | 'level3';

const CODE = { code: '11490-0', label: 'Lettre de liaison à la sortie', system: 'LN' } as const;

/**
 * Discharge letters of the demo, from the synthetic pair `samples/cda-pairs/ldl-ses-valid`: its first version, and a
 * second one that replaces both halves. Throws `file-not-found` when the samples did not come with the program.
 */
export function demoLetters(): { readonly first: readonly GamDocument[]; readonly second: readonly GamDocument[] } {
  const texts = { level1: sample('level1'), level3: sample('level3') };
  const ids = { level1: ownId(texts.level1), level3: ownId(texts.level3) };
  const halves: readonly Half[] = ['level1', 'level3'];
  const first = halves.map((half): GamDocument => ({ ...CODE, bytes: toBytes(texts[half]), id: ids[half] }));
  const second = halves.map((half): GamDocument => {
    const text = secondVersion(texts[half], half, ids);
    return { ...CODE, bytes: toBytes(text), id: `${ids[half]}.2`, replaces: ids[half] };
  });
  return { first, second };
}

/** Same sex and month of birth as the official test patient; the rest of the matricule is nobody's. */
const OTHER_INS = '279039999999971';

/** The same letters about another person, under other ids: what a sender must never do. */
export function aboutSomeoneElse(letters: readonly GamDocument[]): GamDocument[] {
  return letters.map((letter) => {
    const text = Buffer.from(letter.bytes).toString('utf8').replaceAll('279035121518989', OTHER_INS);
    const changed = letters.reduce((before, { id }) => before.replaceAll(`"${id}"`, `"${id}.9"`), text);
    return { ...letter, bytes: toBytes(changed), id: `${letter.id}.9` };
  });
}

/** Own id and version, RPLC to the first version of the same level; the level 3 names the new level 1. */
function secondVersion(text: string, half: Half, ids: Readonly<Record<Half, string>>): string {
  const links =
    half === 'level1' ? [link('RPLC', ids.level1)] : [link('XFRM', `${ids.level1}.2`), link('RPLC', ids.level3)];
  return text
    .replace(/<relatedDocument[\s\S]*?<\/relatedDocument>\s*/, '')
    .replace(idOf(ids[half]), idOf(`${ids[half]}.2`))
    .replace('<versionNumber value="1"/>', '<versionNumber value="2"/>')
    .replace('  <componentOf>', `  ${links.join('\n  ')}\n  <componentOf>`);
}

const idOf = (root: string) => `<id root="${root}"/>`;
const toBytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

function link(typeCode: string, root: string): string {
  return `<relatedDocument typeCode="${typeCode}">\n    <parentDocument>\n      ${idOf(root)}\n    </parentDocument>\n  </relatedDocument>`;
}

function ownId(text: string): string {
  const id = /<id root="(1\.2\.250\.1\.999[^"]*)"\/>/.exec(text)?.[1];
  if (id === undefined) throw makeError('defect', { reason: 'a sample without id' });
  return id;
}

function sample(half: Half): string {
  const file = join(dirname(builtInPlaces().profiles), 'samples', 'cda-pairs', 'ldl-ses-valid', `${half}.xml`);
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw makeError('file-not-found', { file, reason: systemCode(cause) }, { cause });
  }
}
