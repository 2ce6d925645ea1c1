import { type ReadonlySignal, signal } from "@preact/signals";
import type { TrackEffect } from "./jitsi.ts";
import type { Kind } from "./media.ts";

/** What can be done to the own picture and sound on the device, before they are sent. */
export type EffectName = "blur" | "noise";

/** `slow`: turned off by itself, the device could not keep up; `failed`: it could not be started. */
export type EffectState = "off" | "starting" | "on" | "slow" | "failed";

const effectNames = ["blur", "noise"] as const;

/** What each is done to. */
export const effectKind = {
  blur: "video",
  noise: "audio",
} as const satisfies Record<
  EffectName,
  Kind
>;

/** What is asked of the browser; tests have their own. */
export interface EffectAccess {
  /** Fetches what an effect needs. Throws where it cannot run; `onStop` when it no longer does. */
  load(
    name: EffectName,
    onStop: (state: "slow" | "failed") => void,
  ): Promise<TrackEffect>;
  remembered(): Record<EffectName, boolean>;
  remember(name: EffectName, on: boolean): void;
}

const KEY = "effects";

/** The browser's own. */
export const browserEffects: EffectAccess = {
  // Fetched when wanted: most people never turn it on.
  load: async (name, onStop) =>
    name === "blur"
      ? await (await import("./blur.ts")).loadBlur(() => onStop("slow"))
      : await (await import("./noise.ts")).loadNoise(() => onStop("failed")),
  remembered() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
      return { blur: kept?.blur === true, noise: kept?.noise === true };
    } catch {
      return { blur: false, noise: false };
    }
  },
  remember(name, on) {
    try {
      const kept = { ...browserEffects.remembered(), [name]: on };
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // The next visit begins without.
    }
  },
};

/**
 * The effects that this browser can do. Blur needs the camera's frames in a worker, which Chromium alone gives: on the
 * page itself the picture would stand still while its tab is hidden.
 */
export function possibleEffects(): EffectName[] {
  const needs = {
    blur: ["MediaStreamTrackProcessor", "MediaStreamTrackGenerator"],
    noise: ["AudioWorkletNode", "WebAssembly"],
  };
  return effectNames.filter((name) =>
    needs[name].every((need) => need in globalThis)
  );
}

/** Which effects are on, as the person wants them, on this visit and the next. Off at first. */
export class Effects {
  readonly #states = signal<Record<EffectName, EffectState>>({
    blur: "off",
    noise: "off",
  });
  #loaded = new Map<EffectName, TrackEffect>();

  /** `apply` puts an effect on what is sent or shown, or takes it away. */
  constructor(
    readonly apply: (
      name: EffectName,
      effect: TrackEffect | null,
    ) => Promise<void>,
    readonly access: EffectAccess,
  ) {}

  get states(): ReadonlySignal<Record<EffectName, EffectState>> {
    return this.#states;
  }

  /** Turns on what was on at the last visit; resolves when it is. */
  async start(): Promise<void> {
    const wanted = this.access.remembered();
    await Promise.all(
      effectNames.filter((name) => wanted[name]).map((name) =>
        this.#turnOn(name)
      ),
    );
  }

  /** On or off. */
  readonly turn = (name: EffectName): void => {
    const on = !isOn(this.#states.peek()[name]);
    this.access.remember(name, on);
    void (on ? this.#turnOn(name) : this.#turnOff(name, "off"));
  };

  /** Lets go of what was loaded. */
  close(): void {
    for (const [name, effect] of this.#loaded) {
      void this.apply(name, null).catch(() => {});
      effect.close();
    }
    this.#loaded.clear();
    this.#states.value = { blur: "off", noise: "off" };
  }

  async #turnOn(name: EffectName): Promise<void> {
    if (isOn(this.#states.peek()[name])) return;
    this.#set(name, "starting");
    try {
      const effect = await this.access.load(
        name,
        (state) => void this.#turnOff(name, state),
      );
      // Turned off again meanwhile.
      if (this.#states.peek()[name] !== "starting") return effect.close();
      this.#loaded.set(name, effect);
      await this.apply(name, effect);
      this.#set(name, "on");
    } catch {
      await this.#turnOff(name, "failed");
    }
  }

  async #turnOff(name: EffectName, state: EffectState): Promise<void> {
    this.#set(name, state);
    const effect = this.#loaded.get(name);
    this.#loaded.delete(name);
    if (effect === undefined) return;
    await this.apply(name, null).catch(() => {});
    effect.close();
  }

  #set(name: EffectName, state: EffectState): void {
    this.#states.value = { ...this.#states.peek(), [name]: state };
  }
}

/** Whether it runs, or is about to. */
export function isOn(state: EffectState): boolean {
  return state === "on" || state === "starting";
}
