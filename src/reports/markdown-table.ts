/** A table of cells already escaped. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Every character Markdown or HTML gives a meaning becomes a character reference: nothing of a document is active. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&$@]|^[-+=]|:\/\//g, (found) =>
    Array.from(found, (character) => `&#${character.codePointAt(0)};`).join(''),
  );
}
