import { assertEquals } from "@std/assert";
import { cornerNear, nextCorner } from "./corners.ts";

Deno.test("a press moves the picture clockwise through all corners", () => {
  const first = "bottom-start";
  const second = nextCorner(first);
  const third = nextCorner(second);
  assertEquals(
    [second, third, nextCorner(third), nextCorner(nextCorner(third))],
    ["top-start", "top-end", "bottom-end", first],
  );
});

Deno.test("an arrow moves it that way, at the edge and with other keys it stays", () => {
  assertEquals(nextCorner("bottom-start", "ArrowUp"), "top-start");
  assertEquals(nextCorner("top-start", "ArrowRight"), "top-end");
  assertEquals(nextCorner("top-end", "ArrowDown"), "bottom-end");
  assertEquals(nextCorner("bottom-end", "ArrowLeft"), "bottom-start");
  assertEquals(nextCorner("bottom-start", "ArrowLeft"), "bottom-start");
  assertEquals(nextCorner("bottom-start", "Tab"), "bottom-start");
});

Deno.test("let go, it rests in the nearest corner", () => {
  const stage = { left: 100, top: 0, width: 400, height: 300 };
  const at = (left: number, top: number) =>
    cornerNear({ left, top, width: 80, height: 60 }, stage);
  assertEquals(
    [at(110, 200), at(110, 10), at(400, 10), at(400, 200)],
    ["bottom-start", "top-start", "top-end", "bottom-end"],
  );
});
