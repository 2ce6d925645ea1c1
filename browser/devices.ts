import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
} from "@preact/signals";
import { browserEffects, type EffectAccess, Effects } from "./effects.ts";
import type { TrackEffect } from "./jitsi.ts";
import { watchLevel } from "./level.ts";
import {
  closeMedia,
  type Device,
  type DeviceChoice,
  type DeviceLists,
  type DeviceProblem,
  type Kind,
  listDevices,
  type LocalMedia,
  nextDevice,
  openMedia,
  rememberChoice,
  rememberedChoice,
  watchTrack,
} from "./media.ts";

/** What the store asks of the browser; tests have their own. */
export interface DeviceAccess {
  open: typeof openMedia;
  list: typeof listDevices;
  /** Where `devicechange` is told. */
  events: () => EventTarget | undefined;
  level: typeof watchLevel;
  /** The devices chosen on an earlier visit, and those for the next one. */
  remembered: typeof rememberedChoice;
  remember: typeof rememberChoice;
  effects: EffectAccess;
}

const browserAccess: DeviceAccess = {
  open: openMedia,
  list: listDevices,
  events: () => navigator.mediaDevices,
  level: watchLevel,
  remembered: rememberedChoice,
  remember: rememberChoice,
  effects: browserEffects,
};

const noDevices: DeviceLists = {
  cameras: [],
  microphones: [],
  loudspeakers: [],
};
const noChoice: DeviceChoice = { camera: "", microphone: "", loudspeaker: "" };

/** Camera and microphone of a page before the call, as the person sets them up. */
export class DevicesStore {
  readonly #state = signal<"closed" | "opening" | "open">("closed");
  readonly #media = signal<LocalMedia | null>(null);
  readonly #lists = signal(noDevices);
  readonly #choice = signal(noChoice);
  readonly #level = signal(0);
  readonly #shown = signal<MediaStream | null>(null);
  readonly #blur = signal<TrackEffect | null>(null);
  readonly #stream = computed(() => this.#media.value?.stream ?? null);
  /** Ends what is open, and what still opens. */
  #open = new AbortController();

  /** What is done to picture and sound in the call. The picture shows it here too; one does not hear oneself. */
  readonly effects: Effects;

  constructor(readonly access: DeviceAccess = browserAccess) {
    this.effects = new Effects((name, effect) => {
      if (name === "blur") this.#blur.value = effect;
      return Promise.resolve();
    }, access.effects);
  }

  /** `closed` until opened; `opening` while the browser asks. */
  get state(): ReadonlySignal<"closed" | "opening" | "open"> {
    return this.#state;
  }
  /** What is open, each device with its problem; changes when one ends or falls silent. */
  get media(): ReadonlySignal<LocalMedia | null> {
    return this.#media;
  }
  /** What there is to choose from; follows what is plugged in. */
  get lists(): ReadonlySignal<DeviceLists> {
    return this.#lists;
  }
  /** What the person chose, now or on an earlier visit. */
  get choice(): ReadonlySignal<DeviceChoice> {
    return this.#choice;
  }
  /** What one sees of oneself, as others will. */
  get shown(): ReadonlySignal<MediaStream | null> {
    return this.#shown;
  }
  /** How loud the microphone is, 0 to 1, about 15 times a second: for the meter alone. */
  get level(): ReadonlySignal<number> {
    return this.#level;
  }

  /** The device to offer in the place of one that worked and does no longer; null where there is none or no need. */
  readonly next: ReadonlySignal<Record<Kind, Device | null>> = computed(() => {
    const { cameras, microphones } = this.#lists.value;
    const media = this.#media.value;
    const offer = (kind: Kind, devices: readonly Device[]) => {
      const problem = kind === "video"
        ? media?.cameraProblem
        : media?.microphoneProblem;
      return media && (problem === "ended" || problem === "silent")
        ? nextDevice(devices, idOf(media, kind))
        : null;
    };
    return {
      video: offer("video", cameras),
      audio: offer("audio", microphones),
    };
  });

  /** Opens the remembered devices, or others where those are gone. */
  readonly open = (): Promise<void> => this.#openWith(this.access.remembered());

  /** Other devices, kept for the next visit. */
  readonly choose = async (change: Partial<DeviceChoice>): Promise<void> => {
    const next = { ...this.#choice.peek(), ...change };
    this.access.remember(next);
    this.#choice.value = next;
    // The loudspeaker needs nothing opened.
    if (!("loudspeaker" in change)) await this.#openWith(next);
  };

  /** Lets go of both: the call opens them itself. What is still opening is closed as soon as it is open. */
  readonly close = (): void => {
    this.#open.abort();
    this.effects.close();
    batch(() => {
      this.#media.value = null;
      this.#state.value = "closed";
    });
  };

  /** Follows what is plugged in, until the returned function is called; then everything is closed. */
  start(): () => void {
    this.#choice.value = this.access.remembered();
    const list = () => void this.#list();
    const events = this.access.events();
    events?.addEventListener("devicechange", list);
    const stopLevel = effect(() => {
      const stream = this.#media.value?.stream;
      if (stream === undefined) return;
      return this.access.level(stream, (level) => this.#level.value = level);
    });
    const stopShown = effect(() => {
      const stream = this.#stream.value;
      const blur = this.#blur.value;
      this.#shown.value = stream && blur ? blur.startEffect(stream) : stream;
    });
    return () => {
      events?.removeEventListener("devicechange", list);
      stopLevel();
      stopShown();
      this.close();
    };
  }

  async #openWith(choice: DeviceChoice): Promise<void> {
    this.#open.abort();
    const { signal } = this.#open = new AbortController();
    this.#state.value = "opening";
    const media = await this.access.open(choice, signal);
    await this.#list();
    if (signal.aborted) return closeMedia(media.stream);
    batch(() => {
      this.#choice.value = choice;
      this.#media.value = media;
      this.#state.value = "open";
    });
    void this.effects.start();
    for (const track of media.stream.getTracks()) {
      const stop = watchTrack(track, (problem) => this.#tell(track, problem));
      signal.addEventListener("abort", stop);
    }
  }

  #tell({ kind }: MediaStreamTrack, problem: DeviceProblem | null): void {
    const media = this.#media.peek();
    if (media === null) return;
    const name = kind === "video" ? "cameraProblem" : "microphoneProblem";
    if (media[name] !== problem) {
      this.#media.value = { ...media, [name]: problem };
    }
  }

  async #list(): Promise<void> {
    this.#lists.value = await this.access.list();
  }
}

function idOf(media: LocalMedia, kind: Kind): string | undefined {
  return media.stream.getTracks().find((track) => track.kind === kind)
    ?.getSettings().deviceId;
}
