import { assertEquals } from "@std/assert";
import { accessTokenSource } from "./access_token.ts";

const minute = 60_000;

/** A server whose tokens last ten minutes, and a device whose clock can be moved. */
function setting() {
  let fetched = 0;
  let elapsed = 0;
  const serverNow = Date.parse("2026-11-29T10:00:00Z");
  const token = accessTokenSource(() => {
    const now = serverNow + elapsed;
    return Promise.resolve({
      accessToken: `token-${++fetched}`,
      now: new Date(now).toISOString(),
      expiresAt: new Date(now + 10 * minute).toISOString(),
    });
  }, () => elapsed);
  return {
    token,
    fetched: () => fetched,
    pass: (milliseconds: number) => elapsed += milliseconds,
  };
}

Deno.test("five questions at once fetch one token", async () => {
  const { token, fetched } = setting();
  const all = await Promise.all(Array.from({ length: 5 }, token));
  assertEquals(new Set(all), new Set(["token-1"]));
  assertEquals(fetched(), 1);
});

Deno.test("a token is fetched again shortly before it ends, by the server's clock", async () => {
  const { token, fetched, pass } = setting();
  await token();
  pass(8 * minute);
  assertEquals(await token(), "token-1");
  pass(1.5 * minute);
  assertEquals(await token(), "token-2");
  assertEquals(fetched(), 2);
});

Deno.test("while our server cannot be reached the last token is given, and the next question asks again", async () => {
  let reachable = false;
  const token = accessTokenSource(() =>
    reachable
      ? Promise.resolve({
        accessToken: "token",
        now: "2026-11-29T10:00:00Z",
        expiresAt: "2026-11-29T10:10:00Z",
      })
      : Promise.reject(new Error("offline"))
  );
  assertEquals(await token(), null);
  reachable = true;
  assertEquals(await token(), "token");
});
