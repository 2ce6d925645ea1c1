import { type CallSide, isGuestUserId } from "@/domain/guests.ts";

/** Somebody in the room, as the library knows them. */
export interface Participant {
  getId(): string;
  getProperty(name: string): string | undefined;
  /** Who they are by their token, where the server tells (Prosody's `presence_identity`). */
  getIdentity?(): { user?: { id?: string } } | undefined;
}

/** The properties by which participants of a call tell who they are: their side, and when they joined (ms). */
export const SIDE = "side";
export const SINCE = "since";

/** Who is seen large, and who is the third one, by one's own side. */
const facing = {
  patient: { remote: "doctor", third: "guest" },
  doctor: { remote: "patient", third: "guest" },
  guest: { remote: "doctor", third: "patient" },
} as const;

/**
 * Who of the others in the room is the other side, who the third person, and who is only what a crashed tab left: for
 * a minute a server may keep its place. Of several on one side the newest counts; an own earlier window is never the
 * other side. Who has said nothing yet counts as the other side where nobody else is, and displaces nobody: it may be a
 * guest.
 */
export function whoIsWho<Someone extends Participant>(
  others: readonly Someone[],
  { side, since }: { side: CallSide; since: number },
): {
  remote: Someone | undefined;
  third: Someone | undefined;
  ghosts: Someone[];
} {
  const joined = (one: Someone) => Number(one.getProperty(SINCE) ?? 0);
  const newestFirst = (wanted: CallSide) =>
    others.filter((one) => sideOf(one) === wanted)
      .toSorted((a, b) => joined(b) - joined(a));
  const own = others.filter((one) => sideOf(one) === side);
  const [known, ...earlier] = newestFirst(facing[side].remote);
  const [third, ...earlierThirds] = newestFirst(facing[side].third);
  const remote = known ?? others.find((one) => sideOf(one) === undefined);
  return {
    remote,
    third,
    ghosts: [
      ...own.filter((one) => joined(one) < since),
      ...earlier,
      ...earlierThirds,
    ],
  };
}

/** A guest cannot pass for the doctor: what the token says of them counts more than what they say themselves. */
function sideOf(one: Participant): string | undefined {
  const id = one.getIdentity?.()?.user?.id;
  return id !== undefined && isGuestUserId(id)
    ? "guest"
    : one.getProperty(SIDE);
}
