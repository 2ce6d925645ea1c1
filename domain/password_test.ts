import { assert, assertEquals } from "@std/assert";
import { normalPassword, passwordError, passwordStrength } from "./password.ts";

const range = { min: 12, max: 72 };

Deno.test("a password has a length in the range and is the same twice", () => {
  assertEquals(passwordError("", "", range), "missing");
  assertEquals(passwordError("elf Zeichen", "elf Zeichen", range), "short");
  assertEquals(passwordError("zwölf Zeiche", "zwölf Zeiche", range), null);
  assertEquals(passwordError("zwölf Zeiche", "zwölf Zeichen", range), "differ");
  assertEquals(
    passwordError("x".repeat(73), "x".repeat(73), { min: 4, max: 100 }),
    "long",
  );
});

Deno.test("what bcrypt would cut off is refused: letters with accents take two bytes", () => {
  const accents = "é".repeat(40);
  assertEquals(passwordError(accents, accents, range), "long");
});

Deno.test("an emoji is one character, not two", () => {
  assertEquals(passwordError("🦊".repeat(8), "🦊".repeat(8), range), "short");
});

Deno.test("é is the same from every keyboard", () => {
  assertEquals(normalPassword("e\u0301te\u0301"), normalPassword("été"));
  assertEquals(normalPassword(new File([], "x")), "");
});

Deno.test("long and varied beats long and dull", () => {
  assertEquals(passwordStrength("aaaaaaaaaaaaaaaaaaaa"), 0);
  assertEquals(passwordStrength("12345678901234567890"), 0);
  assertEquals(passwordStrength("motdepasse"), 0);
  assert(passwordStrength("cheval pile agrafe correct") >= 2);
  assertEquals(passwordStrength("Trois chats gris 7 sur un toit"), 3);
});
