import { assertEquals } from "@std/assert";
import { toGsm } from "./gsm.ts";

Deno.test("what SMS knows stays, what it lacks gets its likeness", () => {
  for (
    const [text, sms] of [
      ["Début à 17:10, ça va", "Début à 17:10, ca va"],
      ["Inês João Čapek Łukasz", "Ines Joao Capek Lukasz"],
      ["Är Waardesall ass op, Lëtzebuerg", "Är Waardesall ass op, Letzebuerg"],
      ["l’été – « oui »…\u00a0: 5 €", 'l\'été - " oui "... : 5 €'],
      ["e\u0301te\u0301", "été"],
      ["😀", "?"],
      ["Ångström Ñandú œuvre", "Ångström Ñandu oeuvre"],
    ]
  ) assertEquals(toGsm(text ?? ""), sms);
});
