import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fromBuffer } from 'yauzl';
import { isEpreuveError } from '../../src/core/index.js';
import {
  type FileWriter,
  findIndexProblems,
  INDEX_FILE,
  indexOfFolder,
  stageFolder,
} from '../../src/evidence/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const marker = 'mark.json';

/** Fails like a full disk at the n-th file. */
function fullDisk(nth: number): FileWriter {
  let count = 0;
  const tick = () => {
    count += 1;
    if (count >= nth) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  return {
    write: (path, bytes) => {
      tick();
      writeFileSync(path, bytes);
    },
    copy: (from, to) => {
      tick();
      copyFileSync(from, to);
    },
    open: (path) => createWriteStream(path),
  };
}

/** A file on a disk with room for so many bytes. */
function smallDisk(path: string, room: number): Writable {
  const file = createWriteStream(path);
  let left = room;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const fitting = chunk.subarray(0, left);
      left -= fitting.length;
      file.write(fitting, () =>
        fitting.length === chunk.length
          ? done()
          : done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
      );
    },
    destroy(error, done) {
      file.destroy();
      file.once('close', () => done(error));
    },
    final(done) {
      file.end(done);
    },
  });
}

const fill = (text: string) => async (stage: { write(path: string, bytes: string): void }) => {
  stage.write(marker, '{}');
  stage.write('a/b.txt', text);
  stage.write('c.png', 'x');
};

function namesIn(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: false }, (error, file) => {
      if (!file) return reject(error);
      const names: string[] = [];
      file.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName));
      file.on('end', () => resolve(names));
    });
  });
}

describe('a folder made beside its place', () => {
  test('is there whole with its archive, and takes the place of an earlier one', async () => {
    await stageFolder(at('x'), fill('one'), { marker, archive: at('x.zip') });
    expect(await namesIn(readFileSync(at('x.zip')))).toEqual(['x/a/b.txt', 'x/c.png', 'x/mark.json']);
    await stageFolder(at('x'), fill('two'), { marker, archive: at('x.zip') });
    expect(readFileSync(at('x', 'a', 'b.txt'), 'utf8')).toBe('two');
    expect(readdirSync(root).sort()).toEqual(['x', 'x.zip']);
  });

  test('gives the same archive for the same files', async () => {
    await stageFolder(at('same'), fill('one'), { marker, archive: at('one.zip') });
    const first = readFileSync(at('one.zip'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await stageFolder(at('same'), fill('one'), { marker, archive: at('one.zip') });
    expect(readFileSync(at('one.zip'))).toEqual(first);
  });

  test.each([1, 2, 3])(
    'on a full disk at file %i: a clear error, what stood there untouched, nothing left over',
    async (nth) => {
      await stageFolder(at('full'), fill('before'), { marker, archive: at('full.zip') });
      const archive = readFileSync(at('full.zip'));
      const names = readdirSync(root).sort();
      await expect(
        stageFolder(at('full'), fill('after'), { marker, archive: at('full.zip'), writer: fullDisk(nth) }),
      ).rejects.toMatchObject({ code: 'folder-unwritable', data: { reason: 'ENOSPC' } });
      expect(readFileSync(at('full', 'a', 'b.txt'), 'utf8')).toBe('before');
      expect(readFileSync(at('full.zip'))).toEqual(archive);
      expect(readdirSync(root).sort()).toEqual(names);
    },
  );

  test.each([0, 30, 100])(
    'on a disk that is full after %i bytes of the archive: named with its file and a remedy, nothing half written',
    async (room) => {
      await stageFolder(at('zipped'), fill('before'), { marker, archive: at('zipped.zip') });
      const archive = readFileSync(at('zipped.zip'));
      const names = readdirSync(root).sort();
      const writer: FileWriter = {
        write: (path, bytes) => writeFileSync(path, bytes),
        copy: (from, to) => copyFileSync(from, to),
        open: (path) => smallDisk(path, room),
      };
      const failing = stageFolder(at('zipped'), fill('after'), { marker, archive: at('zipped.zip'), writer });
      const error = await failing.then(
        () => undefined,
        (cause: unknown) => cause,
      );
      expect(error).toMatchObject({
        code: 'file-unwritable',
        data: { file: at('zipped.zip'), reason: 'ENOSPC' },
      });
      if (!isEpreuveError(error)) throw new Error('ours expected');
      for (const language of ['fr', 'en'] as const) {
        const { text, hint } = error.describe(language);
        expect(text).toContain(at('zipped.zip'));
        expect(hint).toContain('--out');
      }
      expect(readFileSync(at('zipped.zip'))).toEqual(archive);
      expect(readFileSync(at('zipped', 'a', 'b.txt'), 'utf8')).toBe('before');
      expect(readdirSync(root).sort()).toEqual(names);
    },
  );

  test('an archive is not written over a folder of its name, and nothing else is touched', async () => {
    mkdirSync(at('taken.zip'));
    await expect(stageFolder(at('taken'), fill('x'), { marker, archive: at('taken.zip') })).rejects.toMatchObject({
      code: 'folder-in-use',
    });
    expect(existsSync(at('taken'))).toBe(false);
  });

  test('never takes the place of a folder of something else', async () => {
    mkdirSync(at('mine'));
    writeFileSync(at('mine', 'thesis.txt'), 'years of work');
    await expect(stageFolder(at('mine'), fill('x'), { marker })).rejects.toMatchObject({ code: 'folder-in-use' });
    expect(readdirSync(at('mine'))).toEqual(['thesis.txt']);
  });

  test('cannot be made where nothing can be written', async () => {
    writeFileSync(at('file'), '');
    await expect(stageFolder(at('file', 'x'), fill('x'), { marker })).rejects.toMatchObject({
      code: 'folder-unwritable',
    });
  });

  test('takes no file outside itself', async () => {
    const leave = async (stage: { write(path: string, bytes: string): void }) => stage.write('../out.txt', 'x');
    await expect(stageFolder(at('jail'), leave, { marker })).rejects.toMatchObject({ code: 'defect' });
    expect(existsSync(at('out.txt'))).toBe(false);
    expect(existsSync(at('jail'))).toBe(false);
  });
});

describe('the index of a folder', () => {
  const make = (name: string) => {
    mkdirSync(at(name, 'a'), { recursive: true });
    writeFileSync(at(name, 'a', 'é.txt'), 'one');
    writeFileSync(at(name, 'b.txt'), 'two');
    writeFileSync(at(name, INDEX_FILE), indexOfFolder(at(name)));
    return at(name);
  };

  test('finds nothing in a folder as it was, in the form of sha256sum', () => {
    const folder = make('index');
    expect(findIndexProblems(folder)).toEqual([]);
    expect(readFileSync(join(folder, INDEX_FILE), 'utf8')).toMatch(
      /^[0-9a-f]{64} {2}a\/é\.txt\n[0-9a-f]{64} {2}b\.txt\n$/,
    );
  });

  test('finds every change', async () => {
    const folder = make('bent');
    const { rmSync } = await import('node:fs');
    writeFileSync(join(folder, 'b.txt'), 'twO');
    writeFileSync(join(folder, 'c.txt'), 'new');
    rmSync(join(folder, 'a', 'é.txt'));
    expect(findIndexProblems(folder)).toEqual([
      { code: 'changed', path: 'b.txt' },
      { code: 'unlisted', path: 'c.txt' },
      { code: 'missing', path: 'a/é.txt' },
    ]);
    writeFileSync(join(folder, INDEX_FILE), 'garbage');
    expect(findIndexProblems(folder)).toEqual([{ code: 'no-manifest', path: INDEX_FILE }]);
  });
});
