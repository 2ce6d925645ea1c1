import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { CALL_RINGS_FOR } from "@/domain/appointment.ts";
import { localDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import type { DayRecord } from "@/domain/records.ts";
import { DayAnswer } from "./answers.ts";
import { ask } from "./api.ts";
import { missingOf } from "./appointment.ts";
import type { ChannelAccess } from "./channels.ts";
import { LiveRecord, type LiveSource } from "./live_record.ts";
import type { Kind } from "./media.ts";

/** The page of a patient who waits. */
export interface WaitingPage {
  open: boolean;
  /** Devices that do not work there. */
  missing: readonly Kind[];
}

/**
 * A doctor's day that follows what happens in it: two open tabs agree. Today goes on at midnight: whoever works at night
 * sees who comes then.
 */
export class DayStore extends LiveRecord<DayRecord> {
  readonly #present = signal<Record<string, WaitingPage>>({});
  readonly #goesOn: boolean;

  constructor(
    first: DayRecord,
    access: ChannelAccess,
    source: Partial<LiveSource<DayRecord>> = {},
  ) {
    const day = isToday(first, first.now) ? undefined : first.day;
    super(first, {
      read: () => ask(paths.day(day), DayAnswer),
      topic: `doctor:${first.doctor.id}`,
      access,
      edges: ({ appointments }) =>
        appointments.flatMap(({ called_at }) =>
          called_at === null ? [] : [Date.parse(called_at) + CALL_RINGS_FOR]
        ),
      ...source,
    });
    this.#goesOn = day === undefined;
  }

  /** The pages of the waiting patients, by appointment; an id is absent until that is known. */
  get present(): ReadonlySignal<Readonly<Record<string, WaitingPage>>> {
    return this.#present;
  }

  override start(): () => void {
    const stop = super.start();
    const stopPresence = this.#followPresence();
    const stopMidnight = effect(() => {
      const over = !isToday(this.record.value, this.moment.value);
      if (this.#goesOn && over) void this.refresh();
    });
    return () => {
      stopMidnight();
      stopPresence();
      stop();
    };
  }

  /** Listens where somebody waits, and no longer where nobody does. */
  #followPresence(): () => void {
    const joined = new Map<string, () => void>();
    const stop = effect(() => {
      const channels = this.channels.value;
      const waiting = this.record.value.appointments
        .filter(({ state }) => state === "waiting" || state === "calling")
        .map(({ id }) => id);
      for (const [id, leave] of joined) {
        if (waiting.includes(id)) continue;
        leave();
        joined.delete(id);
      }
      for (const id of waiting) {
        if (channels === null || joined.has(id)) continue;
        const { leave } = channels.join(`appointment:${id}`, {
          onPresence: (present) => {
            const windows = present.filter(({ key }) => key === "patient");
            const page = {
              open: windows.length > 0,
              missing: windows.flatMap(missingOf),
            };
            this.#present.value = { ...this.#present.peek(), [id]: page };
          },
          onLive: () => {},
          onCut: () => {},
        });
        joined.set(id, leave);
      }
    });
    return () => {
      stop();
      for (const leave of joined.values()) leave();
    };
  }
}

/** Whether a moment (ISO) lies within the day that is shown. */
function isToday({ day, doctor }: DayRecord, moment: string): boolean {
  return localDate(moment, doctor.time_zone) === day;
}
