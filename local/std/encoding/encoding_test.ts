import { assertEquals, assertThrows } from "@std/assert";
import {
  decodeBase64,
  decodeBase64Url,
  decodeHex,
  encodeBase64,
  encodeBase64Url,
  encodeHex,
} from "./mod.ts";

const BYTES = new Uint8Array([251, 255, 191, 0]);

Deno.test("base64", () => {
  assertEquals(encodeBase64("foobar"), "Zm9vYmFy");
  assertEquals(encodeBase64("é"), "w6k=");
  assertEquals(encodeBase64(BYTES), "+/+/AA==");
  assertEquals(encodeBase64(BYTES.buffer), "+/+/AA==");
  assertEquals(decodeBase64("+/+/AA=="), BYTES);
  assertEquals(decodeBase64("+/+/AA"), BYTES);
  assertEquals(decodeBase64(""), new Uint8Array());
  for (const text of ["-_-_AA==", "Zm9v YmFy", "A", "A=A=", "é"]) {
    assertThrows(() => decodeBase64(text), TypeError);
  }
});

Deno.test("base64url", () => {
  assertEquals(encodeBase64Url(BYTES), "-_-_AA");
  assertEquals(decodeBase64Url("-_-_AA"), BYTES);
  assertEquals(decodeBase64Url("-_-_AA=="), BYTES);
  for (const text of ["+/+/AA", "A", "a b", "é"]) {
    assertThrows(() => decodeBase64Url(text), TypeError);
  }
});

Deno.test("hex", () => {
  assertEquals(encodeHex(BYTES), "fbffbf00");
  assertEquals(encodeHex("é"), "c3a9");
  assertEquals(decodeHex("fbffbf00"), BYTES);
  assertEquals(decodeHex("FBFFBF00"), BYTES);
  for (const text of ["f", "fg", "f f "]) {
    assertThrows(() => decodeHex(text), TypeError);
  }
});
