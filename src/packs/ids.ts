/** Shapes of the identifiers that pack files hold. */

const PACK_ID = '[a-z0-9]+(?:[-_.][a-z0-9]+)*';
const VERSION = '[0-9A-Za-z]+(?:[-_.][0-9A-Za-z]+)*';

export const PACK_ID_PATTERN = new RegExp(`^${PACK_ID}$`);
export const VERSION_PATTERN = new RegExp(`^${VERSION}$`);
/** `ihe-pam-fr` or `ihe-pam-fr@2.11`. No slash and no `..`, so that a reference never leaves its root folder. */
export const PACK_REFERENCE_PATTERN = new RegExp(`^${PACK_ID}(?:@${VERSION})?$`);

/** `PAM-PID-8`, `hl7v2/field-required`. */
export const RULE_ID_PATTERN = /^(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+|[a-z0-9]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+)$/;
/** A rule id, or its beginning followed by `*`; a leading `!` turns off. */
export const RULE_PATTERN = /^!?(?:\*|[A-Za-z0-9][A-Za-z0-9/-]*\*?)$/;

export const SEGMENT_PATTERN = /^[A-Z][A-Z0-9]{2}$/;
export const DATA_TYPE_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,15}$/;
/** A minimum above 1 occurs in no HL7 profile we know, and no rule would judge it. */
export const CARD_PATTERN = /^[01]\.\.(?:\d{1,6}|\*)$/;
/** A field of the message, or a component of the type a component row stands in (`HD.2`). */
export const PREDICATE_PATH_PATTERN =
  /^(?:[A-Z][A-Z0-9]{2}-\d{1,3}(?:\.\d{1,2}(?:\.\d{1,2})?)?|[A-Z][A-Z0-9_]{0,15}\.\d{1,2})$/;

export interface ParsedReference {
  readonly id: string;
  readonly version: string | undefined;
}

/** Splits `id@version`; undefined when the text is not a pack reference. */
export function parsePackReference(text: string): ParsedReference | undefined {
  if (!PACK_REFERENCE_PATTERN.test(text)) return undefined;
  const [id = '', version] = text.split('@');
  return { id, version };
}
