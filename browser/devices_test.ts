import { assertEquals } from "@std/assert";
import { type DeviceAccess, DevicesStore } from "./devices.ts";
import { FakeStream, FakeTrack, noEffects } from "./testing_media.ts";
import { settled } from "./testing.ts";

/** A browser with two cameras and a microphone; `allow` answers its question. */
function browser() {
  const question = Promise.withResolvers<void>();
  const events = new EventTarget();
  const opened: FakeTrack[] = [];
  let cameras = ["front", "back"];
  let choice = { camera: "", microphone: "", loudspeaker: "" };
  const access: DeviceAccess = {
    async open(choice, signal) {
      await question.promise;
      const tracks = [
        new FakeTrack("audio", "desk"),
        new FakeTrack("video", choice.camera || "front"),
      ];
      opened.push(...tracks);
      const stream = new FakeStream(tracks).asStream();
      signal.addEventListener(
        "abort",
        () => tracks.forEach((track) => track.stop()),
      );
      return { stream, cameraProblem: null, microphoneProblem: null };
    },
    list: () =>
      Promise.resolve({
        cameras: cameras.map((id) => ({ id, label: id })),
        microphones: [{ id: "desk", label: "desk" }],
        loudspeakers: [],
      }),
    events: () => events,
    level: () => () => {},
    remembered: () => choice,
    remember: (next) => choice = next,
    effects: noEffects,
  };
  const store = new DevicesStore(access);
  return {
    store,
    allow: question.resolve,
    opened,
    async unplug(id: string) {
      cameras = cameras.filter((one) => one !== id);
      opened.find((track) => track.id === id)?.end();
      events.dispatchEvent(new Event("devicechange"));
      await settled();
    },
  };
}

Deno.test("a camera that opens when nobody wants it any more is closed", async () => {
  const { store, allow, opened } = browser();
  const opening = store.open();
  store.close();
  allow();
  await opening;
  assertEquals(opened.map(({ readyState }) => readyState), ["ended", "ended"]);
  assertEquals(store.state.value, "closed");
  assertEquals(store.media.value, null);
});

Deno.test("a camera that is unplugged is told, and the next one offered", async () => {
  const { store, allow, unplug } = browser();
  const stop = store.start();
  allow();
  await store.open();
  assertEquals(store.media.value?.cameraProblem, null);
  assertEquals(store.next.value, { audio: null, video: null });

  await unplug("front");
  assertEquals(store.media.value?.cameraProblem, "ended");
  assertEquals(store.lists.value.cameras.map(({ id }) => id), ["back"]);
  assertEquals(store.next.value.video?.id, "back");

  await store.choose({ camera: "back" });
  assertEquals(store.media.value?.cameraProblem, null);
  stop();
  assertEquals(store.state.value, "closed");
});

Deno.test("a microphone that another program takes is told, and so is its return", async () => {
  const { store, allow, opened } = browser();
  allow();
  await store.open();
  const microphone = opened[0];
  microphone?.silence(true);
  assertEquals(store.media.value?.microphoneProblem, "silent");
  microphone?.silence(false);
  assertEquals(store.media.value?.microphoneProblem, null);
});

Deno.test("what was chosen later is what is open", async () => {
  const { store, allow, opened } = browser();
  const first = store.open();
  const second = store.choose({ camera: "back" });
  allow();
  await Promise.all([first, second]);
  assertEquals(
    opened.filter(({ readyState }) => readyState === "live")
      .map(({ id }) => id),
    ["desk", "back"],
  );
});
