import { assertEquals } from "@std/assert";
import { readReasonForm, reasonForm, wrongFields } from "./reason_form.ts";

function sent(fields: Record<string, string>) {
  return readReasonForm((name) => fields[name] ?? "");
}

Deno.test("a reason needs a name, and minutes from 5 to 60", () => {
  assertEquals(wrongFields(sent({ name: "Toux", minutes: "20" })), []);
  assertEquals(wrongFields(sent({ name: "", minutes: "20" })), ["name"]);
  for (const minutes of ["", "4", "61", "600", "10.5", "dix"]) {
    assertEquals(wrongFields(sent({ name: "Toux", minutes })), ["minutes"]);
  }
  assertEquals(
    wrongFields(sent({ name: "é".repeat(81), minutes: "20" })),
    ["name"],
  );
});

Deno.test("five questions are read, each with its kind", () => {
  const form = sent({
    name: "Toux",
    minutes: "10",
    "question-0": "Depuis quand ?",
    "kind-4": "yes_no",
    "question-4": "De la fièvre ?",
    "question-5": "Une sixième ?",
  });
  assertEquals(form.questions.map(({ question }) => question), [
    "Depuis quand ?",
    "",
    "",
    "",
    "De la fièvre ?",
  ]);
  assertEquals(form.questions[4]?.kind, "yes_no");
  const long = sent({
    name: "Toux",
    minutes: "10",
    "question-2": "x".repeat(201),
  });
  assertEquals(wrongFields(long), ["question-2"]);
});

Deno.test("the form of a reason shows it as it stands", () => {
  const form = reasonForm({
    id: "r",
    name: "Toux",
    minutes: 15,
    active: false,
    questions: [{ id: "q", kind: "yes_no", question: "De la fièvre ?" }],
  });
  assertEquals([form.name, form.minutes, form.active], ["Toux", "15", false]);
  assertEquals(form.questions.length, 5);
});
