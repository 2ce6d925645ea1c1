import type { Database } from "../types.ts";
import type { Broadcast } from "./frames.ts";
import type { Address } from "./hub.ts";

/** A broadcast that the database wrote. */
export interface Message extends Address {
  id: string;
  broadcast: Broadcast;
}

interface Row {
  id: string;
  topic: string;
  private: boolean;
  event: string;
  json: string | null;
  bytes: Uint8Array | null;
}

/** The payload travels as text: it is never parsed on its way. */
function columns({ admin: sql }: Database) {
  return sql`id, topic, coalesce(private, false) as private, event, payload::text as json, binary_payload as bytes`;
}

/** What can be delivered: `realtime.send` writes such rows, the probes of the permission checks are none. */
function deliverable({ admin: sql }: Database) {
  return sql`extension = 'broadcast' and broadcasted_at is null and event is not null
    and coalesce(payload::text, binary_payload::text) is not null`;
}

function message(
  { id, topic, private: isPrivate, event, json, bytes }: Row,
): Message {
  const payload = bytes
    ? { bytes: new Uint8Array(bytes) }
    : { json: json ?? "{}" };
  return {
    id,
    name: topic,
    private: isPrivate,
    broadcast: { event, payload, meta: { id } },
  };
}

/** The latest messages of a private channel since a time (milliseconds), oldest first. */
export async function replay(
  db: Database,
  topic: string,
  { since, limit }: { since: number; limit: number },
): Promise<Message[]> {
  const rows = await db.admin<Row[]>`
    select * from (
      select ${columns(db)}, inserted_at, ctid as place from realtime.messages
      where ${deliverable(db)} and private and topic = ${topic}
        and inserted_at > timezone('utc', now()) - interval '72 hours'
        and inserted_at >= timezone('utc', to_timestamp(${since}::float8 / 1000))
      order by inserted_at desc, place desc limit ${limit}
    ) as latest order by inserted_at, place`;
  return rows.map(message);
}

/** The messages announced, in the order of their announcements; those that are gone are left out. */
export async function announced(
  db: Database,
  ids: string[],
): Promise<Message[]> {
  const rows = await db.admin<Row[]>`
    select ${columns(db)} from realtime.messages
    where ${deliverable(db)} and id = any(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, message(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The messages of the last `seconds`, in the order in which they were written. */
export async function recent(
  db: Database,
  seconds: number,
): Promise<Message[]> {
  const rows = await db.admin<Row[]>`
    select ${columns(db)} from realtime.messages
    where ${
    deliverable(db)
  } and inserted_at > timezone('utc', now()) - make_interval(secs => ${seconds})
    order by inserted_at, xmin::text::bigint, ctid`;
  return rows.map(message);
}
