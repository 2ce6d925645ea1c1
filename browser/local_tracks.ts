import type {
  JitsiConference,
  JitsiMeetJS,
  JitsiTrack,
  TrackEffect,
} from "./jitsi.ts";
import {
  type DeviceChoice,
  type DeviceProblem,
  type Kind,
  problemOf,
  watchTrack,
} from "./media.ts";

/** What the tracks tell the call. */
export interface LocalTrackEvents {
  /** Another track, on or off, or a device that was lost or came back. */
  onChange: () => void;
  /** The screen is shared, or no longer. */
  onSharing: (sharing: boolean) => void;
}

/** What one sends: microphone, camera, and the screen in the camera's place. Part of `call.ts`. */
export class LocalTracks {
  #tracks: Partial<Record<Kind, JitsiTrack>> = {};
  #problems: Record<Kind, DeviceProblem | null> = { audio: null, video: null };
  #watched: Partial<Record<Kind, () => void>> = {};
  #effects: Partial<Record<Kind, TrackEffect>> = {};
  #screen: JitsiTrack | null = null;
  #shown = new MediaStream();

  /** `conferences` are all that the tracks are sent to; what opens after `signal` is aborted is closed at once. */
  constructor(
    readonly library: JitsiMeetJS,
    readonly conferences: () => JitsiConference[],
    readonly events: LocalTrackEvents,
    readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => void this.#release());
  }

