import { utf8SequenceLength } from './utf8.js';

/** Bytes between two marks of the index: what one look-up walks at most. */
const STEP = 4096;
const CR = 13;
const LF = 10;

interface State {
  /** Next byte to look at; always the start of a character. */
  offset: number;
  /** Lines begun before, not counting the first. */
  line: number;
  lineStart: number;
  /** Characters between `lineStart` and `offset`. */
  characters: number;
}

/**
 * Byte offset → line and column. Built once in a walk over the bytes, then each look-up walks at most `STEP` bytes.
 * A line starts after CR, LF or CR LF. Memory is a few bytes per `STEP` bytes, whatever the number of lines.
 */
export class PositionIndex {
  readonly #marks: State[] = [];

  /** `characters` says how bytes make characters; the byte order mark (`markLength` bytes) takes no column. */
  constructor(
    readonly raw: string,
    readonly characters: 'utf-8' | 'single-byte',
    readonly markLength = 0,
  ) {
    const state: State = { offset: markLength, line: 0, lineStart: markLength, characters: 0 };
    for (let at = 0; at <= raw.length; at += STEP) {
      this.#walk(state, at);
      this.#marks.push({ ...state });
    }
  }

  /** Line from 0, column in characters from 1. An offset beyond the end is the end. */
  position(offset: number): { line: number; column: number } {
    const target = Math.min(Math.max(offset, this.markLength), this.raw.length);
    const mark = this.#marks[Math.floor(target / STEP)] as State;
    const state = { ...mark };
    // A mark can stand a few bytes behind its step, at the start of the next character.
    if (state.offset <= target) this.#walk(state, target);
    return { line: state.line, column: state.characters + 1 };
  }

  /** Moves the state to the first start of a character at or after `target`. */
  #walk(state: State, target: number): void {
    const { raw } = this;
    const end = Math.min(target, raw.length);
    while (state.offset < end) {
      const byte = raw.charCodeAt(state.offset);
      if (byte >= 0x80 && this.characters === 'utf-8') {
        const length = utf8SequenceLength(raw, state.offset, raw.length);
        state.offset += length < 0 ? -length : length;
        state.characters++;
        continue;
      }
      state.offset++;
      state.characters++;
      if (byte === LF || (byte === CR && raw.charCodeAt(state.offset) !== LF)) {
        state.line++;
        state.lineStart = state.offset;
        state.characters = 0;
      }
    }
  }
}
