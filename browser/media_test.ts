import { assertEquals } from "@std/assert";
import { type DeviceProblem, problemOf } from "./media.ts";

const problems: [string, DeviceProblem][] = [
  ["NotAllowedError", "refused"],
  ["SecurityError", "refused"],
  ["gum.permission_denied", "refused"],
  ["NotFoundError", "absent"],
  ["OverconstrainedError", "absent"],
  ["gum.not_found", "absent"],
  ["NotReadableError", "busy"],
  ["AbortError", "busy"],
  ["TypeError", "unknown"],
];

Deno.test("each error of a browser is a problem with an advice", () => {
  for (const [name, problem] of problems) {
    const error = Object.assign(new Error("of a test"), { name });
    assertEquals(problemOf(error), problem, name);
  }
});

Deno.test("what the video library has no name for is the browser's error", () => {
  const error = Object.assign(new Error("of a test"), {
    name: "gum.general",
    gum: {
      error: Object.assign(new Error("of a test"), {
        name: "NotReadableError",
      }),
    },
  });
  assertEquals(problemOf(error), "busy");
});

Deno.test("what is no error is an unknown problem", () => {
  assertEquals(problemOf("NotAllowedError"), "unknown");
  assertEquals(problemOf(undefined), "unknown");
});
