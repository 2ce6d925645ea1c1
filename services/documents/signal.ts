/** What works the documents; `jobs/` registers itself here. */
let work: ((afterMs: number) => void) | undefined;

/** Registers the worker of this process. */
export function onDocumentsChange(worker: (afterMs: number) => void): void {
  work = worker;
}

/** There is something to issue or to send, at once or later: the worker need not wait for the next minute. */
export function documentsChanged(afterMs = 0): void {
  work?.(afterMs);
}
