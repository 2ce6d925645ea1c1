import { assertEquals } from "@std/assert";
import { callOf, keepPress, pressedHere } from "./pressed.ts";

Deno.test("a press counts for the call it was for, in this tab, until it is over", () => {
  const call = callOf("appointment-1", { resumed_at: null });
  assertEquals(pressedHere("call", call), false);
  keepPress("call", call);
  assertEquals(pressedHere("call", call), true);
  assertEquals(pressedHere("equipment", call), false);
  const resumed = { resumed_at: "2026-11-29T10:09:00+00:00" };
  assertEquals(pressedHere("call", callOf("appointment-1", resumed)), false);
  assertEquals(
    pressedHere("call", callOf("appointment-2", { resumed_at: null })),
    false,
  );
  keepPress("call", null);
  assertEquals(pressedHere("call", call), false);
});

Deno.test("where the storage is closed, nothing comes on by itself", () => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, "sessionStorage");
  Object.defineProperty(globalThis, "sessionStorage", {
    configurable: true,
    get() {
      throw new DOMException("closed", "SecurityError");
    },
  });
  try {
    keepPress("call", "a");
    assertEquals(pressedHere("call", "a"), false);
  } finally {
    Object.defineProperty(globalThis, "sessionStorage", kept ?? {});
  }
});
