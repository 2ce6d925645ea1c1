import { assertEquals } from "@std/assert";
import { serveMiddleware } from "../test_utils.ts";
import { trailingSlashes } from "./trailing_slashes.ts";

async function locations(mode: "always" | "never", paths: string[]) {
  const server = serveMiddleware(trailingSlashes(mode));
  return await Promise.all(paths.map(async (path) => {
    const response = await server.get(path);
    await response.body?.cancel();
    return response.headers.get("Location");
  }));
}

const PATHS = ["/", "/a", "/a/", "/a?x=/", "/a/?x=1"];

Deno.test("a slash at the end, always or never, but for the root", async () => {
  assertEquals(await locations("always", PATHS), [
    null,
    "/a/",
    null,
    "/a/?x=/",
    null,
  ]);
  assertEquals(await locations("never", PATHS), [
    null,
    null,
    "/a",
    null,
    "/a?x=1",
  ]);
});
