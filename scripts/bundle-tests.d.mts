/** Bundles every test below test/. Returns the folder of the bundles. */
export function bundleTests(): Promise<string>;
