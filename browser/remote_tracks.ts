import type { JitsiTrack } from "./jitsi.ts";
import type { Kind } from "./media.ts";

/** What the page shows of another one. */
export interface RemoteMedia {
  /** The same object as long as its tracks are: a new one would restart the picture. */
  stream: MediaStream;
  muted: Record<Kind, boolean>;
  /** A device of theirs worked and is gone: they did not turn it off. */
  lost: Record<Kind, boolean>;
  /** The picture is a shared screen: it is read, so nothing of it may be cut off. */
  screen: boolean;
}

/** Whether there is something to show of somebody: media, or that their devices do not work. */
export function hasNews({ stream, lost }: RemoteMedia): boolean {
  return stream.getTracks().length > 0 || lost.audio || lost.video;
}

/** Of two others, the one who is seen large, and the third person. */
export type Other = "remote" | "third";

/** What the others send: microphone, and camera or screen of each. Part of `call.ts`. */
export class RemoteTracks {
  #tracks = new Set<JitsiTrack>();
  #shown = { remote: new MediaStream(), third: new MediaStream() };

  /** Whether anything comes of the one who is seen large; `thirdId` is the third person's at the library. */
  hasRemote(thirdId: string | undefined): boolean {
    return this.#of("remote", thirdId).length > 0;
  }

  add(track: JitsiTrack): void {
    this.#tracks.add(track);
  }

  delete(track: JitsiTrack): void {
    this.#tracks.delete(track);
  }

  clear(): void {
    this.#tracks.clear();
  }

  /**
   * What to show of one of them now. Where camera and screen both come, the screen. `sending` is what they say to send,
   * `lost` what they lost; until something was said, all that comes counts as on. What is not the third person's is of
   * the one who is seen large.
   */
  media(
    other: Other,
    thirdId: string | undefined,
    sending?: readonly string[],
    lost: readonly string[] = [],
  ): RemoteMedia {
    const theirs = this.#of(other, thirdId);
    const audio = latest(theirs, "audio");
    const video = latest(theirs.filter(isScreen), "video") ??
      latest(theirs, "video");
    const tracks = [audio, video].flatMap((one) => one?.getTrack() ?? []);
    const shown = this.#shown[other].getTracks();
    if (
      tracks.length !== shown.length ||
      tracks.some((track) => !shown.includes(track))
    ) this.#shown[other] = new MediaStream(tracks);
    return {
      stream: this.#shown[other],
      muted: {
        audio: isOff(audio, sending),
        video: isOff(video, sending),
      },
      lost: { audio: lost.includes("audio"), video: lost.includes("video") },
      screen: video !== undefined && isScreen(video),
    };
  }

  #of(other: Other, thirdId: string | undefined): JitsiTrack[] {
    return [...this.#tracks].filter((track) => {
      const isThirds = thirdId !== undefined &&
        track.getParticipantId() === thirdId;
      return isThirds === (other === "third");
    });
  }
}

/** The newest one: when the way of the media changes, the old track may linger. */
function latest(
  tracks: readonly JitsiTrack[],
  kind: Kind,
): JitsiTrack | undefined {
  return tracks.findLast((track) => track.getType() === kind);
}

function isScreen(track: JitsiTrack): boolean {
  return track.getVideoType() === "desktop";
}

function isOff(
  track: JitsiTrack | undefined,
  sending: readonly string[] | undefined,
): boolean {
  if (track === undefined) return true;
  if (isScreen(track)) return false;
  return sending !== undefined && !sending.includes(track.getType());
}
