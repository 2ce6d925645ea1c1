import type { DeviceChoice } from "./devices.ts";
import type { JitsiConference, JitsiMeetJS, JitsiTrack } from "./jitsi.ts";

/** The two kinds of media of a call. */
export type Kind = "audio" | "video";

/** What one sends: microphone, camera, and the screen in the camera's place. Part of `call.ts`. */
export class LocalTracks {
  #tracks: Partial<Record<Kind, JitsiTrack>> = {};
  #screen: JitsiTrack | null = null;
  #shown = new MediaStream();

  constructor(
    readonly library: JitsiMeetJS,
    readonly conference: () => JitsiConference | null,
    readonly onChange: () => void,
    readonly onSharing: (sharing: boolean) => void,
  ) {}

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
    const { audio, video } = this.#tracks;
    return {
      audio: audio !== undefined && !audio.isMuted(),
      video: video !== undefined && !video.isMuted(),
    };
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
        const track = await this.#create(kind, wanted[kind]);
        if (!on[kind]) await track.mute();
        this.#tracks[kind] = track;
      }),
    );
    this.onChange();
  }

  /** A device that could not be had at the beginning is asked for once more. */
  async turn(kind: Kind, on: boolean, choice: DeviceChoice): Promise<void> {
    const track = this.#tracks[kind];
    if (on && track === undefined) {
      return await this.change(
        kind,
        kind === "video" ? choice.camera : choice.microphone,
      );
    }
    await (on ? track?.unmute() : track?.mute());
    this.onChange();
  }

  async change(kind: Kind, deviceId: string): Promise<void> {
    const before = this.#tracks[kind] ?? null;
    const after = await this.#create(kind, deviceId);
    if (before?.isMuted()) await after.mute();
    if (kind === "audio" || this.#screen === null) {
      await this.conference()?.replaceTrack(before, after);
    }
    await before?.dispose();
    this.#tracks[kind] = after;
    this.onChange();
  }

  async share(): Promise<void> {
    const tracks = await this.library.createLocalTracks({
      devices: ["desktop"],
    });
    // The browser may add the sound of a tab: not wanted beside the microphone.
    const screen = tracks.find((track) => track.getType() === "video");
    for (const track of tracks) if (track !== screen) await track.dispose();
    if (!screen) return;
    screen.addEventListener(
      this.library.events.track.LOCAL_TRACK_STOPPED,
      () => void this.unshare(),
    );
    try {
      await this.conference()?.replaceTrack(
        this.#tracks.video ?? null,
        screen,
      );
    } catch {
      // The current library refuses to put a screen in a camera's place: it sends both.
      await this.conference()?.addTrack(screen);
    }
    this.#screen = screen;
    this.onSharing(true);
  }

  async unshare(): Promise<void> {
    const screen = this.#screen;
    if (screen === null) return;
    this.#screen = null;
    this.onSharing(false);
    try {
      await this.conference()?.replaceTrack(
        screen,
        this.#tracks.video ?? null,
      );
    } catch {
      await this.conference()?.removeTrack(screen);
    }
    await screen.dispose();
  }

  async release(): Promise<void> {
    const tracks = [...this.all, this.#screen];
    this.#tracks = {};
    this.#screen = null;
    await Promise.allSettled(tracks.map((track) => track?.dispose()));
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
    return track;
  }
}
