// `npm run test:interop`: our engines against others, where the user has them. EPREUVE_CDA_KIT names the folder of the user's
// copy of ANS's CDA kit; EPREUVE_SAXON the jar of Saxon-HE (else Debian's); a JDK is needed for both Java engines. What is
// absent is skipped and said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root, run } from './setup.mjs';

ensureBuilt();
const { EPREUVE_CDA_KIT: kit, EPREUVE_SAXON: saxon = '/usr/share/java/Saxon-HE.jar' } = process.env;
const hasJdk = spawnSync('javac', ['-version']).status === 0;
const skip = (what) => console.error(`SKIPPED, not passed: ${what}.`);
if (!hasJdk)
  skip('schema by Xerces and control by Saxon-HE, for want of a JDK (no javac; Debian: default-jdk-headless)');
if (!kit) skip('all that takes a kit: EPREUVE_CDA_KIT is not set (folder of your copy of ANS’s CDA kit)');
else if (!existsSync(join(kit, 'ExemplesCDA'))) skip(`all that takes a kit: no folder ExemplesCDA in ${kit}`);
else if (hasJdk && !existsSync(saxon)) skip(`control by Saxon-HE, absent from ${saxon} (Debian: libsaxonhe-java)`);
process.env.EPREUVE_INTEROP = '1';
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-')).map((name) => `test/interop/.*${name}`);
const options = [
  '--experimental-vm-modules',
  '--no-warnings',
  jest,
  '--verbose',
  ...args.filter((arg) => arg.startsWith('-')),
];
process.exit(run(process.execPath, [...options, ...(names.length > 0 ? names : ['test/interop'])]));
