import type { GrammarNode, Usage } from './types.js';

/** Where and why a grammar text is wrong; `at` is the character position, from 0. */
export class GrammarTextError extends Error {
  constructor(
    readonly reason: 'unknownToken' | 'unclosedGroup' | 'unopenedGroup' | 'emptyGroup' | 'empty' | 'tooDeep',
    readonly at: number,
    readonly token: string,
  ) {
    super(`${reason} at ${at}: ${token}`);
    this.name = 'GrammarTextError';
  }
}

interface Repeats {
  readonly min: number;
  readonly max: number | null;
}

const REPEATS: Readonly<Record<string, Repeats>> = {
  '': { min: 1, max: 1 },
  '?': { min: 0, max: 1 },
  '*': { min: 0, max: null },
  '+': { min: 1, max: null },
};

const TOKEN = /(?:(\{)|(\})([?*+]?)|([A-Z][A-Z0-9]{2})([?*+]?)(?:\[(RE|CE|[RCOXBW])\])?)\s*/y;
/** Real structures nest four deep at most. */
const MAX_DEPTH = 20;

/**
 * Compiles `MSH SFT* EVN PID PD1? NK1*[RE] {PR1 ROL*}*` into nodes. Throws a GrammarTextError.
 * A segment marked `[X]` is known at that place and not wanted there: its maximum is 0.
 */
export function compileGrammar(text: string): readonly GrammarNode[] {
  const stack: GrammarNode[][] = [[]];
  const starts: number[] = [];
  const pattern = new RegExp(TOKEN);
  let at = text.length - text.trimStart().length;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new GrammarTextError('unknownToken', at, text.slice(at).split(/\s/, 1)[0] ?? '');
    const [, open, close, groupRepeats, segment, repeats, usage] = match;
    if (open) {
      if (stack.length > MAX_DEPTH) throw new GrammarTextError('tooDeep', at, '{');
      starts.push(at);
      stack.push([]);
    } else if (close) {
      closeGroup(stack, starts, REPEATS[groupRepeats ?? ''] as Repeats, at);
    } else {
      stack.at(-1)?.push(segmentNode(segment as string, REPEATS[repeats ?? ''] as Repeats, usage as Usage | undefined));
    }
    at = pattern.lastIndex;
  }
  if (stack.length > 1) throw new GrammarTextError('unclosedGroup', starts.at(-1) ?? 0, '{');
  const nodes = stack[0] ?? [];
  if (nodes.length === 0) throw new GrammarTextError('empty', 0, text);
  return nodes;
}

function closeGroup(stack: GrammarNode[][], starts: number[], repeats: Repeats, at: number): void {
  if (stack.length === 1) throw new GrammarTextError('unopenedGroup', at, '}');
  const group = stack.pop() ?? [];
  const start = starts.pop() ?? 0;
  if (group.length === 0) throw new GrammarTextError('emptyGroup', start, '{}');
  stack.at(-1)?.push({ group, ...repeats });
}

function segmentNode(segment: string, repeats: Repeats, usage: Usage | undefined): GrammarNode {
  if (usage === 'X') return { segment, min: 0, max: 0, usage };
  return { segment, ...repeats, ...(usage && { usage }) };
}

/** Names of every segment of a grammar, each once, in order. */
export function segmentsOfGrammar(nodes: readonly GrammarNode[]): readonly string[] {
  const names = new Set<string>();
  const visit = (list: readonly GrammarNode[]): void => {
    for (const node of list) {
      if ('group' in node) visit(node.group);
      else names.add(node.segment);
    }
  };
  visit(nodes);
  return [...names];
}
