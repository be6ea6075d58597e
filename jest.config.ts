/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Tests run from bundles made anew for each run: see scripts/bundle-tests.mjs. */
export default async (): Promise<Config> => {
  const { bundleTests } = await import('./scripts/bundle-tests.mjs');
  return {
    testEnvironment: 'node',
    roots: [await bundleTests()],
    testMatch: ['**/*.test.js'],
    transform: { '\\.js$': '<rootDir>/scripts/jest-source-map.cjs' },
    testTimeout: 60_000,
    maxWorkers: '100%',
  };
};
