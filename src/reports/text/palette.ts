import pc from 'picocolors';
import type { Outcome, Severity } from '../../core/index.js';

type Paint = (text: string) => string;

export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly fault: Paint;
  readonly outcome: Readonly<Record<Outcome, Paint>>;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

/** Colours for a terminal, or functions that change nothing. `cantTell` is never green. */
export function paletteFor(colour: boolean): Palette {
  const { bold, dim, red, green, yellow, magenta, cyan } = pc.createColors(colour);
  const strong =
    (paint: Paint): Paint =>
    (text) =>
      bold(paint(text));
  return {
    bold,
    dim,
    fault: red,
    outcome: { passed: green, failed: strong(red), cantTell: strong(magenta), inapplicable: dim, untested: dim },
    severity: { fatal: strong(red), error: red, warning: yellow, information: cyan },
  };
}
