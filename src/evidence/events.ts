import type { EvidenceItem, RecordedScenario, RecordedStep, Text } from '../core/index.js';
import { sha256 } from './digest.js';
import { isRunEvent } from './event-shape.js';

/** One line of events.jsonl. `previous` is the digest of the line before, so a changed or removed line shows. */
export type RunEvent = { readonly sequence: number; readonly at: string; readonly previous: string } & RunEventBody;

export type RunEventBody =
  | {
      readonly type: 'run-started';
      readonly title: Text;
      readonly tool: { readonly name: string; readonly version: string };
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly type: 'item'; readonly item: EvidenceItem }
  /** An interrupted run goes on; what follows was recorded later. */
  | { readonly type: 'run-resumed' }
  | { readonly type: 'scenario-started'; readonly scenario: RecordedScenario }
  | { readonly type: 'scenario-ended'; readonly id: string }
  | { readonly type: 'step-started'; readonly step: Omit<RecordedStep, 'ended'> }
  | { readonly type: 'step-ended'; readonly id: string; readonly ended: NonNullable<RecordedStep['ended']> }
  | { readonly type: 'run-ended' }
  /** Somebody added evidence to a recorded run: what follows came afterwards. `manifest`: digest of its seal by then. */
  | {
      readonly type: 'run-reopened';
      readonly tool: { readonly name: string; readonly version: string };
      readonly manifest?: string;
    }
  /** This is not what was recorded: identities were replaced before the run was handed over. */
  | { readonly type: 'run-redacted'; readonly tool: { readonly name: string; readonly version: string } };

/** `previous` of the first line. */
export const CHAIN_START = '0'.repeat(64);

export interface EventLog {
  readonly events: readonly RunEvent[];
  /** Digest of the last whole line; goes into the manifest. */
  readonly head: string;
  /** The file ends inside a line: the writer was killed. */
  readonly truncated: boolean;
  /** Lines that are not an event or do not follow the one before. */
  readonly problems: readonly { readonly line: number; readonly reason: 'not-json' | 'chain-broken' }[];
}

/** Reads events.jsonl as far as it goes: what was gathered before a crash is never lost. */
export function parseEventLog(text: string): EventLog {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const events: RunEvent[] = [];
  const problems: { line: number; reason: 'not-json' | 'chain-broken' }[] = [];
  let head = CHAIN_START;
  for (const [index, line] of lines.entries()) {
    const event = parseEvent(line);
    if (event === undefined) problems.push({ line: index + 1, reason: 'not-json' });
    else {
      if (event.previous !== head) problems.push({ line: index + 1, reason: 'chain-broken' });
      events.push(event);
    }
    head = sha256(line);
  }
  return { events, head, truncated: last !== '', problems };
}

function parseEvent(line: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRunEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
