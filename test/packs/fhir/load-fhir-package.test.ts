import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { loadFhirPackage, readTarGz } from '../../../src/packs/index.js';

interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly type?: string;
}

/** A ustar archive, as npm makes them. */
function tar(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = '', type = '0' }) => {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const profile = JSON.stringify({
  resourceType: 'StructureDefinition',
  url: 'https://epreuve.example/StructureDefinition/p',
  name: 'P',
  type: 'Observation',
  kind: 'resource',
  derivation: 'constraint',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/bodyweight',
  differential: { element: [{ id: 'Observation.method', path: 'Observation.method', min: 1 }] },
});
const manifest = JSON.stringify({ name: 'epreuve.example', version: '1.2.3', author: 'us' });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'epreuve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reasonOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (isEpreuveError(error)) return `${error.code} ${error.data.reasonEn ?? ''}`.trim();
    throw error;
  }
  return 'none';
}

test('a .tgz and a folder give the same pack, snapshots made where they are missing', async () => {
  const file = join(folder, 'p.tgz');
  await writeFile(
    file,
    gzipSync(
      tar([
        { path: 'package/package.json', text: manifest },
        { path: 'package/StructureDefinition-p.json', text: profile },
        { path: 'package/.index.json', text: 'not json' },
        { path: 'package/example/x.json', text: 'not json' },
      ]),
    ),
  );
  await mkdir(join(folder, 'p/package'), { recursive: true });
  await writeFile(join(folder, 'p/package/package.json'), manifest);
  await writeFile(join(folder, 'p/package/StructureDefinition-p.json'), profile);
  const [archive, plain] = [await loadFhirPackage(file), await loadFhirPackage(join(folder, 'p'))];
  expect(archive.reference).toMatchObject({ id: 'epreuve.example', version: '1.2.3', trust: 'project' });
  expect(archive.fhir).toEqual(plain.fhir);
  const elements = archive.fhir?.structures['https://epreuve.example/StructureDefinition/p']?.snapshot?.element ?? [];
  expect(elements.find(({ id }) => id === 'Observation.method')?.min).toBe(1);
  expect(elements.length).toBeGreaterThan(60);
});

test('links in a folder are not followed', async () => {
  const inside = join(folder, 'linked');
  await mkdir(inside);
  await symlink(join(folder, 'p/package/StructureDefinition-p.json'), join(inside, 'a.json'));
  expect(await reasonOf(() => loadFhirPackage(inside))).toBe('fhir-package-invalid no FHIR definition');
});

test.each([
  [{ path: '../evil.json' }, 'a path leaves the archive'],
  [{ path: 'package/../../evil.json' }, 'a path leaves the archive'],
  [{ path: '/etc/evil.json' }, 'a path leaves the archive'],
  [{ path: 'package\\..\\evil.json' }, 'a path leaves the archive'],
  [{ path: 'package/link', type: '2' }, 'links and special files are refused'],
  [{ path: 'package/hard', type: '1' }, 'links and special files are refused'],
  [{ path: 'package/device', type: '3' }, 'links and special files are refused'],
] as const)('%j is refused', async (entry, reason) => {
  expect(await reasonOf(() => [...readTarGz('x.tgz', gzipSync(tar([entry])))])).toBe(`fhir-package-invalid ${reason}`);
});

test('archives above the limits, cut or damaged are refused', async () => {
  const good = tar([{ path: 'package/a.json', text: '{}' }]);
  const limits = { maxBytes: 100_000, maxFiles: 2 };
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  expect(await reasonOf(() => [...readTarGz('x', bomb, limits)])).toContain('more than 100000 bytes');
  const many = tar([1, 2, 3].map((name) => ({ path: `${name}` })));
  expect(await reasonOf(() => [...readTarGz('x', gzipSync(many), limits)])).toContain('more than 2 files');
  expect(await reasonOf(() => [...readTarGz('x', gzipSync(good.subarray(0, 513)))])).toContain('cut short');
  expect(await reasonOf(() => [...readTarGz('x', Buffer.from('no'))])).toContain('not a readable gzip');
  const damaged = Buffer.from(good);
  damaged[3] = 65;
  expect(await reasonOf(() => [...readTarGz('x', gzipSync(damaged))])).toContain('damaged tar header');
});

test('arbitrary archives give a package error at worst', () => {
  const good = tar([{ path: 'package/a.json', text: '{}' }]);
  fc.assert(
    fc.property(fc.nat(1600), fc.uint8Array({ maxLength: 30 }), (at, put) => {
      const bytes = Buffer.from(good);
      bytes.set(put, Math.min(at, bytes.length - put.length));
      try {
        for (const { path } of readTarGz('x', gzipSync(bytes))) expect(path).not.toContain('..');
      } catch (error) {
        if (!isEpreuveError(error, 'pack')) throw error;
      }
    }),
    { numRuns: 200 },
  );
});
