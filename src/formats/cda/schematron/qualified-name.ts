export interface QualifiedName {
  readonly uri: string;
  readonly local: string;
}

/** Declared everywhere. */
const XML = 'http://www.w3.org/XML/1998/namespace';
const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*';
const QUALIFIED = new RegExp(`^[ \\t\\n\\r]*(?:(${NAME}):)?(${NAME})[ \\t\\n\\r]*$`, 'u');

/**
 * `resolve-QName()`: `uriOf` gives the namespace of a prefix in scope, '' being the default one. Throws as XPath 2 does:
 * FOCA0002 for a text that is no name, FONS0004 for a prefix that nothing declares.
 */
export function resolveName(text: string, uriOf: (prefix: string) => string | null | undefined): QualifiedName {
  const match = QUALIFIED.exec(text);
  if (!match) throw new Error('FOCA0002');
  const [, prefix = '', local = ''] = match;
  const uri = prefix === 'xml' ? XML : uriOf(prefix);
  if (!uri && prefix !== '') throw new Error('FONS0004');
  return { uri: uri ?? '', local };
}
