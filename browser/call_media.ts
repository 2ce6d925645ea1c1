import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { CallTicket } from "./answers.ts";
import type { CallAccess } from "./call_access.ts";
import { effectKind, Effects } from "./effects.ts";
import type { LocalTracks } from "./local_tracks.ts";
import {
  type Device,
  type DeviceProblem,
  type Kind,
  nextDevice,
  problemOf,
  rememberChoice,
  rememberedChoice,
} from "./media.ts";

const nothing = { audio: null, video: null };

/** What one sends in a call: microphone, camera, screen. Part of `call.ts`. */
export class CallMedia {
  readonly #stream = signal<MediaStream | null>(null);
  readonly #on = signal<Record<Kind, boolean>>({ audio: true, video: true });
  readonly #lost = signal<Record<Kind, DeviceProblem | null>>(nothing);
  readonly #next = signal<Record<Kind, Device | null>>(nothing);
  readonly #problem = signal<DeviceProblem | null>(null);
  readonly #sharing = signal(false);
  #tracks: LocalTracks | null = null;

  /** What is done to picture and sound before they are sent. */
  readonly effects: Effects;

  /** `onChange`: the other side should be told again what is sent. */
  constructor(readonly access: CallAccess, readonly onChange: () => void) {
    this.effects = new Effects(
      async (name, effect) =>
        await this.#tracks?.setEffect(effectKind[name], effect),
      access.effects,
    );
  }

  /** What one sees of oneself; null before the devices are open. */
  get stream(): ReadonlySignal<MediaStream | null> {
    return this.#stream;
  }
  /** What is sent: false for what is off, absent or lost. */
  get on(): ReadonlySignal<Record<Kind, boolean>> {
    return this.#on;
  }
  /** Own devices that worked and were lost, `ended` or `silent`, or could not be opened. The other side is told, too. */
  get lost(): ReadonlySignal<Record<Kind, DeviceProblem | null>> {
    return this.#lost;
  }
  /** The device to offer in the place of one that ended; null when there is no other. */
  get next(): ReadonlySignal<Record<Kind, Device | null>> {
    return this.#next;
  }
  /** Why the last change of camera or microphone failed. */
  get problem(): ReadonlySignal<DeviceProblem | null> {
    return this.#problem;
  }
  get sharing(): ReadonlySignal<boolean> {
    return this.#sharing;
  }

  /** Microphone or camera on or off. */
  readonly turn = (kind: Kind): void => {
    const on = this.#on.peek();
    this.access.keepSending({ ...on, [kind]: !on[kind] });
    this.#attempt(this.#tracks?.turn(kind, !on[kind], rememberedChoice()));
  };

  /** Another camera or microphone, kept for the next visit. */
  readonly change = (kind: Kind, deviceId: string): void => {
    const choice = rememberedChoice();
    rememberChoice(
      kind === "video"
        ? { ...choice, camera: deviceId }
        : { ...choice, microphone: deviceId },
    );
    this.#attempt(this.#tracks?.change(kind, deviceId));
  };

  /** Shows a window or the screen to the other side, or no longer. */
  readonly share = (): void => {
    const tracks = this.#tracks;
    const done = this.#sharing.peek() ? tracks?.unshare() : tracks?.share();
    // The person closed the browser's dialog: nothing is shared, nothing has changed.
    done?.catch(() => {});
  };

  /** Opens the devices, once an attempt; they close when `signal` is aborted. */
  async open(
    ticket: CallTicket,
    conferences: LocalTracks["conferences"],
    signal: AbortSignal,
  ): Promise<LocalTracks> {
    if (this.#tracks !== null) return this.#tracks;
    const events = {
      onChange: () => {
        if (!signal.aborted) this.#changed();
      },
      onSharing: (sharing: boolean) => this.#sharing.value = sharing,
    };
    const tracks = await this.access.openTracks(
      ticket,
      conferences,
      events,
      signal,
    );
    signal.throwIfAborted();
    this.#tracks = tracks;
    signal.addEventListener("abort", () => {
      if (this.#tracks === tracks) this.#forget();
    });
    // Before anything is sent: a room that is to be blurred is never seen.
    await this.effects.start();
    signal.throwIfAborted();
    this.#changed();
    return tracks;
  }

  #forget(): void {
    this.#tracks = null;
    this.effects.close();
    batch(() => {
      this.#stream.value = null;
      this.#lost.value = this.#next.value = nothing;
      this.#problem.value = null;
      this.#sharing.value = false;
    });
  }

  #attempt(work: Promise<void> | undefined): void {
    this.#problem.value = null;
    work?.catch((error) => {
      // Said where it is told that the device is missing.
      const lost = this.#lost.peek();
      const problem = problemOf(error);
      if (lost.audio === problem || lost.video === problem) return;
      this.#problem.value = problem;
    });
  }

  #changed(): void {
    const tracks = this.#tracks;
    if (tracks === null) return;
    batch(() => {
      this.#stream.value = tracks.stream();
      this.#on.value = tracks.on();
      this.#lost.value = tracks.problems();
    });
    this.onChange();
    void this.#offerNext(tracks);
  }

  async #offerNext(tracks: LocalTracks): Promise<void> {
    const ended = (kind: Kind) => tracks.problems()[kind] === "ended";
    if (!ended("audio") && !ended("video")) {
      this.#next.value = nothing;
      return;
    }
    const { cameras, microphones } = await this.access.listDevices();
    const offer = (kind: Kind, devices: readonly Device[]) =>
      ended(kind) ? nextDevice(devices, tracks.deviceOf(kind)) : null;
    this.#next.value = {
      audio: offer("audio", microphones),
      video: offer("video", cameras),
    };
  }
}
