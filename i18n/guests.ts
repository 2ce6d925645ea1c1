import type { GuestTexts } from "./fr/guest.ts";

/** What patient and doctor read of a guest in the waiting room, in the call and on the day. */
export type ThirdTexts = Pick<
  GuestTexts,
  | "inviteLink"
  | "inviteWord"
  | "coming"
  | "comingLate"
  | "relative"
  | "interpreter"
  | "colleague"
  | "stateInvited"
  | "stateOpened"
  | "stateWaiting"
  | "stateAdmitted"
  | "stateLeft"
  | "stateRefused"
  | "stateRemoved"
  | "admit"
  | "refuse"
  | "remove"
  | "removeShort"
  | "alsoTold"
  | "endToEnd"
  | "overBridge"
>;

/** These texts out of the subject: an island gets no more. */
export function thirdTexts(texts: GuestTexts): ThirdTexts {
  const {
    inviteLink,
    inviteWord,
    coming,
    comingLate,
    relative,
    interpreter,
    colleague,
    stateInvited,
    stateOpened,
    stateWaiting,
    stateAdmitted,
    stateLeft,
    stateRefused,
    stateRemoved,
    admit,
    refuse,
    remove,
    removeShort,
    alsoTold,
    endToEnd,
    overBridge,
  } = texts;
  return {
    ...{ inviteLink, inviteWord, coming, comingLate },
    ...{ relative, interpreter, colleague },
    ...{ stateInvited, stateOpened, stateWaiting, stateAdmitted, stateLeft },
    ...{ stateRefused, stateRemoved, admit, refuse, remove, removeShort },
    ...{ alsoTold, endToEnd, overBridge },
  };
}
