import { assertEquals } from "@std/assert";
import { smsText } from "./sms_text.ts";
import { segments } from "../../local/carriers/segments.ts";

Deno.test("an SMS keeps the spelling of words and names, and only typography becomes plain", () => {
  for (
    const [text, sms] of [
      ["Début à 17:10, ça va, français", "Début à 17:10, ça va, français"],
      ["Inês João Čapek Łukasz", "Inês João Čapek Łukasz"],
      ["Lëtzebuerg", "Lëtzebuerg"],
      ["l’été – « oui »…\u00a0: 5 €", 'l\'été - " oui "... : 5 €'],
      ["„Salle d’attente“", '"Salle d\'attente"'],
      ["e\u0301te\u0301", "été"],
      ["œuvre 😀", "œuvre 😀"],
    ]
  ) assertEquals(smsText(text ?? ""), sms);
});

Deno.test("typography alone does not make an SMS longer", () => {
  const text = "Salle d’attente – dès 17:00 : ".repeat(5);
  assertEquals(segments(smsText(text)), 1);
  assertEquals(segments(text), 3);
});
