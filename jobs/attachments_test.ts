import { assertEquals, assertRejects } from "@std/assert";
import {
  type AttachmentDeps,
  removeUnsent,
  scanAttachments,
} from "./attachments.ts";

/** Two files in the database, and what was done with them, in order. */
function world(over: Partial<AttachmentDeps> = {}) {
  const done: string[] = [];
  const rows: Record<string, unknown> = {
    attachments_to_scan: [{ id: "a", path: "t/a/1" }, {
      id: "b",
      path: "t/b/2",
    }],
    unsent_attachments: [{ id: "c", paths: ["t/c/upload", "t/c/3"] }],
  };
  const deps: AttachmentDeps = {
    call: (name, args) => {
      if (args) done.push(`${name} ${Object.values(args).join(" ")}`);
      return Promise.resolve(rows[name] ?? null);
    },
    read: (path) => Promise.resolve(new Blob([path])),
    remove: (paths) => {
      done.push(`remove ${paths.join(" ")}`);
      return Promise.resolve();
    },
    scan: async (file) =>
      await file.text() === "t/b/2"
        ? { clean: false, found: "Eicar" }
        : { clean: true },
    ...over,
  };
  return { deps, done };
}

Deno.test("what is clean is let through, what is not is refused and removed", async () => {
  const { deps, done } = world();
  await scanAttachments(deps);
  assertEquals(done, [
    "attachment_scanned a true",
    "attachment_scanned b false",
    "remove t/b/2",
  ]);
});

Deno.test("a scanner that is away lets nothing through and stops at no file", async () => {
  let asked = 0;
  const { deps, done } = world({
    scan: () => {
      asked++;
      return Promise.reject(new Error("clamd: no answer"));
    },
  });
  await scanAttachments(deps);
  assertEquals([asked, done], [2, []]);
});

Deno.test("where no scanner is configured any more, what waited for one is let through", async () => {
  const { deps, done } = world({ scan: null });
  await scanAttachments(deps);
  assertEquals(done, [
    "attachment_scanned a true",
    "attachment_scanned b true",
  ]);
});

Deno.test("the bytes of what was never sent go before its row, so that none is left without one", async () => {
  const { deps, done } = world();
  await removeUnsent(deps);
  assertEquals(done, ["remove t/c/upload t/c/3", "forget_attachments c"]);
  const away = world({ remove: () => Promise.reject(new Error("away")) });
  await assertRejects(() => removeUnsent(away.deps));
  assertEquals(away.done, []);
});
