/** The five separators of a message; MSH-1 and MSH-2 declare them (HL7 2.5 §2.5.4). */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  /** Empty when MSH-2 declares fewer than three characters. */
  readonly escape: string;
  readonly subcomponent: string;
}

export const STANDARD_DELIMITERS: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/**
 * Reads MSH-1 and MSH-2 from the start of a header segment. Characters that MSH-2 leaves out stay empty: nothing is
 * then split on them, since the sender did not say it uses them.
 */
export function readDelimiters(header: string): Delimiters {
  const field = header[3] ?? '|';
  const end = header.indexOf(field, 4);
  const encoding = header.slice(4, end < 0 ? undefined : end);
  return {
    field,
    component: encoding[0] ?? '',
    repetition: encoding[1] ?? '',
    escape: encoding[2] ?? '',
    subcomponent: encoding[3] ?? '',
  };
}
