import {
  createKeys,
  legacyKey,
  newSigningKey,
} from "../local/supabase/keys.ts";
import { createRealtime } from "../local/supabase/realtime/mod.ts";
import { testDatabase } from "../local/supabase/testing.ts";

/** One measurement beside its floor: `ratio` is value divided by floor, 1 is as fast as the floor. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  floor: string;
  floorValue: number;
  ratio: number;
}

const MEMBERS = 500;
const MESSAGES = 40;
const ROUNDS = 5;
const SECRET = "a secret of the bench, longer than 32 characters";

/** Many sockets in one room: how fast a message of one of them reaches all others. */
interface Room extends AsyncDisposable {
  /** Deliveries a second of a burst of messages. */
  measure(): Promise<number>;
}

/** Members of a channel that hear each broadcast, beside sockets that are sent the same bytes in a bare loop. */
export async function rows(): Promise<Row[]> {
  await using members = await realtimeRoom();
  await using sockets = await bareRoom(await members.frame());
  const rates = { members: [] as number[], sockets: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    rates.sockets.push(await sockets.measure());
    rates.members.push(await members.measure());
  }
  const value = median(rates.members);
  const floorValue = median(rates.sockets);
  return [{
    name: `realtime: ${MEMBERS} members of a channel hear a broadcast`,
    unit: "deliveries/s",
    value: Math.round(value),
    floor: "the same bytes to as many sockets, in a bare loop",
    floorValue: Math.round(floorValue),
    ratio: value / floorValue,
  }];
}

async function realtimeRoom() {
  const db = await testDatabase();
  const keys = await createKeys({
    jwtKeys: [await newSigningKey()],
    jwtSecret: SECRET,
  });
  const limits = { messages: 1_000_000, joins: 1_000_000 };
  const part = await createRealtime({ db, keys, limits });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => part.fetch(request, { token: null, address: "127.0.0.1" }),
  );
  const key = await legacyKey("anon", SECRET);
  const url =
    `ws://127.0.0.1:${server.addr.port}/websocket?vsn=2.0.0&apikey=${key}`;
  const sockets = await connect(url, MEMBERS + 1);
  for (const socket of sockets) {
    socket.send(
      JSON.stringify(["1", "1", "realtime:room", "phx_join", { config: {} }]),
    );
    await heard(socket);
  }
  const [speaker, ...listeners] = sockets;
  return {
    measure: () => measure(listeners, () => speaker?.send(push())),
    /** What a listener receives: the floor sends the same. */
    frame: async () => {
      const frames = listeners.map(heard);
      speaker?.send(push());
      const [first] = await Promise.all(frames);
      return first ?? new ArrayBuffer();
    },
    async [Symbol.asyncDispose]() {
      await close(sockets);
      await part[Symbol.asyncDispose]();
      await server.shutdown();
      await db[Symbol.asyncDispose]();
    },
  };
}

/** The broadcast of a small JSON object, as realtime-js sends it. */
function push(): Uint8Array<ArrayBuffer> {
  const strings = ["1", "2", "realtime:room", "moved", ""];
  const payload = JSON.stringify({
    id: crypto.randomUUID(),
    at: "2026-01-01T09:00:00Z",
  });
  const bytes = new TextEncoder().encode(strings.join("") + payload);
  return new Uint8Array([
    3,
    ...strings.map((part) => part.length),
    1,
    ...bytes,
  ]);
}

async function bareRoom(frame: ArrayBuffer): Promise<Room> {
  const others = new Set<WebSocket>();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => {
      const { socket, response } = Deno.upgradeWebSocket(request);
      const speaks = new URL(request.url).pathname === "/speaker";
      if (!speaks) socket.onopen = () => others.add(socket);
      socket.onmessage = () => {
        for (const other of others) other.send(frame);
      };
      return response;
    },
  );
  const url = `ws://127.0.0.1:${server.addr.port}`;
  const listeners = await connect(`${url}/listener`, MEMBERS);
  const speakers = await connect(`${url}/speaker`, 1);
  return {
    measure: () => measure(listeners, () => speakers[0]?.send(push())),
    async [Symbol.asyncDispose]() {
      await close([...listeners, ...speakers]);
      await server.shutdown();
    },
  };
}

async function measure(
  listeners: WebSocket[],
  speak: () => void,
): Promise<number> {
  const expected = listeners.length * MESSAGES;
  let received = 0;
  const done = new Promise<void>((resolve) => {
    for (const socket of listeners) {
      socket.onmessage = () => {
        if (++received === expected) resolve();
      };
    }
  });
  const start = performance.now();
  for (let i = 0; i < MESSAGES; i++) speak();
  await done;
  return expected / ((performance.now() - start) / 1000);
}

async function connect(url: string, count: number): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < count; i++) {
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    sockets.push(socket);
  }
  return sockets;
}

async function close(sockets: WebSocket[]) {
  await Promise.all(sockets.map((socket) =>
    new Promise((resolve) => {
      socket.onclose = resolve;
      socket.close();
    })
  ));
}

function heard(socket: WebSocket): Promise<ArrayBuffer> {
  return new Promise((resolve) =>
    socket.onmessage = ({ data }) => resolve(data)
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
