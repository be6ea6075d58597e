/** Set by the build; source runs (tests) say so. */
declare const __EPREUVE_VERSION__: string | undefined;

export const VERSION = typeof __EPREUVE_VERSION__ === 'string' ? __EPREUVE_VERSION__ : '0.0.0-source';
