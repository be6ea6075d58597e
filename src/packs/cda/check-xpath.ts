import { XmlXPath } from 'libxml2-wasm';
import type { Text } from '../../core/index.js';
import type { PackMistake } from '../compile/mistakes.js';
import type { Source } from '../compile/source.js';

/** Prefixes an XPath expression of a pack may use: those the evaluator of src/formats/cda declares. */
export const XPATH_PREFIXES: readonly string[] = ['cda', 'sdtc', 'lab', 'pharm', 'ps3', 'xsi', 'xsl', 'ds'];

const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'last position count id local-name namespace-uri name string concat starts-with contains substring-before ' +
    'substring-after substring string-length normalize-space translate boolean not true false lang number sum floor ' +
    'ceiling round text node comment processing-instruction and or div mod'
  ).split(' '),
);

/**
 * What is wrong with an XPath 1.0 expression, before any document meets it; undefined when nothing is. libxml2 itself
 * finds an unknown prefix or function only when a document happens to reach it.
 */
export function xpathMistake(expression: string): Text | undefined {
  const plain = expression.replace(/"[^"]*"|'[^']*'/g, "''");
  for (const [, prefix = ''] of plain.matchAll(/([A-Za-z_][\w.-]*):(?!:)/g)) {
    if (!XPATH_PREFIXES.includes(prefix)) return unknownPrefix(prefix);
  }
  for (const [, name = ''] of plain.matchAll(/(?<![\w:.-])([A-Za-z_][\w.-]*)\s*\(/g)) {
    if (!FUNCTIONS.has(name)) {
      return { fr: `${name}() n’existe pas en XPath 1.0`, en: `${name}() does not exist in XPath 1.0` };
    }
  }
  if (plain.includes('$'))
    return { fr: 'une variable ($) n’a pas de valeur ici', en: 'a variable ($) has no value here' };
  return parses(expression) ? undefined : { fr: 'XPath 1.0 mal écrit', en: 'badly written XPath 1.0' };
}

function parses(expression: string): boolean {
  try {
    XmlXPath.compile(expression).dispose();
    return true;
  } catch {
    return false;
  }
}

function unknownPrefix(prefix: string): Text {
  const known = XPATH_PREFIXES.join(', ');
  return { fr: `préfixe inconnu : ${prefix} (connus : ${known})`, en: `unknown prefix: ${prefix} (known: ${known})` };
}

const XPATH_KEYS: ReadonlySet<string> = new Set(['context', 'test', 'at', 'found']);

/** Mistakes of every XPath expression of a rows file, at their places. */
export function* xpathMistakes(source: Source<readonly object[]>): Generator<PackMistake> {
  for (const [path, expression] of expressionsOf(source.data, [])) {
    const reason = xpathMistake(expression);
    if (reason) yield source.mistake(path, { reason, remedy: REMEDY });
  }
}

const REMEDY: Text = {
  fr: 'Écrivez par exemple cda:recordTarget/cda:patientRole/cda:id[@root].',
  en: 'Write e.g. cda:recordTarget/cda:patientRole/cda:id[@root].',
};

/** Rows and their checks hold expressions under the same keys. */
function* expressionsOf(data: unknown, path: readonly PropertyKey[]): Generator<[readonly PropertyKey[], string]> {
  if (Array.isArray(data)) {
    for (const [index, part] of data.entries()) yield* expressionsOf(part, [...path, index]);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string' && XPATH_KEYS.has(key)) yield [[...path, key], value];
    else if (key === 'checks' || path.length === 0) yield* expressionsOf(value, [...path, key]);
  }
}
