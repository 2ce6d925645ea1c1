import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { booking } from "@/i18n/fr/booking.ts";
import type { ReasonQuestion } from "@/domain/reasons.ts";
import type { Dependant } from "@/domain/records.ts";
import type { Language } from "@/i18n/mod.ts";
import { SymptomsForm } from "./SymptomsForm.tsx";

function form(
  languages: Language[],
  spoken: Language | null,
  questions: ReasonQuestion[] = [],
  whom: { dependants: Dependant[] | null; patient: string } = {
    dependants: [],
    patient: "",
  },
): string {
  return renderToString(
    <SymptomsForm
      id="0b9f6c1e-1111-4222-8333-444455556666"
      symptoms=""
      languages={languages}
      spoken={spoken}
      questions={questions}
      answers={{}}
      me="Léa Kieffer"
      {...whom}
      tooLong={[]}
      backHref="/fr"
      optional="facultatif"
      texts={booking}
    />,
  );
}

Deno.test("the patient chooses the language of the consultation among the doctor's", () => {
  const html = form(["fr", "de", "lb"], "de");
  const offered = [...html.matchAll(/<input type="radio"[^>]*>/g)].map(String);
  assertEquals(
    offered.map((input) => /value="(\w+)"/.exec(input)?.[1]),
    ["fr", "de", "lb"],
  );
  assertEquals(
    offered.map((input) => /\schecked/.test(input)),
    [false, true, false],
  );
});

Deno.test("one language is sent without a question", () => {
  const html = form(["pt"], "pt");
  assert(!html.includes('type="radio"'), html);
  assert(/type="hidden" name="language" value="pt"/.test(html), html);
});

Deno.test("the doctor's questions are asked in words, or with yes or no", () => {
  const html = form(["fr"], "fr", [
    { id: "a", kind: "text", question: "Depuis quand ?" },
    { id: "b", kind: "yes_no", question: "De la fièvre ?" },
  ]);
  assert(/<textarea[^>]*name="answer-a"/.test(html), html);
  assertEquals(html.match(/type="radio"[^>]*name="answer-b"/g)?.length, 2);
  assert(html.includes("De la fièvre ?"), html);
});

Deno.test("who acts for somebody says for whom; nobody else is asked", () => {
  const tom: Dependant = {
    id: "c0000000-0000-4000-8000-000000000001",
    first_name: "Tom",
    last_name: "Kieffer",
    born_on: "2019-06-14",
    relation: "parent",
  };
  const choice = (dependants: Dependant[] | null, patient: string) =>
    [
      ...form(["fr"], "fr", [], { dependants, patient })
        .matchAll(/<input[^>]*name="patient"[^>]*>/g),
    ].map(([input]) => [
      /type="(\w+)"/.exec(input)?.[1],
      /value="([^"]*)"/.exec(input)?.[1] ?? "",
      /\schecked/.test(input),
    ]);
  assertEquals(choice([], ""), []);
  assertEquals(choice([tom], ""), [
    ["radio", "", true],
    ["radio", tom.id, false],
  ]);
  assertEquals(choice([tom], tom.id), [
    ["radio", "", false],
    ["radio", tom.id, true],
  ]);
  // Of somebody whom they no longer act for, and while nothing can be read.
  assertEquals(choice([tom], "gone")[0], ["radio", "", true]);
  assertEquals(choice(null, tom.id), [["hidden", tom.id, false]]);
});
