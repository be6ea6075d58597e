/**
 * Lexical forms of the R4 primitive types (datatypes.html#primitive). Every expression is linear: documents are
 * hostile. Limits of size that R4 leaves open are not invented.
 */
export type JsonKind = 'string' | 'number' | 'boolean';

interface PrimitiveType {
  readonly json: JsonKind;
  readonly fits: (text: string) => boolean;
  /** For people. */
  readonly form: string;
}

const text = (pattern: RegExp, form: string, also?: (value: string) => boolean): PrimitiveType => ({
  json: 'string',
  fits: also ? (value) => pattern.test(value) && also(value) : (value) => pattern.test(value),
  form,
});

const DATE = '(?:[1-9][0-9]{3}|0[0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?';
const FULL_DATE = '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?';
const ZONE = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))';
const NO_CONTROL = /^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$/;

/** The day exists in its month; a partial date always does. */
export function isRealDate(value: string): boolean {
  if (value.startsWith('0000')) return false;
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 31);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const string = text(NO_CONTROL, 'text without control characters');
const uri = text(/^\S+$/, 'URI without spaces');

const whole = (pattern: RegExp, form: string, min: number): PrimitiveType => ({
  json: 'number',
  fits: (value) => pattern.test(value) && Number(value) >= min && Number(value) <= 2_147_483_647,
  form,
});

export const PRIMITIVES: Readonly<Record<string, PrimitiveType>> = {
  boolean: { json: 'boolean', fits: (value) => value === 'true' || value === 'false', form: 'true, false' },
  integer: whole(/^(?:0|[-+]?[1-9][0-9]{0,9})$/, '-2147483648…2147483647', -2_147_483_648),
  unsignedInt: whole(/^(?:0|[1-9][0-9]{0,9})$/, '0…2147483647', 0),
  positiveInt: whole(/^\+?[1-9][0-9]{0,9}$/, '1…2147483647', 1),
  decimal: {
    json: 'number',
    // RFC 8259 §6: beyond the range of a double, most readers get an infinity.
    fits: (value) =>
      /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(value) && Number.isFinite(Number(value)),
    form: '1.5 (-1.7e308…1.7e308)',
  },
  string,
  markdown: string,
  code: text(/^\S+(?: \S+)*$/, 'code without leading, trailing or double spaces'),
  id: text(/^[A-Za-z0-9\-.]{1,64}$/, 'A-Z a-z 0-9 - . (1…64)'),
  oid: text(/^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/, 'urn:oid:1.2.3'),
  uuid: text(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'urn:uuid:00000000-0000-0000-0000-000000000000 (a-f, 0-9)',
  ),
  uri,
  url: uri,
  canonical: uri,
  base64Binary: text(/^[0-9A-Za-z+/=\s]*$/, 'base64', (value) => isBase64(value)),
  date: text(new RegExp(`^${DATE}$`), 'YYYY, YYYY-MM, YYYY-MM-DD', isRealDate),
  dateTime: text(
    new RegExp(`^(?:${DATE}|${FULL_DATE}T${TIME}${ZONE})$`),
    'YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mm:ss+zz:zz',
    isRealDate,
  ),
  instant: text(new RegExp(`^${FULL_DATE}T${TIME}${ZONE}$`), 'YYYY-MM-DDThh:mm:ss.sss+zz:zz', isRealDate),
  time: text(new RegExp(`^${TIME}$`), 'hh:mm:ss'),
  xhtml: { json: 'string', fits: () => true, form: 'XHTML' },
};

function isBase64(value: string): boolean {
  const compact = value.replace(/\s+/g, '');
  const padding = compact.indexOf('=');
  const isPadded = padding < 0 || /^={1,2}$/.test(compact.slice(padding));
  return compact.length % 4 === 0 && isPadded;
}

export function isPrimitive(type: string): boolean {
  return Object.hasOwn(PRIMITIVES, type);
}
