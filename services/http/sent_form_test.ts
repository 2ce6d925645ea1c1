import { assertEquals } from "@std/assert";
import { packForm, unpackForm } from "./sent_form.ts";

Deno.test("a form comes back as it was sent: repeated fields in their order, empty ones, line breaks, any script", () => {
  const form = new FormData();
  form.append("starts", "08:00");
  form.append("starts", "");
  form.append("starts", "14:00");
  form.append("note", "Fïn & début\n+ 100 % 測試");
  const outcome = { typed: packForm(form), problems: {}, sent: false };
  assertEquals([...unpackForm(outcome)], [...form]);
});

Deno.test("files are not kept", () => {
  const form = new FormData();
  form.append("proof", new File(["x"], "x.pdf"));
  assertEquals(packForm(form), { sent: "" });
});
