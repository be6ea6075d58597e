import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { ZodType } from 'zod';
import type { Text } from '../../core/index.js';
import { describeIssue, describeYamlError, UNQUOTED_KEY } from './describe-issue.js';
import type { PackMistake } from './mistakes.js';

export type DataPath = readonly PropertyKey[];

/** A pack file as read: its data, and where each part of them stands. */
export interface Source<Data> {
  readonly file: string;
  readonly data: Data;
  /** Line and column of what stands at a path of the data, or of the nearest part around it. */
  mistake(path: DataPath, problem: { reason: Text; remedy: Text }): PackMistake;
}

interface Positions {
  locate(path: DataPath, key?: string): { line: number; column: number };
}

/** Reads YAML and checks its shape; undefined when mistakes were added to the list. */
export function readYaml<Data>(
  file: string,
  content: string,
  schema: ZodType<Data>,
  mistakes: PackMistake[],
): Source<Data> | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter, uniqueKeys: true, version: '1.2', merge: false });
  const before = mistakes.length;
  for (const error of document.errors) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    mistakes.push({ file, line, column: col, ...describeYamlError(error.code, error.message) });
  }
  if (mistakes.length > before) return undefined;
  const positions = positionsOf(document, lineCounter);
  addUnquotedKeys(file, document, lineCounter, mistakes);
  const data = toData(document);
  if (data === UNREADABLE) {
    mistakes.push({ file, line: 1, column: 1, ...describeYamlError('ALIAS', '') });
    return undefined;
  }
  return checkShape(file, data, schema, () => positions, mistakes);
}

/** Reads JSON; positions are worked out only when something is wrong, since dictionaries are large. */
export function readJson<Data>(
  file: string,
  content: string,
  schema: ZodType<Data>,
  mistakes: PackMistake[],
): Source<Data> | undefined {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    return readYaml(file, content, schema, mistakes);
  }
  let positions: Positions | undefined;
  const positionsWhenNeeded = (): Positions => {
    if (positions) return positions;
    const lineCounter = new LineCounter();
    positions = positionsOf(parseDocument(content, { lineCounter }), lineCounter);
    return positions;
  };
  return checkShape(file, data, schema, positionsWhenNeeded, mistakes);
}

function checkShape<Data>(
  file: string,
  data: unknown,
  schema: ZodType<Data>,
  positions: () => Positions,
  mistakes: PackMistake[],
): Source<Data> | undefined {
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      for (const { path, key, reason, remedy } of describeIssue(issue, data)) {
        mistakes.push({ file, ...positions().locate(path, key), reason, remedy });
      }
    }
    return undefined;
  }
  return {
    file,
    data: parsed.data,
    mistake: (path, problem) => ({ file, ...positions().locate(path), ...problem }),
  };
}

const UNREADABLE = Symbol('unreadable');

/** The library refuses aliases that would grow beyond measure by throwing. */
function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return UNREADABLE;
  }
}

function positionsOf(document: Document, lineCounter: LineCounter): Positions {
  return {
    locate(path, key) {
      const node = nodeAt(document, path, key);
      const { line, col } = lineCounter.linePos(node?.range?.[0] ?? 0);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

/** Deepest node on the way to the path; with `key`, the node of that key itself. */
function nodeAt(document: Document, path: DataPath, key: string | undefined): Node | null {
  let node = document.contents as Node | null;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return (key !== undefined && keyNode(node, key)) || node;
}

function childOf(node: Node | null, step: PropertyKey): Node | undefined {
  if (isSeq(node) && typeof step === 'number') return (node.items[step] as Node | undefined) ?? undefined;
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    // A scalar is shown by its key, which people look for; a collection by its own start.
    if (pair) return (isScalar(pair.value) || pair.value === null ? pair.key : pair.value) as Node;
  }
  return undefined;
}

function keyNode(node: Node | null, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  return node.items.map((item) => item.key).find((item) => isScalar(item) && String(item.value) === key) as Node;
}

/** `01: …` would silently become the code `1`. */
function addUnquotedKeys(file: string, document: Document, lineCounter: LineCounter, mistakes: PackMistake[]): void {
  visit(document, {
    Pair(_, pair) {
      if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value === 'string') return;
      const { line, col } = lineCounter.linePos(pair.key.range?.[0] ?? 0);
      mistakes.push({ file, line, column: col, ...UNQUOTED_KEY(pair.key.source ?? String(pair.key.value)) });
    },
  });
}
