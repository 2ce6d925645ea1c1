import { assertEquals } from "@std/assert";
import type { ConsultationDocument } from "@/domain/document_records.ts";
import { callDocumentTexts } from "@/i18n/document_names.ts";
import { texts } from "@/i18n/texts.ts";
import { documentStep } from "./document_step.ts";

const words = callDocumentTexts(texts("en").documents);
const step = (changes: Partial<ConsultationDocument>) =>
  documentStep({
    ...{ id: "1", kind: "prescription", state: "issued", number: "O-2026-1" },
    ...{ signed: true, corrected: false, paid: false, copy: null },
    ...changes,
  }, words);
const copy = (state: "sent" | "failed", name: string | null = "Globe") => ({
  ...{ name, state },
});

Deno.test("a prescription asks for a pharmacy until one has it", () => {
  assertEquals(step({}).choose, "Choose a pharmacy");
  assertEquals(step({ copy: copy("sent") }), {
    text: "Your prescription is sent to Globe.",
    look: "done",
  });
  const failed = step({ copy: copy("failed") });
  assertEquals(failed.text.includes("did not reach Globe"), true);
  assertEquals(failed.choose, "Choose a pharmacy");
});

Deno.test("the CNS has its sheet only when it was sent there", () => {
  const kind = "sick_leave";
  assertEquals(
    [copy("sent", null), copy("failed", null), null].map((copy) =>
      step({ kind, copy }).text
    ),
    [words.employerSheet, words.employerSheetOnly, words.employerSheetOnly],
  );
});

Deno.test("a draft is being written, a signed one leaves, a void one asks for nothing", () => {
  const text = (changes: Partial<ConsultationDocument>) => step(changes).text;
  assertEquals(text({ state: "draft", signed: false }), words.beingWritten);
  assertEquals(text({ state: "draft" }), words.leavesSoon);
  assertEquals(text({ state: "voided" }), words.verifyVoid);
  assertEquals(
    text({ state: "voided", corrected: true }),
    words.verifyCorrected,
  );
  assertEquals(step({ kind: "fee_note" }).look, "todo");
  assertEquals(step({ kind: "fee_note", paid: true }).look, "done");
});
