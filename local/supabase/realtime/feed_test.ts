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

Deno.test("nothing is lost or told twice when the database drops its connections", async () => {
  await using realtime = await testRealtime();
  const { admin: sql } = realtime.db;
  await using socket = await realtime.connect();
  await socket.join("agenda", { private: true, token: realtime.serviceKey });
  const names = Array.from({ length: 60 }, (_, index) => `event ${index}`);
  for (const [index, name] of names.entries()) {
    if (index % 20 === 10) {
      // The listening connection dies; the message is written before it is back.
      await sql.begin(async (sql) => {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where query ilike 'listen%'`;
        await sql`select realtime.send('{}', ${name}, 'agenda')`;
      });
    } else {
      await sql`select realtime.send('{}', ${name}, 'agenda')`;
    }
  }
  assertEquals(await events(socket, names.length), names);
  assertEquals(await socket.soFar("broadcast"), []);
});

Deno.test("a NOTIFY that is not ours is ignored", async () => {
  await using realtime = await testRealtime();
  const { admin: sql } = realtime.db;
  await using socket = await realtime.connect();
  await socket.join("agenda", { private: true, token: realtime.serviceKey });
  for (
    const payload of [
      "",
      "x",
      "'; drop table x; --",
      "-".repeat(36),
      crypto.randomUUID(),
    ]
  ) {
    await sql.notify("realtime_messages", payload);
  }
  await sql`select realtime.send('{}', 'after', 'agenda')`;
  assertEquals(await events(socket, 1), ["after"]);
});

Deno.test("a newcomer gets the last messages replayed, oldest first and once", async () => {
  await using realtime = await testRealtime();
  const { admin: sql } = realtime.db;
  const since = Date.now();
  for (const event of ["1", "2", "3"]) {
    await sql`select realtime.send('{}', ${event}, 'agenda')`;
  }
  await sql`select realtime.send('{}', 'elsewhere', 'other')`;
  await using socket = await realtime.connect();
  const token = realtime.serviceKey;
  const replay = { since, limit: 2 };
  await socket.join("agenda", { private: true, token, broadcast: { replay } });
  const messages = [
    await socket.next("broadcast"),
    await socket.next("broadcast"),
  ];
  assertEquals(
    messages.map(({ payload }) => [payload.event, payload.meta.replayed]),
    [["2", true], ["3", true]],
  );
  const invalid = { since, limit: 26 };
  const answer = await socket.join("agenda", {
    private: true,
    token,
    broadcast: { replay: invalid },
  });
  assertEquals(
    answer.response.reason,
    "UnableToReplayMessages: Replay params are not valid",
  );
});

Deno.test("a refused or impossible message is a warning to its writer, not a failure", async () => {
  await using realtime = await testRealtime();
  const { admin: sql, authenticator } = realtime.db;
  await authenticator.begin(async (sql) => {
    await sql`select set_config('role', 'authenticated', true)`;
    await sql`select realtime.send('{}', 'event', 'agenda')`;
  });
  await sql`select realtime.send('[1]', 'event', 'agenda')`;
  const [row] = await sql`select count(*)::int as rows from realtime.messages`;
  assertEquals(row?.rows, 0);
});

Deno.test("partitions are made ahead and dropped when all their rows are old", async () => {
  await using realtime = await testRealtime();
  const { admin: sql } = realtime.db;
  await sql`create table realtime.messages_2020_01_01 partition of realtime.messages
    for values from ('2020-01-01') to ('2020-01-02')`;
  await sql`select realtime.keep_partitions()`;
  const days = await sql`
    select to_date(right(relname, 10), 'YYYY_MM_DD') - timezone('utc', now())::date as day from pg_inherits
    join pg_class on pg_class.oid = inhrelid where inhparent = 'realtime.messages'::regclass order by 1`
    .values();
  const kept = days.flat().map(Number);
  assertEquals(kept.filter((day) => day >= -1), [-1, 0, 1, 2, 3]);
  // The database may have been made up to two days ago: those days are not old yet.
  assertEquals(kept.filter((day) => day < -3), []);
});
