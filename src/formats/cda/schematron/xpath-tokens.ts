/** A token of an XPath expression; `depth` counts the brackets open before it. */
export interface Token {
  readonly kind: 'string' | 'number' | 'variable' | 'name' | 'symbol';
  /** As written; the name of a variable without its `$`. */
  readonly text: string;
  /** Open `(` and `[` together. */
  readonly depth: number;
  /** Open `[` alone: inside them the context is another node. */
  readonly predicates: number;
  /** A name or `*` that stands between two operands. */
  readonly operator: boolean;
  /** Place in the expression. */
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s+|\(:.*?:\)|("(?:[^"]|"")*"|'(?:[^']|'')*')|(\d+(?:\.\d*)?|\.\d+)|\$([\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?)|((?:\*:)?[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::(?!:)(?:[\p{L}_][\p{L}\p{M}\p{N}_.-]*|\*))?)|(:=|::|\/\/|\.\.|<=|>=|!=|<<|>>|\|\||[-+*=<>|/()[\]@,.!])/suy;

const WORDS: ReadonlySet<string> = new Set(
  'and or div mod idiv eq ne lt le gt ge is to union intersect except instance treat castable cast'.split(' '),
);

/** Tokens of an expression; undefined when some character fits nowhere. Comments and blanks are left out. */
export function tokenize(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  let depth = 0;
  let predicates = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const match = TOKEN.exec(expression);
    if (!match) return undefined;
    const [text, string, number, variable, name, symbol] = match;
    if (
      string === undefined &&
      number === undefined &&
      variable === undefined &&
      name === undefined &&
      symbol === undefined
    )
      continue;
    if (symbol === ')' || symbol === ']') depth -= 1;
    if (symbol === ']') predicates -= 1;
    const kind =
      string !== undefined
        ? 'string'
        : number !== undefined
          ? 'number'
          : variable !== undefined
            ? 'variable'
            : name !== undefined
              ? 'name'
              : 'symbol';
    const operator = endsOperand(tokens.at(-1)) && (symbol === '*' || (name !== undefined && WORDS.has(name)));
    const end = TOKEN.lastIndex;
    tokens.push({ kind, text: variable ?? text, depth, predicates, operator, start: end - text.length, end });
    if (symbol === '(' || symbol === '[') depth += 1;
    if (symbol === '[') predicates += 1;
  }
  return depth === 0 ? tokens : undefined;
}

function endsOperand(token: Token | undefined): boolean {
  if (!token || token.operator) return false;
  return token.kind !== 'symbol' || [')', ']', '.', '..', '*'].includes(token.text);
}

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text && !token.operator;
}

export function isCall(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.kind === 'name' && !token.operator && isSymbol(tokens[index + 1], '(');
}

/** Text of tokens with single blanks where names would meet. */
export function textOf(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    const written = token.kind === 'variable' ? `$${token.text}` : token.text;
    const isApart = /^[\p{L}\p{N}_$*.@'"-]/u.test(written) && /[\p{L}\p{N}_*.'"-]$/u.test(text);
    const isAfter = token.kind === 'name' && /[)\]]$/.test(text);
    const isWord = isApart || isAfter;
    text += token.operator || isWord ? ` ${written}` : written;
    if (token.operator) text += ' ';
  }
  return text.trim();
}

/** Parts between the separators that stand at the depth of the whole. */
export function splitAt(tokens: readonly Token[], isSeparator: (token: Token) => boolean): Token[][] {
  const depth = tokens[0]?.depth ?? 0;
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.depth === depth && isSeparator(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Index of the bracket that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && token.depth === depth && (isSymbol(token, ')') || isSymbol(token, ']'))) return at;
  }
  return tokens.length;
}

/** Tokens between the two brackets when the whole is one pair of them. */
export function unwrap(tokens: readonly Token[]): readonly Token[] | undefined {
  if (!isSymbol(tokens[0], '(') || closing(tokens, 0) !== tokens.length - 1) return undefined;
  return tokens.slice(1, -1);
}

/** The text of a literal of XPath 2, where a doubled quote is a quote. */
export function unquote(literal: string): string {
  const quote = literal.charAt(0);
  return literal.slice(1, -1).replaceAll(quote + quote, quote);
}
