/** Names files of a dossier bear: letters, digits, dot, dash and underscore of ASCII, so that every system and archive takes them. */

const LONGEST = 60;
/** Names Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `TéléCœur 2` → `TeleCoeur-2`. Never empty, never a path, never hidden. */
export function safeName(text: string): string {
  const plain = text
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST)
    .replace(/[.-]+$/, '');
  if (plain === '') return 'sans-nom';
  return RESERVED.test(plain) ? `_${plain}` : plain;
}

/** `INS-45_TeleCoeur_2.4.1`: requirement, product and version, as verifiers want them. */
export function baseNameOf(id: string, product: { readonly name: string; readonly version: string }): string {
  return [id, product.name, product.version].map(safeName).join('_');
}

/** Name of a copied file: its own, made safe, its extension kept. */
export function copyName(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  const [, extension = ''] = /\.([A-Za-z0-9]{1,8})$/.exec(name) ?? [];
  const base = safeName(extension === '' ? name : name.slice(0, -extension.length - 1));
  return extension === '' ? base : `${base}.${extension.toLowerCase()}`;
}

/** A name not in `taken` yet, which it joins: `a.png`, `a-2.png`. Case is ignored, as Windows and macOS do. */
export function uniqueName(name: string, taken: Set<string>): string {
  const [, base = name, extension = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/.exec(name) ?? [];
  let unique = name;
  for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${base}-${count}${extension}`;
  taken.add(unique.toLowerCase());
  return unique;
}
