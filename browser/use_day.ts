import { paths } from "@/domain/paths.ts";
import type { DayRecord } from "@/domain/records.ts";
import type { ChannelAccess } from "./channels.ts";
import { type LiveRecord, useLive } from "./use_live.ts";

/** Follows a day over the doctor's channel: two open tabs agree. */
export function useDay(
  first: DayRecord,
  access: ChannelAccess,
): LiveRecord<DayRecord> {
  return useLive(first, {
    path: paths.day(first.day),
    topic: `doctor:${first.doctor.id}`,
    access,
  });
}
