import { assertEquals } from "@std/assert";
import { birthDate, parseMatricule } from "./matricule.ts";

Deno.test("numbers that are right are taken, with the birth date in them", () => {
  // The first is the public example; the others were computed by the rule.
  for (
    const number of [
      "1893120105732",
      "1979031201492",
      "1990010100160",
      "2000022900358",
      "2010061512233",
      "1955123199951",
      "2024070401065",
    ]
  ) {
    const { matricule } = { matricule: undefined, ...parseMatricule(number) };
    assertEquals(matricule, number);
    if (matricule) {
      assertEquals(
        birthDate(matricule).replaceAll("-", ""),
        number.slice(0, 8),
      );
    }
  }
});

Deno.test("spaces, points and hyphens may stand anywhere, and digits may be wide", () => {
  for (
    const text of [
      "1893 1201 05732",
      " 1893120105732\n",
      "18\u00a093120105732",
      "1893-12-01-057-32",
      "1893.1201–05732",
      "１８９３１２０１０５７３２",
    ]
  ) assertEquals(parseMatricule(text).error, undefined, text);
});

Deno.test("the error says what is wrong", () => {
  for (
    const [text, error] of [
      ["", "length"],
      ["189312010573", "length"],
      ["18931201057321", "length"],
      ["1893a1201b05732", "length"],
      ["1985022900109", "date"], // 29 February of a common year
      ["1893130105732", "date"],
      ["1893120005732", "date"],
      ["1893123205732", "date"],
      ["0000010105732", "date"],
      ["1893120105742", "luhn"],
      ["1893120105733", "verhoeff"],
      ["1893120105723", "luhn"],
    ] as const
  ) assertEquals(parseMatricule(text).error, error, text);
});

Deno.test("nobody is born tomorrow", () => {
  assertEquals(parseMatricule("2024070401065", "2024-07-04").error, undefined);
  assertEquals(parseMatricule("2024070401065", "2024-07-03").error, "future");
});

Deno.test("one wrong digit is always found", () => {
  const right = "1979031201492";
  for (let place = 0; place < right.length; place++) {
    for (const digit of "0123456789") {
      if (digit === right[place]) continue;
      const wrong = right.slice(0, place) + digit + right.slice(place + 1);
      assertEquals(parseMatricule(wrong).error === undefined, false, wrong);
    }
  }
});
