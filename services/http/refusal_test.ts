import { assert, assertEquals } from "@std/assert";
import { Problem } from "./problem.ts";
import { isRefusal, readRefusal, withRefusal } from "./refusal.ts";

const read = (path: string) =>
  readRefusal(new URL(path, "https://econsult.example"));

Deno.test("the page of a form finds why it was refused, whatever else its query holds", () => {
  assertEquals(
    read(withRefusal("/fr/workspace", "too_late_to_undo")),
    "too_late_to_undo",
  );
  const path = withRefusal("/fr/workspace?day=2026-12-01", "hours_invalid");
  assertEquals(read(path), "hours_invalid");
  assertEquals(
    new URLSearchParams(path.split("?")[1]).get("day"),
    "2026-12-01",
  );
  assertEquals(read(withRefusal(path, "document_changed")), "document_changed");
});

Deno.test("a link that somebody made up says nothing", () => {
  assertEquals(read("/fr/workspace?refused=call+this+number"), undefined);
  assertEquals(read("/fr/workspace"), undefined);
});

Deno.test("rules that refuse are told on the page; what is not theirs or not reachable is not", () => {
  assert(isRefusal(new Problem(409, "slot_taken")));
  assert(isRefusal(new Problem(400, "note_too_long")));
  for (const status of [401, 403, 404, 500, 503] as const) {
    assert(!isRefusal(new Problem(status, "not_found")));
  }
  assert(!isRefusal(new Error("slot_taken")));
});
