/** What processes the outbox when a notification is added; `jobs/` registers itself here. */
let work: ((afterMs: number) => void) | undefined;

/** Registers the worker of this process. */
export function onOutboxChange(worker: (afterMs: number) => void): void {
  work = worker;
}

/** Something new is due, at once or later: the worker need not wait for the next minute. Never delays the page. */
export function outboxChanged(afterMs = 0): void {
  work?.(afterMs);
}
