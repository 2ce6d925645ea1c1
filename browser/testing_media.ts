import type { EffectAccess } from "./effects.ts";

/** A camera's or microphone's track that a test ends and silences as the world does. */
export class FakeTrack extends EventTarget {
  readyState: "live" | "ended" = "live";
  muted = false;

  constructor(readonly kind: "audio" | "video", readonly id: string) {
    super();
  }

  /** As the page itself ends it: nobody is told. */
  stop(): void {
    this.readyState = "ended";
  }

  /** Unplugged, or its permission taken back. */
  end(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }

  /** Another program takes it, or gives it back. */
  silence(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }

  getSettings(): { deviceId: string } {
    return { deviceId: this.id };
  }

  /** As the browser's type: what the stores use of it is here. */
  asTrack(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
}

/** A stream of such tracks. */
export class FakeStream {
  constructor(readonly tracks: FakeTrack[] = []) {}

  getTracks(): FakeTrack[] {
    return this.tracks;
  }

  getAudioTracks(): FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === "audio");
  }

  /** As the browser's type: what the stores use of it is here. */
  asStream(): MediaStream {
    return this as unknown as MediaStream;
  }
}

/** A browser in which no effect was on, and none can be had. */
export const noEffects: EffectAccess = {
  load: () => Promise.reject(new Error("There is none")),
  remembered: () => ({ blur: false, noise: false }),
  remember() {},
};
