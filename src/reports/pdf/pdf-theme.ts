import type { Severity } from '../../core/index.js';
import type { Tone } from '../verdict.js';

/** Colours of the HTML report's light theme, which test/reports/html.test.ts keeps readable. */
export const INK = '#1c2126';
export const SOFT = '#59626d';
export const LINE = '#d9dcd8';
export const CODE_GROUND = '#f3f4f2';
export const MARK = '#ffdcd6';
export const ACCENT = '#0b5d66';

/** Ink and ground of what came to one end. */
export interface Ink {
  readonly ink: string;
  readonly ground: string;
}

const QUIET: Ink = { ink: '#5d6670', ground: '#eff0ef' };
const FAILED: Ink = { ink: '#b3261e', ground: '#fbecea' };
const WARNING: Ink = { ink: '#8a5a00', ground: '#fbf2de' };

export const TONE_INKS: Readonly<Record<Tone, Ink>> = {
  passed: { ink: '#1b7a48', ground: '#e9f4ee' },
  failed: FAILED,
  warning: WARNING,
  cantTell: { ink: '#6f42b5', ground: '#f2ecfa' },
  planned: QUIET,
  suppressed: QUIET,
  inapplicable: QUIET,
  untested: QUIET,
};

export const SEVERITY_INKS: Readonly<Record<Severity, Ink>> = {
  fatal: FAILED,
  error: FAILED,
  warning: WARNING,
  information: { ink: '#1f5fae', ground: '#eaf1fa' },
};

/** Points. */
export const SIZE = { title: 20, verdict: 17, heading: 14, subheading: 11, body: 9.5, small: 8, code: 8 } as const;
export const MARGIN = { top: 54, bottom: 64, left: 54, right: 54 } as const;
export const GAP = 8;
