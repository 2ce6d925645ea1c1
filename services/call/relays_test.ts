import { assertEquals } from "@std/assert";
import { relays } from "./relays.ts";

Deno.test("credentials of a relay hold for an hour, as coturn checks them", () => {
  const TURN_SERVERS =
    "turn:turn.example:3478, turns:turn.example:443?transport=tcp";
  const TURN_SECRET = "north-south-secret";
  const given = relays(
    { TURN_SERVERS, TURN_SECRET },
    Date.parse("2026-11-30T10:00:00Z"),
  );
  // By `printf 1796036400:econsult | openssl dgst -sha1 -hmac north-south-secret -binary | base64`.
  const credential = "VFzco4Wk7XpDtLNKob9JyAoIuxc=";
  const username = "1796036400:econsult";
  assertEquals(given, [
    { urls: "turn:turn.example:3478", username, credential },
    { urls: "turns:turn.example:443?transport=tcp", username, credential },
  ]);
});

Deno.test("without servers or their secret there is no relay", () => {
  const TURN_SECRET = "north-south-secret";
  assertEquals(relays({ TURN_SERVERS: "", TURN_SECRET }), []);
  assertEquals(
    relays({ TURN_SERVERS: "turn:a:1", TURN_SECRET: undefined }),
    [],
  );
});
