import { systemClock } from '../../core/index.js';
import { warnOfFault } from '../observers.js';
import type { HttpEvent, HttpOptions } from './types.js';

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'connection' | 'at'> : never;

export type HttpEventBody = WithoutStamp<HttpEvent>;
export type HttpPublish = (event: HttpEventBody) => void;

/** As createPublisher of MLLP: an observer that throws silences only itself, for that event. */
export function createHttpPublisher(connection: string, options: HttpOptions): HttpPublish {
  const { observers = [], clock = systemClock, onFault = warnOfFault } = options;
  return (body) => {
    const event: HttpEvent = { ...body, connection, at: clock.now() };
    for (const observe of observers) {
      try {
        observe(event);
      } catch (error) {
        onFault(error, 'observer');
      }
    }
  };
}

let exchanges = 0;

/** Unique in the process, as connection ids are. */
export function nextExchangeId(): string {
  exchanges += 1;
  return `exchange-${exchanges}`;
}
