import { assertEquals } from "@std/assert";
import { testRest, until } from "./testing.ts";

const VIEWS = `
set role postgres;
create table public.rows (x int, y int, label text, primary key (x, y));
create table public.refs (id int primary key, ax int, ay int, note text, foreign key (ax, ay) references public.rows);
create view public.rows_view as select y as yy, x as xx, label from public.rows;
create view public.refs_view as select id as ref, ax as axx, ay from public.refs;
create view public.refs_view_view as select ref, axx, ay as ayy from public.refs_view where ref > 0;
create materialized view public.refs_copy as select * from public.refs;
create view public.joined as select r.id, r.ax, r.ay, l.label from public.refs r join public.rows l on (l.x, l.y) = (r.ax, r.ay);
create view public.odd as select id, (select count(*) from public.rows) as total, note || '{TARGETENTRY :resno 1 (}' as text, ax, ay from public.refs;
create view public.both as select id, ax, ay from public.refs union all select id, ax, ay from public.refs;
insert into public.rows values (1, 2, 'one');
insert into public.refs values (7, 1, 2, 'n');
refresh materialized view public.refs_copy;
reset role;
`;

Deno.test("views reach what the columns they show refer to, under the names they give them", async () => {
  await using rest = await testRest();
  await rest.db.admin.unsafe(VIEWS);
  await until(rest, async () => (await rest.ask("/both")).status === 200);
  const get = async (path: string) => (await rest.ask(path)).body;
  const label = { label: "one" };
  assertEquals(await get("/refs_view?select=rows(label),rows_view(label)"), [{
    rows: label,
    rows_view: label,
  }]);
  assertEquals(await get("/refs_view_view?select=rows(label)"), [{
    rows: label,
  }]);
  assertEquals(await get("/joined?select=label,rows(label)"), [{
    label: "one",
    rows: label,
  }]);
  assertEquals(await get("/odd?select=total,text,rows(label)"), [
    { total: 1, text: "n{TARGETENTRY :resno 1 (}", rows: label },
  ]);
  assertEquals(
    await get(
      "/rows_view?select=refs(id),refs_view(ref),refs_view_view(ref),refs_copy(id)",
    ),
    [{
      refs: [{ id: 7 }],
      refs_view: [{ ref: 7 }],
      refs_view_view: [{ ref: 7 }],
      refs_copy: [{ id: 7 }],
    }],
  );
  assertEquals((await get("/both?select=rows(label)")).code, "PGRST200"); // a union has no origin
});
