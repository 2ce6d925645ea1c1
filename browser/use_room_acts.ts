import { useState } from "preact/hooks";
import type { DevicesStore } from "./devices.ts";
import type { Transitions } from "./use_transitions.ts";

interface RoomActsOptions {
  /** The appointment's. */
  id: string;
  /** The patient waits, or it rings. */
  waits: boolean;
  transition: Transitions["transition"];
  devices: DevicesStore;
  /** The call is this window's, or no longer. */
  setHere: (here: boolean) => void;
}

/** What the patient does in the waiting room and with the call; `answering` until our server has said that it is taken. */
export function useRoomActs(
  { id, waits, transition, devices, setHere }: RoomActsOptions,
) {
  const [answering, setAnswering] = useState(false);
  return {
    answering,
    start: () => void transition(id, "arrive"),
    async answer() {
      // Some browsers lend camera and microphone only once.
      devices.close();
      setHere(true);
      // The call begins with the press, and ends again should somebody else have been quicker.
      setAnswering(true);
      const taken = await transition(id, "accept");
      setAnswering(false);
      if (taken) return;
      setHere(false);
      await devices.open();
    },
    async leave() {
      // Another window may be the one that comes back.
      if (await transition(id, "leave")) setHere(false);
    },
    async comeBack() {
      setHere(true);
      if (!await transition(id, "arrive")) setHere(false);
    },
    askTelephone: () => void transition(id, "ask_telephone"),
    async withdrawTelephone() {
      const withdrawn = await transition(id, "withdraw_telephone");
      // The press is for the camera, too, where it was not needed so far.
      if (withdrawn && waits && devices.state.value === "closed") {
        await devices.open();
      }
    },
  };
}
