// `npm test`: installs, builds, then runs Jest in ESM mode. Arguments go to Jest: `npm test -- field-required`.
import { join } from 'node:path';
import { ensureBuilt, root, run } from './setup.mjs';

ensureBuilt();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
process.exit(run(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)]));
