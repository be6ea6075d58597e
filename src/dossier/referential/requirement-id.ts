/** `INS-45`, `INS45`, `ins_45` → `INS 45` when `known` holds it; the text as it is otherwise. */
export function readRequirementId(text: string, known: readonly string[]): string {
  const wanted = bare(text);
  return known.find((id) => bare(id) === wanted) ?? text;
}

function bare(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/** Numbers of a list such as `["1-3", "5"]`. */
export function expandNumbers(list: readonly string[]): number[] {
  return list.flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}

/** True when `INS 45` is meant by a pattern: `INS 45`, `INS 42-46` or `INS *`. */
export function isMeantBy(id: string, pattern: string): boolean {
  const [family, number] = id.split(' ');
  const [wantedFamily, wanted = ''] = pattern.split(' ');
  if (family !== wantedFamily) return false;
  return wanted === '*' || expandNumbers([wanted]).includes(Number(number));
}

/** `INS 1–3, 5` from ids in order; each family is named once. */
export function joinRequirementIds(ids: readonly string[]): string {
  const families = new Map<string, number[]>();
  for (const id of ids) {
    const [family = '', number] = id.split(' ');
    families.set(family, [...(families.get(family) ?? []), Number(number)]);
  }
  return [...families].map(([family, numbers]) => `${family} ${joinNumbers(numbers)}`).join(', ');
}

function joinNumbers(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