  /** The camera's and the microphone's track, those that could be had. */
  get all(): JitsiTrack[] {
    return Object.values(this.#tracks);
  }

  /** What one sees of oneself; the same object as long as its tracks are. */
  stream(): MediaStream {
    const tracks = this.all.map((track) => track.getTrack());
    const shown = this.#shown.getTracks();
    if (
      tracks.length !== shown.length ||
      tracks.some((track) => !shown.includes(track))
    ) this.#shown = new MediaStream(tracks);
    return this.#shown;
  }

  /** What is sent now. */
  on(): Record<Kind, boolean> {
    const runs = (kind: Kind) =>
      this.#tracks[kind]?.isMuted() === false &&
      this.#problems[kind] !== "ended";
    return { audio: runs("audio"), video: runs("video") };
  }

  /** Devices that worked and do no longer, `ended` or `silent`; or why one could not be opened. */
  problems(): Record<Kind, DeviceProblem | null> {
    return { ...this.#problems };
  }

  /** The device that a kind of media came from. */
  deviceOf(kind: Kind): string | undefined {
    return this.#tracks[kind]?.getDeviceId();
  }

  /** Puts an effect on what is sent of this kind, now and after every change of device; null takes it away. */
  async setEffect(kind: Kind, effect: TrackEffect | null): Promise<void> {
    if (effect) this.#effects[kind] = effect;
    else delete this.#effects[kind];
    const track = this.#tracks[kind];
    if (track === undefined) return;
    await track.setEffect(effect ?? undefined);
    this.#watch(kind, track);
    this.events.onChange();
  }

  /**
   * Opens what can be opened; the rest the call does without. A camera that is off stays dark, and is opened when
   * it is turned on: the library never tells the other side of a camera that was muted before it joined.
   */
  async open(choice: DeviceChoice, on: Record<Kind, boolean>): Promise<void> {
    const wanted = { audio: choice.microphone, video: choice.camera };
    await Promise.allSettled(
      (["audio", "video"] as const).map(async (kind) => {
        if (kind === "video" && !on.video) return;
        const track = await this.#open(kind, wanted[kind]);
        if (!on[kind]) await track.mute();
        this.#keep(kind, track);
      }),
    );
    this.events.onChange();
  }

  /** A device that could not be had, or was lost, is asked for once more. Throws what the browser says. */
  async turn(kind: Kind, on: boolean, choice: DeviceChoice): Promise<void> {
    const track = this.#tracks[kind];
    if (on && (track === undefined || this.#problems[kind] === "ended")) {
      return await this.change(
        kind,
        kind === "video" ? choice.camera : choice.microphone,
      );
    }
    await (on ? track?.unmute() : track?.mute());
    // A camera that comes on again is another track of the browser's.
    if (track) this.#watch(kind, track);
    this.events.onChange();
  }

  /** Another device. Throws what the browser says when it cannot be had. */
  async change(kind: Kind, deviceId: string): Promise<void> {
    const before = this.#tracks[kind] ?? null;
    const lost = this.#problems[kind] === "ended";
    const after = await this.#open(kind, deviceId);
    if (before?.isMuted() && !lost) await after.mute();
    if (kind === "audio" || this.#screen === null) {
      await this.#everywhere((one) => one.replaceTrack(before, after));
    }
    this.#keep(kind, after);
    await before?.dispose();
    this.events.onChange();
  }

  /** Shows a window or the screen to the other side. Throws when the person closes the browser's dialog. */
  async share(): Promise<void> {
    const tracks = await this.library.createLocalTracks({
      devices: ["desktop"],
    });
    // The browser may add the sound of a tab: not wanted beside the microphone.
    const screen = tracks.find((track) => track.getType() === "video");
    for (const track of tracks) if (track !== screen) await track.dispose();
    if (!screen) return;
    if (this.signal.aborted) return void await screen.dispose();
    screen.addEventListener(
      this.library.events.track.LOCAL_TRACK_STOPPED,
      () => void this.unshare(),
    );
    const camera = this.#tracks.video ?? null;
    await this.#everywhere((one) =>
      one.replaceTrack(camera, screen)
        // The current library refuses to put a screen in a camera's place: it sends both.
        .catch(() => one.addTrack(screen))
    );
    this.#screen = screen;
    this.events.onSharing(true);
  }

  /** Back to the camera. */
  async unshare(): Promise<void> {
    const screen = this.#screen;
    if (screen === null) return;
    this.#screen = null;
    this.events.onSharing(false);
    const camera = this.#tracks.video ?? null;
    await this.#everywhere((one) =>
      one.replaceTrack(screen, camera).catch(() => one.removeTrack(screen))
    );
    await screen.dispose();
  }

  /**
   * A conference that is left takes the tracks with it, also from the newer one that sends them by now: a camera that
   * goes off and on again would reach nobody.
   */
  stayWithNewest(): void {
    const newest = this.conferences().at(-1);
    if (newest === undefined) return;
    for (const track of [...this.all, this.#screen]) {
      if (track) track.conference = newest;
    }
  }

  async #release(): Promise<void> {
    const tracks = [...this.all, this.#screen];
    for (const stop of Object.values(this.#watched)) stop();
    this.#tracks = {};
    this.#screen = null;
    await Promise.allSettled(tracks.map((track) => track?.dispose()));
  }

  async #everywhere(
    work: (conference: JitsiConference) => Promise<unknown>,
  ): Promise<void> {
    await Promise.all(this.conferences().map(work));
  }

  #keep(kind: Kind, track: JitsiTrack): void {
    this.#tracks[kind] = track;
    this.#watch(kind, track);
  }

  #watch(kind: Kind, track: JitsiTrack): void {
    this.#watched[kind]?.();
    this.#watched[kind] = watchTrack(track.getTrack(), (problem) => {
      // Off, a camera's track is ended by the library itself.
      const told = track.isMuted() ? null : problem;
      if (this.#problems[kind] === told) return;
      this.#problems[kind] = told;
      this.events.onChange();
    });
  }

  /** Keeps why a device cannot be had: its owner is told, and the other side that it is not merely off. */
  async #open(kind: Kind, deviceId: string): Promise<JitsiTrack> {
    try {
      return await this.#create(kind, deviceId);
    } catch (error) {
      if (this.#tracks[kind] === undefined && !this.signal.aborted) {
        this.#problems[kind] = problemOf(error);
        this.events.onChange();
      }
      throw error;
    }
  }

  async #create(kind: Kind, deviceId: string): Promise<JitsiTrack> {
    const create = (id: string) =>
      this.library.createLocalTracks({
        devices: [kind],
        resolution: 720,
        ...(id === ""
          ? {}
          : kind === "video"
          ? { cameraDeviceId: id }
          : { micDeviceId: id }),
      });
    // A remembered device may be unplugged by now: any other one is better than none.
    const [track] = await create(deviceId).catch((error) => {
      if (deviceId === "") throw error;
      return create("");
    });
    if (!track) throw new Error(`No ${kind} track`);
    if (this.signal.aborted) {
      await track.dispose();
      throw new DOMException("The call is over", "AbortError");
    }
    const effect = this.#effects[kind];
    if (effect) await track.setEffect(effect);
    return track;
  }
}
