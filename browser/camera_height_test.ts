import { assertEquals } from "@std/assert";
import { FakeTime } from "./testing.ts";
import { CameraHeight } from "./camera_height.ts";

Deno.test("the camera is sent small at first, and in full soon after media runs", () => {
  using time = new FakeTime();
  const sent: number[] = [];
  const height = new CameraHeight((maxHeight) => sent.push(maxHeight));
  height.begin();
  height.arrived();
  time.tick(2_000);
  height.started();
  time.tick(1_000);
  assertEquals(sent, [360]);
  time.tick(1_000);
  assertEquals(sent, [360, 720]);
  time.tick(60_000);
  assertEquals(sent, [360, 720]);
});

Deno.test("the camera is sent in full, too, when nothing tells that media runs", () => {
  using time = new FakeTime();
  const sent: number[] = [];
  const height = new CameraHeight((maxHeight) => sent.push(maxHeight));
  height.begin();
  height.arrived();
  time.tick(10_000);
  assertEquals(sent, [360, 720]);
});

Deno.test("a room that was left is told nothing of the camera", () => {
  using time = new FakeTime();
  const sent: number[] = [];
  const height = new CameraHeight((maxHeight) => sent.push(maxHeight));
  height.begin();
  height.started();
  height.end();
  time.tick(60_000);
  assertEquals(sent, [360]);
});
