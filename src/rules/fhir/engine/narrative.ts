import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';

/** Elements and attributes that R4 allows in a narrative (narrative.html#rules). */
const ELEMENTS = new Set(
  `a abbr acronym address b bdo big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6
  hr i img ins li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var del
  kbd center font map area`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `id class style lang xml:lang dir title align valign width height border cellpadding cellspacing colspan rowspan
  headers scope abbr axis char charoff span summary frame rules alt src href name rel rev hreflang type cite datetime
  start value compact nowrap bgcolor color face size noshade clear shape coords usemap ismap longdesc tabindex
  accesskey xmlns`.split(/\s+/),
);
const SAFE_LINK = /^(?:https?:|mailto:|tel:|ftp:|cid:|urn:|#|\/|\.|[A-Za-z][A-Za-z0-9]*\/|[A-Za-z0-9_.-]+$)/i;

export type NarrativeFault =
  | { readonly messageId: 'malformed' | 'notADiv' | 'empty' }
  | { readonly messageId: 'element' | 'attribute' | 'link'; readonly name: string };

let saxes: typeof Saxes | undefined;

/** What is wrong in the XHTML of a narrative: markup outside the list, scripts, empty text. At most 20 faults. */
export function narrativeFaults(xhtml: string): NarrativeFault[] {
  saxes ??= createRequire(import.meta.url)('saxes') as typeof Saxes;
  const parser = new saxes.SaxesParser({ xmlns: true });
  const faults: NarrativeFault[] = [];
  let depth = 0;
  let hasContent = false;
  const add = (fault: NarrativeFault) => {
    if (faults.length < 20) faults.push(fault);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new SyntaxError('doctype');
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') hasContent = true;
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (depth++ === 0 && (local !== 'div' || uri !== 'http://www.w3.org/1999/xhtml')) add({ messageId: 'notADiv' });
    if (local === 'img') hasContent = true;
    if (!ELEMENTS.has(local)) add({ messageId: 'element', name: shortName(name) });
    for (const attribute of Object.values(attributes)) {
      if (attribute.name === 'xmlns' || attribute.prefix === 'xmlns') continue;
      if (!ATTRIBUTES.has(attribute.name)) add({ messageId: 'attribute', name: shortName(attribute.name) });
      else if (!isSafe(attribute.name, attribute.value)) add({ messageId: 'link', name: shortName(attribute.name) });
    }
  });
  parser.on('closetag', () => {
    depth--;
  });
  try {
    parser.write(xhtml).close();
  } catch {
    return [{ messageId: 'malformed' }];
  }
  if (!hasContent) add({ messageId: 'empty' });
  return faults;
}

/** Names come from the document: what is told of them is short and printable. */
function shortName(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, '?').slice(0, 40);
}

function isSafe(name: string, value: string): boolean {
  if (name === 'href') return SAFE_LINK.test(value.trim());
  if (name === 'src') return SAFE_LINK.test(value.trim()) || /^data:image\/(?:png|jpeg|gif);/i.test(value.trim());
  if (name === 'style') return !/expression\s*\(|javascript:|url\s*\(/i.test(value);
  return true;
}
