/** Code of an error of the system (`ENOENT`, `EEXIST`…); asked of any value, because errors may come from another realm. */
export function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
