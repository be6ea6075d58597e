import { XMLBuilder } from 'fast-xml-parser';

/**
 * Writes an XML document from nested objects: `@name` is an attribute, `#text` the text, a list repeats its element.
 * Texts are escaped; they must be printable (see printable.ts).
 */
export function writeXml(document: Readonly<Record<string, unknown>>): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
    processEntities: true,
  });
  const xml: string = builder.build(document);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}
