/** What processes the outbox when a notification is added; `jobs/` registers itself here. */
let work: (() => void) | undefined;

/** Registers the worker of this process. */
export function onOutboxChange(worker: () => void): void {
  work = worker;
}

/** Something new is due: the worker starts at once instead of at the next minute. Never delays the page. */
export function outboxChanged(): void {
  work?.();
}
