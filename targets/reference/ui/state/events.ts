import type { EndReason } from '../wire.ts';

/** Tells the parts of the page that must not import one another. */
interface Emitter<Event> {
  emit(event: Event): void;
  listen(listener: (event: Event) => void): void;
}

function createEmitter<Event>(): Emitter<Event> {
  const listeners: ((event: Event) => void)[] = [];
  return {
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listen: (listener) => void listeners.push(listener),
  };
}

/** `replaced`: this browser is now signed in as somebody else. */
export interface SessionLoss {
  reason: EndReason | 'replaced';
  /** `action`: the person asked for something and was refused. `notice`: the page was told, or found out in passing. */
  cause: 'action' | 'notice';
}

/** The session of this page has ended without this page having asked for it. */
export const sessionLost = createEmitter<SessionLoss>();

/** The server accepted something that a person did. The event is the time at which it was sent. */
export const activityAcknowledged = createEmitter<number>();
