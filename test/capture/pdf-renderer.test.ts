import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPdfRenderer } from '../../src/capture/pdf-renderer.js';
import { isPicture } from '../../src/core/index.js';
import { temporaryFolder } from '../support/folders.js';

const folder = temporaryFolder();
const isInstalled = spawnSync('pdftoppm', ['-v']).error === undefined;
const installed = isInstalled ? test : test.skip;

/** A program that pretends to be pdftoppm and then does this. */
function pretender(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nif [ "$1" = "-v" ]; then echo "pdftoppm version 1.0" >&2; exit 0; fi\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

installed('draws the first page', async () => {
  const renderer = await findPdfRenderer();
  const png = await renderer?.firstPage(readFileSync('samples/cda-pdf/ldl-ses.pdf'));
  expect(renderer?.name).toMatch(/^pdftoppm \d/);
  expect(png && isPicture(png, 'image/png')).toBe(true);
});

installed('what is no PDF gives nothing', async () => {
  const renderer = await findPdfRenderer();
  expect(await renderer?.firstPage(Buffer.from('%PDF-1.4 nothing'))).toBeUndefined();
});

test('no renderer, no error', async () => {
  expect(await findPdfRenderer(join(folder, 'absent'))).toBeUndefined();
});

test.each([
  ['fails', 'exit 3'],
  ['says something else than a PNG', 'echo hello'],
  ['says too much', 'head -c 20000000 /dev/zero'],
  ['does not read its input', 'exec 0<&-; sleep 0.1'],
])('a renderer that %s gives nothing', async (name, script) => {
  const renderer = await findPdfRenderer(pretender(name.replaceAll(' ', '-'), script));
  expect(renderer?.name).toBe('pdftoppm 1.0');
  expect(await renderer?.firstPage(Buffer.alloc(100_000))).toBeUndefined();
});
