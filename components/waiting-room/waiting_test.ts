import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { appointmentRecord } from "@/browser/testing_records.ts";
import { consultation } from "@/i18n/fr/consultation.ts";
import { tabTitle, waitingText } from "./waiting.ts";

const text = (moment: string, changes = {}) =>
  waitingText(appointmentRecord(changes), moment, "fr", consultation);

Deno.test("the doctor calls in time until the slot begins, and is late from then on", () => {
  assertStringIncludes(text("2026-11-29T09:59:00Z"), consultation.onTime);
  for (const late of ["10:00:00", "10:00:50", "10:14:00", "10:25:00"]) {
    const words = text(`2026-11-29T${late}Z`);
    assertEquals(words.includes(consultation.onTime), false, late);
    assertStringIncludes(words, "retard");
  }
  assertMatch(text("2026-11-29T10:14:30Z"), /15.minutes/);
});

Deno.test("what the server expects counts until the clock has passed it", () => {
  const expected = { queue_before: 1, expected_delay_minutes: 10 };
  assertMatch(text("2026-11-29T09:59:00Z", expected), /10.minutes/);
  assertMatch(text("2026-11-29T10:14:00Z", expected), /15.minutes/);
});

Deno.test("who is to be telephoned is not told that it will ring here", () => {
  const words = text("2026-11-29T09:59:00Z", { telephone: "+352621000000" });
  assertEquals(words.includes(consultation.onTime), false);
  assertEquals(words.includes(consultation.keepOpen), false);
  assertStringIncludes(words, consultation.doctorTold);
});

Deno.test("the tab says where the patient's page stands", () => {
  const no = { ringing: false, reopened: false, answering: false };
  assertEquals(tabTitle("waiting", no), null);
  assertEquals(tabTitle("calling", { ...no, ringing: true }), "callsYou");
  const answering = { ...no, ringing: true, answering: true };
  assertEquals(tabTitle("calling", answering), "consultationWith");
  assertEquals(tabTitle("in_progress", no), "consultationWith");
  const reopened = { ...no, reopened: true };
  assertEquals(tabTitle("in_progress", reopened), "reopenedTitle");
  assertEquals(tabTitle("completed", no), "endedTitle");
});
