import { signal } from "@preact/signals";

/** A slot of the open calendar. */
export interface PickedSlot {
  /** ISO instant. */
  start: string;
  /** Somebody was quicker. */
  gone?: boolean;
}

/**
 * What was pressed in the open calendar, for the ticket beside it: two islands of one page. Null until then: the page
 * itself says what stands on the ticket. Never set on the server, where it would be everybody's.
 */
export const pickedSlot = signal<PickedSlot | null>(null);
