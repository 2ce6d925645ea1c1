import { paths } from "../domain/paths.ts";
import { openSql, type TestPerson, visitorClient } from "../tests/people.ts";
import { type BareServer, bareServer } from "./bare.ts";
import { type Row, sideBySide } from "./row.ts";
import type { Visit } from "./visit.ts";

/** With the warm-up below the 60 messages that one person may write in a minute. */
const COUNT = 40;

/**
 * A chat message from the patient's request to its arrival on the doctor's channel (app, REST, Postgres, trigger,
 * Realtime), beside a raw WebSocket server that passes the same text on.
 */
export async function chatRow(
  asPatient: Visit,
  asDoctor: Visit,
  patient: TestPerson,
  doctor: TestPerson,
): Promise<Row> {
  await using bare = await bareServer(new Uint8Array());
  await using pair = await socketPair(bare);
  await using thread = await openThread(asDoctor, patient, doctor);
  const body = "Bonjour docteur, je tousse depuis trois jours.";
  return await sideBySide(
    "chat message, from one browser to the other",
    COUNT,
    async () => {
      const id = crypto.randomUUID();
      const arrives = thread.arrival(id);
      await asPatient(paths.messages(thread.id), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id, appointment_id: null, body }),
      });
      await arrives;
    },
    "a raw WebSocket that passes it on",
    () => pair.pass(JSON.stringify({ id: crypto.randomUUID(), body })),
  );
}

/** The doctor listens to the thread. */
async function openThread(
  asDoctor: Visit,
  patient: TestPerson,
  doctor: TestPerson,
) {
  await using sql = openSql();
  const [row] = await sql`
    select id from public.threads where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
  const id = String(row?.id);
  const answer = new TextDecoder().decode(await asDoctor(paths.accessToken()));
  const client = visitorClient();
  await client.realtime.setAuth(JSON.parse(answer).accessToken);
  const waiting = new Map<string, () => void>();
  const channel = client.channel(`thread:${id}`, { config: { private: true } })
    .on("broadcast", { event: "*" }, ({ payload }) => {
      waiting.get(payload?.id)?.();
    });
  await new Promise<void>((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === "SUBSCRIBED") resolve();
      else reject(error ?? new Error(`The channel is ${status}`));
    });
  });
  return {
    id,
    arrival: (message: string) =>
      within(
        new Promise<void>((resolve) => waiting.set(message, resolve)),
      ),
    async [Symbol.asyncDispose]() {
      await client.removeAllChannels();
      await client.realtime.disconnect();
    },
  };
}

/** Two sockets of the bare server. */
export async function socketPair({ url }: BareServer) {
  const address = url.replace("http", "ws");
  const sockets = [new WebSocket(address), new WebSocket(address)];
  await Promise.all(
    sockets.map((socket) =>
      new Promise((resolve) => socket.onopen = () => resolve(null))
    ),
  );
  const [from, to] = sockets;
  return {
    pass: (text: string) =>
      within(
        new Promise<void>((resolve) => {
          if (to) to.onmessage = () => resolve();
          from?.send(text);
        }),
      ),
    async [Symbol.asyncDispose]() {
      await Promise.all(
        sockets.map((socket) =>
          new Promise((resolve) => {
            socket.onclose = () => resolve(null);
            socket.close();
          })
        ),
      );
    },
  };
}

/** A message that does not come within ten seconds ends the run. */
export async function within(arrival: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(
    () => reject(new Error("A message did not arrive within 10 s")),
    10_000,
  );
  try {
    await Promise.race([arrival, promise]);
  } finally {
    clearTimeout(limit);
  }
}
