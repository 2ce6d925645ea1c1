import { assertEquals } from "@std/assert";
import { answersOf, byQuestion, longAnswers } from "./answers.ts";

Deno.test("the answers of a form are found by their questions", () => {
  const form = new FormData();
  form.set("symptoms", "Toux");
  form.set("answer-q1", " Depuis lundi\n");
  form.set("answer-q2", "yes");
  const answers = answersOf(form);
  assertEquals(answers, { "answer-q1": "Depuis lundi", "answer-q2": "yes" });
  assertEquals(byQuestion(answers), { q1: "Depuis lundi", q2: "yes" });
});

Deno.test("an answer has 500 characters at most", () => {
  assertEquals(
    longAnswers({ "answer-a": "x".repeat(501), "answer-b": "x".repeat(500) }),
    { "answer-a": "answer" },
  );
});
