// `npm run bench`: measures what ships. Bundles bench/ with the source the same way the build does, so that numbers are
// those of dist/, then prints tables with ratios against other libraries, a raw TLS echo and an empty Node.
// --quick shortens the rounds; --strict exits 1 when a budget is missed; --only hl7v2|trips|cda|fhir runs one part; --million
// makes the NDJSON file as long as the budget says.
import { join } from 'node:path';
import { ensureBuilt, root } from './setup.mjs';

ensureBuilt();
const { importSource } = await import('./source-module.mjs');
const { bench } = await importSource('bench/main.ts');
const quick = process.argv.includes('--quick');
const only = process.argv[process.argv.indexOf('--only') + 1];
const kept = await bench(join(root, 'dist', 'epreuve.js'), {
  rounds: quick ? { rounds: 3, roundMs: 80, warmUpMs: 800 } : { rounds: 9, roundMs: 250, warmUpMs: 1500 },
  observations: process.argv.includes('--million') ? 1_000_000 : quick ? 10_000 : 100_000,
  ...(['hl7v2', 'trips', 'cda', 'fhir'].includes(only) && { only }),
});
if (!kept) console.error('A budget was missed. Mind the load of the machine: compare the ratios.');
process.exitCode = !kept && process.argv.includes('--strict') ? 1 : 0;
