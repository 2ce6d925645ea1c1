import { useEffect, useState } from "preact/hooks";
import type { AppointmentStore } from "./appointment.ts";
import { DevicesStore } from "./devices.ts";
import { keepPress, pressedHere } from "./pressed.ts";
import { useStore } from "./use_store.ts";
import { keepAwake } from "./wake_lock.ts";

/**
 * Camera, microphone and screen of whoever `waits` for their call: lent until the call, and what is missing is told to
 * the doctor. `maySleep` says that the screen could not be kept awake.
 */
export function useRoomDevices(appointment: AppointmentStore, waits: boolean) {
  const devices = useStore(() => new DevicesStore());
  const [maySleep, setMaySleep] = useState(false);
  const { id, state, telephone } = appointment.record.value;
  useEffect(() => {
    // A reload comes back to where one was: nobody has to press twice. Who is to be telephoned needs neither.
    if (waits && telephone === null && pressedHere("equipment", id)) {
      void devices.open();
    }
  }, []);
  const opened = devices.state.value !== "closed";
  useEffect(() => {
    if (opened) keepPress("equipment", id);
  }, [opened]);
  useEffect(() => {
    // The call opens camera and microphone itself, and after it nobody needs them.
    if (!waits && state !== "booked") devices.close();
  }, [state]);
  const media = devices.media.value;
  useEffect(() => {
    if (media === null) return;
    const { cameraProblem, microphoneProblem } = media;
    appointment.tellMissing([
      ...microphoneProblem ? ["audio" as const] : [],
      ...cameraProblem ? ["video" as const] : [],
    ]);
  }, [media]);
  useEffect(() => {
    if (!waits) return;
    // Nobody touches the screen who waits; in the call, the call keeps it awake. A desk's screen is not locked so soon.
    const touch = matchMedia("(pointer: coarse)").matches;
    return keepAwake((held) => setMaySleep(touch && !held));
  }, [waits]);
  return { devices, maySleep: maySleep && waits };
}
