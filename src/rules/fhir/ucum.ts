import { createRequire } from 'node:module';

interface UcumUtils {
  validateUnitString(
    code: string,
    suggest?: boolean,
  ): {
    readonly status: 'valid' | 'invalid' | 'error';
    readonly ucumCode: string | null;
    readonly suggestions?: readonly { readonly units: readonly (readonly string[])[] }[];
  };
  convertUnitTo(
    from: string,
    value: number,
    to: string,
    options?: { readonly molecularWeight?: number },
  ): { readonly status: 'succeeded' | 'failed' | 'error'; readonly toVal: number | null };
}

let utils: UcumUtils | undefined;

/** Loaded when the first unit is asked about: 50 ms and 10 MB that most runs do not need. */
function ucum(): UcumUtils {
  if (!utils) {
    const library = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as {
      readonly UcumLhcUtils: { getInstance(): UcumUtils };
    };
    utils = library.UcumLhcUtils.getInstance();
  }
  return utils;
}

const valid = new Map<string, boolean>();
/** Units of real documents are a few dozen; the rest is not remembered. */
const MAX_REMEMBERED = 1000;
/** A longer text is no unit, and parsing one costs time. */
const MAX_LENGTH = 100;

/** True for a unit of UCUM, written with its case-sensitive symbols: `mm[Hg]`, `/min`, `1/(24.h)`. */
export function isUcumUnit(code: string): boolean {
  const before = valid.get(code);
  if (before !== undefined) return before;
  // The library trims what surrounds a unit; UCUM has no blanks in it.
  const found = code.length <= MAX_LENGTH && !/\s/.test(code) && ucum().validateUnitString(code).status === 'valid';
  if (valid.size < MAX_REMEMBERED) valid.set(code, found);
  return found;
}

/**
 * A value in another unit; undefined when the units measure different things or one is unknown.
 * `molecularWeight` (g/mol) lets mass and amount of substance meet: 180.156 for glucose.
 */
export function convertUcum(value: number, from: string, to: string, molecularWeight?: number): number | undefined {
  if (from.length > MAX_LENGTH || to.length > MAX_LENGTH) return undefined;
  const { status, toVal } = ucum().convertUnitTo(
    from,
    value,
    to,
    molecularWeight === undefined ? {} : { molecularWeight },
  );
  return status === 'succeeded' && toVal !== null ? toVal : undefined;
}

/** True when both are units of the same kind of quantity. */
export function areComparableUnits(left: string, right: string): boolean {
  return left === right ? isUcumUnit(left) : convertUcum(1, left, right) !== undefined;
}
