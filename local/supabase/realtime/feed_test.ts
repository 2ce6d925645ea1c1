import { assertEquals } from "@std/assert";
import { testRealtime, type TestSocket } from "./testing.ts";

async function events(socket: TestSocket, count: number): Promise<string[]> {
  const events: string[] = [];
  while (events.length < count) {
    events.push((await socket.next("broadcast")).payload.event);
  }
  return events;
}

Deno.test("the database broadcasts after commit, in commit order, and not what was rolled back", async () => {
  await using realtime = await testRealtime();
  const { admin: sql } = realtime.db;
  await using socket = await realtime.connect();
  await using old = await realtime.connect({ version: 1 });
  for (const each of [socket, old]) {
    await each.join("agenda", { private: true, token: realtime.serviceKey });
  }
  const first = await sql.reserve();
  const second = await sql.reserve();
  await first`begin`;
  await first`select realtime.send('{"n":1}', 'began first', 'agenda')`;
  await second`begin`;
  await second`select realtime.send('{"n":2}', 'committed first', 'agenda')`;
  await second`select realtime.send('{"n":3}', 'committed with it', 'agenda')`;
  await second`commit`;
  await first`commit`;
  await first`begin`;
  await first`select realtime.send('{"n":4}', 'never', 'agenda')`;
  await first`rollback`;
  first.release();
  second.release();
  await sql`select realtime.send('{"id":"own","big":12345678901234567890}', 'last', 'agenda')`;
  const expected = [
    "committed first",
    "committed with it",
    "began first",
  ];
  assertEquals(await events(socket, 3), expected);
  assertEquals(await events(old, 3), expected);
  const { payload } = await socket.next("broadcast");
  assertEquals(payload.payload.id, "own");
  assertEquals(payload.type, "broadcast");
  assertEquals(typeof payload.meta.id, "string");
});

Deno.test("a row trigger tells what changed; bytes and public topics work too", async () => {
  await using realtime = await testRealtime({
    sql: `
    create table public.notes (id int primary key, text text);
    create function public.tell() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      perform realtime.broadcast_changes('notes', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
      return null;
    end $$;
    create trigger tell after insert or update or delete on public.notes for each row execute function public.tell();`,
  });
  const { admin: sql } = realtime.db;
  await using socket = await realtime.connect();
  await socket.join("notes", { private: true, token: realtime.serviceKey });
  await sql`insert into public.notes values (1, 'a')`;
  await sql`update public.notes set text = 'b'`;
  await sql`delete from public.notes`;
  const [insert, update, remove] = [
    await socket.next("broadcast"),
    await socket.next("broadcast"),
    await socket.next("broadcast"),
  ].map(({ payload }) => payload);
  assertEquals(insert.payload.record, { id: 1, text: "a" });
  assertEquals(insert.payload.old_record, null);
  assertEquals(update.payload.old_record, { id: 1, text: "a" });
  assertEquals(remove.payload.operation, "DELETE");
  assertEquals(remove.payload.record, null);
  assertEquals([insert.payload.table, insert.payload.schema], [
    "notes",
    "public",
  ]);

  await socket.join("square");
  await sql`select realtime.send_binary('\\x00ff'::bytea, 'photo', 'square', false)`;
  assertEquals(
    (await socket.next("broadcast")).payload.payload,
    new Uint8Array([0, 255]),
  );
});
