/** A path as a test writes it, made a path inside the kit; undefined when it leaves the kit. */
export type PathOf = (written: string) => string | undefined;

/** A test reads a table that the kit does not have: what it says cannot be told. */
export class MissingTable extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}
