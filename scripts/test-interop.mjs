// `npm run test:interop`: our engines against others, where the user has them. EPREUVE_CDA_KIT names the folder of the user's
// copy of ANS's CDA kit; EPREUVE_SAXON the jar of Saxon-HE (else Debian's). What is absent is skipped and said.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root, run } from './setup.mjs';

ensureBuilt();
const { EPREUVE_CDA_KIT: kit, EPREUVE_SAXON: saxon = '/usr/share/java/Saxon-HE.jar' } = process.env;
if (!kit) console.error('SKIPPED, not passed: EPREUVE_CDA_KIT is not set (folder of your copy of ANS’s CDA kit).');
else if (!existsSync(saxon)) console.error(`SKIPPED, not passed: control by Saxon-HE, absent from ${saxon}.`);
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const options = ['--experimental-vm-modules', '--no-warnings', jest, '--verbose', 'test/interop'];
process.exit(run(process.execPath, [...options, ...process.argv.slice(2)]));
