import { assertEquals } from "@std/assert";
import { databaseErrors, toErrorKey } from "./errors.ts";

/** Every key that a migration hands to a client, in alphabetical order. */
async function raisedKeys(): Promise<string[]> {
  const folder = new URL("../supabase/migrations/", import.meta.url);
  const keys = new Set<string>();
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".sql")) continue;
    const sql = await Deno.readTextFile(new URL(name, folder));
    for (
      const [, raised = ""] of sql.matchAll(
        /(?:private\.raise_error\(\d+,|'reject', 'message',)([\s\S]*?)\);/g,
      )
    ) {
      // A key, or a case with several.
      for (
        const [, key = ""] of raised.matchAll(/(?:^|then|else)\s+'(\w+)'/g)
      ) keys.add(key);
    }
    // What keeps a document from being issued is answered by functions of its own and raised by their callers.
    for (
      const [body] of sql.matchAll(
        /create function private\.(?:\w+_problem|documents_may_be_issued)\([\s\S]*?\$\$;/g,
      )
    ) {
      for (const [, key = ""] of body.matchAll(/(?:then|return)\s+'(\w+)'/g)) {
        keys.add(key);
      }
    }
  }
  return [...keys].sort();
}

Deno.test("every key that the database raises is known, and no other", async () => {
  assertEquals(await raisedKeys(), [...databaseErrors]);
});

Deno.test("a key that nobody knows is not shown to people", () => {
  assertEquals(toErrorKey("slot_taken"), "slot_taken");
  assertEquals(toErrorKey("duplicate key value"), "unavailable");
});
