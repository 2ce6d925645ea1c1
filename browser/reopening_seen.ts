import { paths } from "@/domain/paths.ts";
import { ask, Done } from "./api.ts";

/** This page has told the person that the doctor opened the consultation again. Where nobody hears it, an SMS tells them. */
export async function tellReopeningSeen(appointmentId: string): Promise<void> {
  await ask(paths.reopeningSeen(appointmentId), Done, {
    method: "POST",
    repeatable: true,
  }).catch(() => {});
}
