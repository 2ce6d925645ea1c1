import { assertEquals } from "@std/assert";
import { type EffectName, Effects } from "./effects.ts";
import type { TrackEffect } from "./jitsi.ts";
import { settled } from "./testing.ts";

/** A browser that loads effects when a test says so, and what was applied and closed. */
function setting(kept: readonly EffectName[] = []) {
  const log: string[] = [];
  const remembered = new Set(kept);
  let loaded = Promise.withResolvers<void>();
  let stop: (state: "slow" | "failed") => void = () => {};
  const effects = new Effects((name, effect) => {
    log.push(`${effect ? "apply" : "remove"} ${name}`);
    return Promise.resolve();
  }, {
    async load(name, onStop): Promise<TrackEffect> {
      stop = onStop;
      await loaded.promise;
      return {
        isEnabled: () => true,
        startEffect: (stream) => stream,
        stopEffect() {},
        close: () => log.push(`close ${name}`),
      };
    },
    remembered: () => ({
      blur: remembered.has("blur"),
      noise: remembered.has("noise"),
    }),
    remember: (name, on) => on ? remembered.add(name) : remembered.delete(name),
  });
  return {
    effects,
    log,
    remembered,
    load: () => {
      loaded.resolve();
      return settled();
    },
    refuse: () => {
      loaded.reject(new Error("No network"));
      loaded = Promise.withResolvers();
      return settled();
    },
    stop: (state: "slow" | "failed") => {
      stop(state);
      return settled();
    },
  };
}

Deno.test("an effect is off until it is wanted, and remembered for the next visit", async () => {
  const { effects, log, load, remembered } = setting();
  await effects.start();
  assertEquals([effects.states.value.blur, log], ["off", []]);
  effects.turn("blur");
  assertEquals(effects.states.value.blur, "starting");
  await load();
  assertEquals([effects.states.value.blur, log], ["on", ["apply blur"]]);
  assertEquals([...remembered], ["blur"]);
  effects.turn("blur");
  await settled();
  assertEquals(effects.states.value.blur, "off");
  assertEquals(log, ["apply blur", "remove blur", "close blur"]);
  assertEquals([...remembered], []);
});

Deno.test("what was on at the last visit is on before anything is sent", async () => {
  const { effects, log, load } = setting(["noise"]);
  const started = effects.start();
  await load();
  await started;
  assertEquals([effects.states.value.noise, log], ["on", ["apply noise"]]);
  // Asked for again, as when another camera is chosen, nothing is loaded twice.
  await effects.start();
  assertEquals(log, ["apply noise"]);
  effects.close();
  assertEquals(log, ["apply noise", "remove noise", "close noise"]);
});

Deno.test("a device that is too slow turns it off by itself, and it is said", async () => {
  const { effects, log, load, stop } = setting();
  effects.turn("blur");
  await load();
  await stop("slow");
  assertEquals(effects.states.value.blur, "slow");
  assertEquals(log, ["apply blur", "remove blur", "close blur"]);
});

Deno.test("one that cannot be had is said, and can be tried again", async () => {
  const { effects, log, load, refuse } = setting();
  effects.turn("noise");
  await refuse();
  assertEquals([effects.states.value.noise, log], ["failed", []]);
  effects.turn("noise");
  await load();
  assertEquals(effects.states.value.noise, "on");
});

Deno.test("turned off while it loads, it is never applied", async () => {
  const { effects, log, load } = setting();
  effects.turn("blur");
  effects.turn("blur");
  await load();
  assertEquals([effects.states.value.blur, log], ["off", ["close blur"]]);
});
