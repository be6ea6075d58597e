// `npm start`: installs, builds, then runs epreuve with the arguments given (the guided demo by default).
import { join } from 'node:path';
import { ensureBuilt, root, run } from './setup.mjs';

ensureBuilt();
process.exit(
  run(process.execPath, [join(root, 'dist', 'epreuve.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
);
