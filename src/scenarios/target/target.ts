import type { Endpoint, FaultyCaller, GamSettings, TlsSettings } from '../../actors/index.js';
import type { LoginScript } from '../../capture/index.js';
import type { PamFile } from '../pack/schema.js';
import type { Call } from './call.js';

/** Where our messages go. */
export interface MllpTarget extends Endpoint {
  readonly answerWithinMs: number;
  /** Certificates the tested side must refuse. */
  readonly faulty: ReadonlyMap<FaultyCaller, TlsSettings>;
}

/** What the reference DMN is asked to do, in place of the person in front of the tested system. */
export interface ReferenceAct {
  readonly pam?: PamFile;
  readonly bytes?: Uint8Array;
  readonly measure?: string;
  /** Does not send again what was left without an answer. */
  readonly once?: true;
}

/** The tested side: how to reach it, how to look into it, how to make it act. */
export interface Target {
  readonly name: string;
  readonly version?: string;
  readonly mllp?: MllpTarget;
  readonly folder?: { readonly deliver: string; readonly answers?: string };
  readonly listen: { readonly mllp?: Endpoint; readonly mes?: Endpoint; readonly folder?: string };
  readonly pam: Partial<GamSettings>;
  readonly web?: {
    readonly url: string;
    readonly patient?: string;
    readonly waitFor?: string;
    readonly masks?: readonly string[];
    readonly personal?: readonly string[];
    readonly login?: LoginScript;
  };
  readonly state?: Call;
  /** By step id, or `scenario/step`. */
  readonly hooks: Readonly<Record<string, Call>>;
  /** The reference DMN sends by itself; a tested system waits for its hook or its user. */
  readonly reference?: {
    /** `to` is where we listen. */
    act(
      act: ReferenceAct,
      to: { readonly on: 'mllp' | 'mes' | 'folder'; readonly address: string },
      bytes?: Uint8Array,
    ): Promise<void>;
  };
  close(): Promise<void>;
}
