import { assertEquals } from "@std/assert";
import * as v from "valibot";
import { Refusal } from "./api.ts";
import { type UploadDeps, Uploads } from "./uploads.ts";

const ticket = { url: "u", bucket: "b", path: "p", token: "t" };

/** A thread's uploads; what the server was asked, and how the bytes go is said by the test. */
function begin(over: Partial<UploadDeps> = {}) {
  const asked: string[] = [];
  let sent = 0;
  const deps: UploadDeps = {
    ask: (path, schema) => {
      const finishes = path.split("/").length > 5;
      asked.push(finishes ? "finish" : "begin");
      return Promise.resolve(v.parse(schema, finishes ? null : ticket));
    },
    transfer: (_file, _ticket, onProgress) => {
      onProgress(1);
      return Promise.resolve();
    },
    prepare: (file) => Promise.resolve(file),
    ...over,
  };
  const uploads = new Uploads("thread", null, () => sent++, deps);
  return { uploads, asked, sent: () => sent };
}

const file = (size = 3) => new File([new Uint8Array(size)], "Été.pdf");
const settled = () => new Promise((resolve) => setTimeout(resolve));
const shown = ({ list }: Uploads) =>
  list.value.map(({ state, refusal }) => `${state} ${refusal}`);

Deno.test("a file is begun, uploaded and checked, and then it is a message", async () => {
  const { uploads, asked, sent } = begin();
  uploads.send([file(), file()]);
  assertEquals(shown(uploads), ["uploading null", "uploading null"]);
  await settled();
  assertEquals(asked.toSorted(), ["begin", "begin", "finish", "finish"]);
  assertEquals([shown(uploads), sent()], [[], 2]);
});

Deno.test("an empty file and one of more than 20 MB are refused here, and not tried again", async () => {
  const { uploads, asked } = begin();
  uploads.send([file(20 * 1024 * 1024 + 1), file(0)]);
  dispatchEvent(new Event("online"));
  await settled();
  assertEquals(shown(uploads), [
    "failed attachment_too_large",
    "failed attachment_empty",
  ]);
  assertEquals(asked, []);
});

Deno.test("what the network stopped goes on when it is back, what a rule refused does not", async () => {
  let network = false;
  const { uploads, sent } = begin({
    transfer: () => network ? Promise.resolve() : Promise.reject(new Error()),
  });
  const end = uploads.start();
  uploads.send([file()]);
  await settled();
  assertEquals(shown(uploads), ["failed null"]);
  network = true;
  dispatchEvent(new Event("online"));
  await settled();
  assertEquals([shown(uploads), sent()], [[], 1]);
  end();

  let tries = 0;
  const refused = begin({
    ask: () => {
      tries++;
      return Promise.reject(new Refusal(409, "thread_closed"));
    },
  });
  const endRefused = refused.uploads.start();
  refused.uploads.send([file()]);
  await settled();
  dispatchEvent(new Event("online"));
  await settled();
  assertEquals([shown(refused.uploads), tries], [["failed thread_closed"], 1]);
  endRefused();
});

Deno.test("a cancelled file is gone at once and its upload ends", async () => {
  let ended = false;
  const { uploads, sent } = begin({
    transfer: (_file, _ticket, _progress, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => {
          ended = true;
          reject(signal.reason);
        })
      ),
  });
  uploads.send([file()]);
  await settled();
  const [{ id } = { id: "" }] = uploads.list.value;
  uploads.cancel(id);
  await settled();
  assertEquals([shown(uploads), ended, sent()], [[], true, 0]);
});

Deno.test("the browser asks before a page is left from which a file is on its way, and no longer", async () => {
  const arrive = Promise.withResolvers<void>();
  const { uploads } = begin({ transfer: () => arrive.promise });
  const end = uploads.start();
  const asks = () =>
    !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  assertEquals(asks(), false);
  uploads.send([file()]);
  await settled();
  assertEquals(asks(), true);
  arrive.resolve();
  await settled();
  assertEquals(asks(), false);
  uploads.send([file(0)]);
  assertEquals(asks(), false, "nothing of it is on its way");
  end();
});
