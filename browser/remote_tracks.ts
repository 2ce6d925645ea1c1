import type { JitsiTrack } from "./jitsi.ts";
import type { Kind } from "./local_tracks.ts";

/** What the page shows of the other one. */
export interface RemoteMedia {
  /** The same object as long as its tracks are: a new one would restart the picture. */
  stream: MediaStream;
  muted: Record<Kind, boolean>;
  /** The picture is a shared screen: it is read, so nothing of it may be cut off. */
  screen: boolean;
}

/** What the other one sends: microphone, and camera or screen. Part of `call.ts`. */
export class RemoteTracks {
  #tracks = new Set<JitsiTrack>();
  #shown = new MediaStream();

  get size(): number {
    return this.#tracks.size;
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
   * What to show now. Where camera and screen both come, the screen. `sending` is what the other one says to
   * send; where nothing was said, the library's own word counts.
   */
  media(sending?: readonly string[]): RemoteMedia {
    const audio = this.#latest("audio");
    const video = this.#latest("video", isScreen) ?? this.#latest("video");
    const tracks = [audio, video].flatMap((one) => one?.getTrack() ?? []);
    const shown = this.#shown.getTracks();
    if (
      tracks.length !== shown.length ||
      tracks.some((track) => !shown.includes(track))
    ) this.#shown = new MediaStream(tracks);
    return {
      stream: this.#shown,
      muted: {
        audio: isOff(audio, sending),
        video: isOff(video, sending),
      },
      screen: video !== undefined && isScreen(video),
    };
  }

  /** The newest one: when the way of the media changes, the old track may linger. */
  #latest(
    kind: Kind,
    also: (track: JitsiTrack) => boolean = () => true,
  ): JitsiTrack | undefined {
    return [...this.#tracks].findLast((track) =>
      track.getType() === kind && also(track)
    );
  }
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
  return sending ? !sending.includes(track.getType()) : track.isMuted();
}
