import type { CdaContext } from './context.js';

/** Pack parameter `destination: dmp`: the documents go to the DMP or Mon espace santé, which ask for more. */
export function goesToDmp({ pack }: CdaContext): boolean {
  return pack.parameters.destination === 'dmp';
}

/** Pack parameter `expectedIns`: `production`, `test` or `any`, the default. The same word as for HL7 v2. */
export function expectedIns({ pack }: CdaContext): string {
  const word = pack.parameters.expectedIns;
  return typeof word === 'string' ? word : 'any';
}
