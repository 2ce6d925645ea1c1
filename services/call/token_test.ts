import { assertEquals, assertRejects } from "@std/assert";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { callToken, roomOf } from "./token.ts";

const config = {
  JITSI_APP_ID: "econsult",
  JITSI_APP_SECRET: "a-secret-of-at-least-32-characters",
  JITSI_DOMAIN: "meet.jitsi",
};
const id = "0B9F6C1E-1111-4222-8333-444455556666";
const now = Temporal.Instant.from("2026-11-24T16:10:00Z");
const patient = {
  appointmentId: id,
  personId: "a-1",
  name: "Marie Schneider",
  moderator: false,
};
const key = new TextEncoder().encode(config.JITSI_APP_SECRET);

function verify(token: string, at: string, secret = key) {
  return jwtVerify(token, secret, {
    currentDate: new Date(at),
    issuer: "econsult",
    audience: "jitsi",
    algorithms: ["HS256"],
  });
}

Deno.test("a patient's token opens the room of the appointment and nothing more", async () => {
  const token = await callToken(patient, config, now);
  assertEquals(decodeProtectedHeader(token), { typ: "JWT", alg: "HS256" });
  const { payload } = await verify(token, "2026-11-24T16:10:00Z");
  assertEquals(
    payload.room,
    "consultation-0b9f6c1e-1111-4222-8333-444455556666",
  );
  assertEquals(payload.room, roomOf(id));
  assertEquals(payload.sub, "meet.jitsi");
  assertEquals(payload.nbf, Date.parse("2026-11-24T16:09:00Z") / 1000);
  assertEquals(payload.exp, Date.parse("2026-11-24T19:10:00Z") / 1000);
  assertEquals(payload.context, {
    user: {
      id: "a-1",
      name: "Marie Schneider",
      moderator: false,
      affiliation: "member",
    },
    features: {
      recording: false,
      livestreaming: false,
      transcription: false,
      "outbound-call": false,
    },
  });
});

Deno.test("the doctor is the moderator", async () => {
  const token = await callToken(
    { ...patient, personId: "d-1", name: "Claire Weber", moderator: true },
    config,
    now,
  );
  const { payload } = await verify(token, "2026-11-24T16:10:00Z");
  const { user } = payload.context as { user: unknown }; // as asserted above
  assertEquals(user, {
    id: "d-1",
    name: "Claire Weber",
    moderator: true,
    affiliation: "owner",
  });
});

Deno.test("a token is good neither before, nor after, nor with another secret", async () => {
  const token = await callToken(patient, config, now);
  const other = new TextEncoder().encode("b-secret-of-at-least-32-characters");
  await assertRejects(() => verify(token, "2026-11-24T16:08:59Z"));
  await assertRejects(() => verify(token, "2026-11-24T19:10:01Z"));
  await assertRejects(() => verify(token, "2026-11-24T16:10:00Z", other));
});
