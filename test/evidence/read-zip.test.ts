import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { findArchiveProblems, INDEX_FILE, INDEX_FILES, readZip, sha256, ZIP_LIMITS } from '../../src/evidence/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
let count = 0;

interface Part {
  readonly name: string;
  readonly text?: string;
  readonly mode?: number;
}

/** An archive of these files; names longer than the placeholder are put in afterwards, as no honest program would. */
async function zip(parts: readonly Part[], change: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<string> {
  const archive = new ZipFile();
  for (const { name, text = 'x', mode = 0o100644 } of parts) archive.addBuffer(Buffer.from(text), name, { mode });
  archive.end();
  const file = join(root, `${count++}.zip`);
  await pipeline(archive.outputStream, createWriteStream(file));
  writeFileSync(file, change(readFileSync(file)));
  return file;
}

/** The same name, in the directory and before the content, replaced by another of the same length. */
const renamed = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

const refusal = async (file: string, limits = ZIP_LIMITS) =>
  readZip(file, INDEX_FILES, limits).then(
    () => 'read',
    (error: { code?: string; data?: { reasonEn?: string } }) => `${error.code}: ${error.data?.reasonEn}`,
  );

test('every file is digested below the root folder, and the index is kept', async () => {
  const index = `${sha256('one')}  a/b.txt\n`;
  const content = await readZip(
    await zip([
      { name: 'd/a/b.txt', text: 'one' },
      { name: `d/${INDEX_FILE}`, text: index },
    ]),
    INDEX_FILES,
  );
  expect(Object.fromEntries(content.digests)).toMatchObject({ 'a/b.txt': sha256('one') });
  expect([...content.files.keys()]).toEqual([INDEX_FILE]);
  expect(findArchiveProblems(content)).toEqual([]);
});

test('what changed, was added or is gone is found', async () => {
  const lines = ['a.txt', 'gone.txt'].map((name) => `${sha256('one')}  ${name}\n`).join('');
  const parts = [{ name: 'd/a.txt', text: 'two' }, { name: 'd/new.txt' }, { name: `d/${INDEX_FILE}`, text: lines }];
  expect(findArchiveProblems(await readZip(await zip(parts), INDEX_FILES))).toEqual([
    { code: 'changed', path: 'a.txt' },
    { code: 'unlisted', path: 'new.txt' },
    { code: 'missing', path: 'gone.txt' },
  ]);
  const without = await readZip(await zip([{ name: 'd/a.txt' }]), INDEX_FILES);
  expect(findArchiveProblems(without)).toEqual([{ code: 'no-manifest', path: INDEX_FILE }]);
});

test.each<[string, readonly Part[], ((bytes: Buffer) => Buffer) | undefined]>([
  ['a name that leaves the folder', [{ name: 'd/AAAAA' }], renamed('d/AAAAA', '../../x')],
  ['a name that leaves it from inside', [{ name: 'd/aa/bbb' }], renamed('d/aa/bbb', 'd/../bbb')],
  ['an absolute name', [{ name: 'dAAAA' }], renamed('dAAAA', '/etc/')],
  ['a name of Windows', [{ name: 'd/AAAA' }], renamed('d/AAAA', 'C:\\aaa')],
  ['a name with a drive', [{ name: 'd/AAAA' }], renamed('d/AAAA', 'd/C:aa')],
  ['a control character', [{ name: 'd/AAAA' }], renamed('d/AAAA', 'd/a\n\na')],
  ['a file at the root', [{ name: 'a.txt' }], undefined],
  ['two root folders', [{ name: 'd/a' }, { name: 'e/a' }], undefined],
  ['two files of one name', [{ name: 'd/a' }, { name: 'd/b' }], renamed('d/b', 'd/a')],
  ['names that differ by case alone', [{ name: 'd/a' }, { name: 'd/A' }], undefined],
  ['a link', [{ name: 'd/a', text: '/etc/passwd', mode: 0o120777 }], undefined],
  ['a cut archive', [{ name: 'd/a', text: 'x'.repeat(500) }], (bytes) => bytes.subarray(0, bytes.length - 30)],
  ['no archive', [{ name: 'd/a' }], () => Buffer.from('%PDF-1.4 not an archive')],
  ['nothing', [{ name: 'd/a' }], () => Buffer.alloc(0)],
])('is refused: %s', async (_, parts, change) => {
  expect(await refusal(await zip(parts, change))).toMatch(/^zip-refused: \w/);
});

test('a content larger than the limits, or than it says, is refused before it is read', async () => {
  const big = [{ name: 'd/a', text: '0'.repeat(1_000_000) }];
  expect(await refusal(await zip(big), { ...ZIP_LIMITS, bytes: 999_999 })).toBe('zip-refused: content too large');
  expect(await refusal(await zip(big), { ...ZIP_LIMITS, bytes: 1_000_000 })).toBe('read');
  const index = [{ name: `d/${INDEX_FILE}`, text: '0'.repeat(1000) }];
  expect(await refusal(await zip(index), { ...ZIP_LIMITS, kept: 999 })).toBe('zip-refused: content too large');
  const many = [{ name: 'd/a' }, { name: 'd/b' }, { name: 'd/c' }];
  expect(await refusal(await zip(many), { ...ZIP_LIMITS, entries: 2 })).toBe('zip-refused: too many files');
  const lying = await zip(big, (bytes) => {
    // Sizes in the directory and before the content: a million becomes ten.
    const million = Buffer.alloc(4);
    million.writeUInt32LE(1_000_000);
    for (let at = bytes.indexOf(million); at >= 0; at = bytes.indexOf(million, at)) bytes.writeUInt32LE(10, at);
    return bytes;
  });
  expect(await refusal(lying)).toBe('zip-refused: unreadable or cut archive');
});

test('a byte changed anywhere is found, or harmless: never an unexpected error, never another content taken for good', async () => {
  const good = await zip([
    { name: 'd/a.txt', text: 'one' },
    { name: `d/${INDEX_FILE}`, text: `${sha256('one')}  a.txt\n` },
  ]);
  const bytes = readFileSync(good);
  const file = join(root, 'fuzzed.zip');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ by;
      writeFileSync(file, bent);
      const content = await readZip(file, INDEX_FILES).catch((error: { code?: string }) => error.code);
      if (typeof content !== 'object') return expect(content).toBe('zip-refused');
      if (findArchiveProblems(content).length > 0) return;
      expect([...content.digests.keys()].sort()).toEqual(['a.txt', INDEX_FILE]);
      expect(content.digests.get('a.txt')).toBe(sha256('one'));
    }),
    { numRuns: 300 },
  );
});
