import { assertEquals } from "@std/assert";
import type { RealtimeChannel, SupabaseClient } from "@supabase/supabase-js";
import { type Cast, newCast, type Role, roles } from "./cast.ts";

const topics: {
  topic: (cast: Cast) => string;
  name: string;
  listeners: readonly Role[];
}[] = [
  {
    name: "an appointment",
    topic: (cast) => `appointment:${cast.appointmentId}`,
    listeners: ["the patient", "the doctor"],
  },
  {
    name: "a thread",
    topic: (cast) => `thread:${cast.threadId}`,
    listeners: ["the patient", "the doctor"],
  },
  {
    name: "who is writing in a thread",
    topic: (cast) => `typing:${cast.threadId}`,
    listeners: ["the patient", "the doctor"],
  },
  {
    name: "a doctor's workspace",
    topic: (cast) => `doctor:${cast.doctor.id}`,
    listeners: ["the doctor"],
  },
  {
    name: "a patient's appointments",
    topic: (cast) => `account:${cast.patient.id}`,
    listeners: ["the patient"],
  },
  {
    name: "an agenda",
    topic: (cast) => `agenda:${cast.doctor.id}`,
    listeners: [
      "the patient",
      "another patient",
      "the doctor",
      "another doctor",
    ],
  },
  {
    name: "a topic without a rule",
    topic: (cast) => `notes:${cast.doctor.id}`,
    listeners: [],
  },
];

/** The library's `disconnect` leaves a timer of ten seconds behind; the sanitizer would take it for ours. */
const unwatched = { sanitizeOps: false, sanitizeResources: false };

Deno.test("who listens to which channel", unwatched, async (t) => {
  const cast = await newCast();
  for (const { topic, name, listeners } of topics) {
    for (const role of roles) {
      const may = listeners.includes(role);
      await t.step(
        `${role} ${may ? "listens" : "does not listen"} to ${name}`,
        async () => {
          const channel = cast.as[role].channel(topic(cast), {
            config: { private: true },
          });
          assertEquals(await joined(channel), may);
          await cast.as[role].removeChannel(channel);
        },
      );
    }
  }
  await closeAll(cast);
});

Deno.test("what is said on a channel, and by whom", unwatched, async (t) => {
  const cast = await newCast();
  const topic = `appointment:${cast.appointmentId}`;
  const heard: string[] = [];
  const doctor = cast.as["the doctor"].channel(topic, {
    config: { private: true, presence: { key: "doctor" } },
  });
  const event = Promise.withResolvers<Record<string, unknown>>();
  const arrived = Promise.withResolvers<void>();
  doctor.on("broadcast", { event: "*" }, (message) => {
    heard.push(message.event);
    if (message.event === "appointment") event.resolve(message.payload);
  });
  doctor.on("presence", { event: "sync" }, () => {
    if ("patient" in doctor.presenceState()) arrived.resolve();
  });
  const patient = cast.as["the patient"].channel(topic, {
    config: { private: true, presence: { key: "patient", enabled: true } },
  });
  assertEquals(await joined(doctor), true);
  assertEquals(await joined(patient), true);

  await t.step("the patient shows that she is there", async () => {
    await patient.track({});
    await arrived.promise;
  });

  await t.step(
    "nobody forges an event: the patient's own broadcast reaches no one",
    async () => {
      await patient.send({
        type: "broadcast",
        event: "forged",
        payload: { state: "completed" },
      });
      await cast.as["the patient"].rpc("transition_appointment", {
        act: "arrive",
        appointment_id: cast.appointmentId,
      });
      // Events arrive in order: when the true one is here, the forged one would have been.
      await event.promise;
      assertEquals(heard, ["appointment"]);
    },
  );

  await t.step(
    "an event holds ids and times, and nothing about health",
    async () => {
      const payload = await event.promise;
      assertEquals(
        Object.keys(payload).sort(),
        [
          "appointment_id",
          "called_at",
          "ends_at",
          "id",
          "left_at",
          "starts_at",
          "state",
        ],
      );
    },
  );
  await closeAll(cast);
});

Deno.test(
  "a channel names a message and does not say what it says",
  unwatched,
  async () => {
    const cast = await newCast();
    const arrived = Promise.withResolvers<Record<string, unknown>>();
    const channel = cast.as["the doctor"].channel(`thread:${cast.threadId}`, {
      config: { private: true },
    });
    channel.on(
      "broadcast",
      { event: "message" },
      ({ payload }) => arrived.resolve(payload),
    );
    assertEquals(await joined(channel), true);
    await cast.as["the patient"].from("messages")
      .insert({ thread_id: cast.threadId, body: "secret" });
    assertEquals(Object.keys(await arrived.promise).sort(), [
      "appointment_id",
      "author_id",
      "id",
      "thread_id",
    ]);
    await closeAll(cast);
  },
);

Deno.test("nobody puts files anywhere: there is no bucket yet", async (t) => {
  const cast = await newCast();
  for (const role of roles) {
    await t.step(`${role} cannot upload, nor make a bucket`, async () => {
      const { storage } = cast.as[role];
      const upload = await storage.from("attachments").upload("a.txt", "x");
      assertEquals(upload.data, null);
      const bucket = await storage.createBucket(`b-${crypto.randomUUID()}`);
      assertEquals(bucket.data, null);
    });
  }
});

/** Whether a channel is joined, once the server has said so or refused. Throws when it does neither. */
async function joined(channel: RealtimeChannel): Promise<boolean> {
  const answer = Promise.withResolvers<boolean>();
  channel.subscribe((status, error) => {
    if (status === "SUBSCRIBED") answer.resolve(true);
    else if (error?.message.startsWith("Unauthorized")) answer.resolve(false);
    else answer.reject(error ?? new Error(status));
  });
  return await answer.promise;
}

async function closeAll(cast: Cast): Promise<void> {
  await Promise.all(
    Object.values(cast.as).map(async (client: SupabaseClient) => {
      await client.removeAllChannels(); // and disconnects
    }),
  );
}
