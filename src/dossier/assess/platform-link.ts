import type { Dossier } from '../description/read-dossier.js';
import type { Referential } from '../referential/types.js';

/** A permanent link, and the platform its address names. */
export interface PlatformLink {
  readonly url: string;
  /** `unknown`: neither of the addresses the dossier knows. */
  readonly platform: 'preview' | 'referencement' | 'unknown';
  readonly secure: boolean;
  /** True when it may take the word "preparation" off the page: the preview platform proves nothing. */
  readonly proves: boolean;
}

export function readPlatformLink(url: string, { platforms }: Dossier, referential: Referential): PlatformLink {
  const { host, protocol } = new URL(url);
  const platform = referential.platforms.find(({ id, address }) => hostOf(platforms?.[id] ?? address) === host)?.id;
  const secure = protocol === 'https:';
  return { url, platform: platform ?? 'unknown', secure, proves: secure && platform !== 'preview' };
}

function hostOf(address: string): string {
  return new URL(address).host;
}
