/** Words of a list attribute (`@use="H WP"`) that are not among those allowed. */
export function wrongUses(use: string, allowed: readonly string[]): string[] {
  return use
    .trim()
    .split(/\s+/)
    .filter((word) => !allowed.includes(word));
}
