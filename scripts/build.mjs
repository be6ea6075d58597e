// Builds dist/: rule index, bundled command and library, compiled packs.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './setup.mjs';

const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const dist = join(root, 'dist');

function node(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Fonts of the PDF and PNG reports, with their licence: what a page looks like must not depend on the machine. */
function copyFonts() {
  const from = join(root, 'node_modules/dejavu-fonts-ttf');
  const to = join(dist, 'fonts');
  mkdirSync(to, { recursive: true });
  for (const font of ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold', 'DejaVuSansMono']) {
    copyFileSync(join(from, 'ttf', `${font}.ttf`), join(to, `${font}.ttf`));
  }
  copyFileSync(join(from, 'LICENSE'), join(to, 'LICENSE-DejaVu.txt'));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
node('generate-rule-index.mjs');

const entryPoints = { epreuve: join(root, 'src/cli/main.ts'), index: join(root, 'src/index.ts') };

await build({
  entryPoints,
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { __EPREUVE_VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
});
const command = join(dist, 'epreuve.js');
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`);
chmodSync(command, 0o755);

copyFonts();
node('build-fhir-base.mjs');
node('compile-packs.mjs');
node('generate-cda-xsd.mjs');
// For editors, beside the command.
cpSync(join(root, 'docs/schemas'), join(dist, 'schemas'), { recursive: true });
writeFileSync(join(dist, '.built'), `${version}\n`);
