import { assertEquals } from "@std/assert";
import { readMessageForm } from "./form.ts";

function form(message: string, id = "0b9f6c1e-1111-4222-8333-444455556666") {
  const data = new FormData();
  data.set("message", message);
  data.set("id", id);
  return data;
}

Deno.test("a form's message keeps its id, so that it stands once when sent twice", () => {
  assertEquals(readMessageForm(form("  Bonjour\ndocteur ")), {
    id: "0b9f6c1e-1111-4222-8333-444455556666",
    body: "Bonjour\ndocteur",
  });
  const other = readMessageForm(form("x", "no id"));
  assertEquals("id" in other && other.id.length, 36);
});

Deno.test("a message says something, in at most 4000 characters as people count them", () => {
  assertEquals(readMessageForm(form(" \n ")), { problem: "missing" });
  assertEquals(readMessageForm(new FormData()), { problem: "missing" });
  assertEquals(readMessageForm(form("x".repeat(4001))), {
    problem: "too_long",
  });
  assertEquals("body" in readMessageForm(form("👩".repeat(4000))), true);
});
