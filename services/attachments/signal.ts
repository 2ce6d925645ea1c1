/** What scans files; `jobs/` registers itself here. */
let work: (() => void) | undefined;

/** Registers the worker of this process. */
export function onAttachmentHeldBack(worker: () => void): void {
  work = worker;
}

/** A file waits for the virus scanner: the worker need not wait for the next minute. */
export function attachmentHeldBack(): void {
  work?.();
}
