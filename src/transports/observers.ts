import { type Clock, systemClock } from '../core/index.js';
import type { WireEvent, WireObserver } from './types.js';

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'connection' | 'at'> : never;

/** A wire event before it is stamped with its connection and time. */
export type WireEventBody = WithoutStamp<WireEvent>;
export type Publish = (event: WireEventBody) => void;

/** Told of an error thrown by code we call: it ends neither the connection nor the process. */
export type FaultListener = (error: unknown, where: 'handler' | 'observer' | 'listener') => void;

/** What every opening function of the transports accepts. */
export interface ObservingOptions {
  readonly observers?: readonly WireObserver[];
  readonly clock?: Clock;
  /** By default a process warning that names the kind of error, never its text: that may hold personal data. */
  readonly onFault?: FaultListener;
}

export const warnOfFault: FaultListener = (error, where) => {
  const kind = error instanceof Error ? error.name : typeof error;
  process.emitWarning(`The ${where} of a connection failed (${kind})`, 'EpreuveTransportWarning');
};

/** Tells every observer, in order, of the events of one connection; an observer that throws silences only itself, for that event. */
export function createPublisher(connection: string, options: ObservingOptions): Publish {
  const { observers = [], clock = systemClock, onFault = warnOfFault } = options;
  if (observers.length === 0) return () => {};
  return (body) => {
    const event: WireEvent = { ...body, connection, at: clock.now() };
    for (const observe of observers) {
      try {
        observe(event);
      } catch (error) {
        onFault(error, 'observer');
      }
    }
  };
}

let opened = 0;

/** Unique in the process, so that one recorder can observe several listeners and clients. */
export function nextConnectionId(): string {
  opened += 1;
  return `connection-${opened}`;
}
