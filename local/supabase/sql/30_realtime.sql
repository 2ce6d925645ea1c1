-- Realtime: the table that private channels are authorised against and that the database
-- broadcasts through. https://supabase.com/docs/guides/realtime/broadcast
grant create on schema realtime to supabase_realtime_admin;

create table if not exists realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default timezone('utc', now()),
  inserted_at timestamp not null default timezone('utc', now()),
  id uuid not null default gen_random_uuid(),
  binary_payload bytea,
  broadcasted_at timestamp,
  primary key (id, inserted_at)
) partition by range (inserted_at);

comment on table realtime.messages is
  'Broadcasts written by the database, kept for three days; its policies say who may read from and write to a private channel.';

create index if not exists messages_replay on realtime.messages (inserted_at desc, topic)
where extension = 'broadcast' and private;

alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
grant all on realtime.messages to postgres;

-- The topic that a policy is asked about.
create or replace function realtime.topic() returns text
language sql stable set search_path = '' as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;

-- Writes a message for the members of a topic; they get it once the transaction commits.
-- Never fails its caller: a refused or impossible message is a warning.
create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void language plpgsql set search_path = '' as $$
declare
  message_id uuid := gen_random_uuid();
  body jsonb;
begin
  begin
    body := case when payload ? 'id' then payload else jsonb_set(payload, '{id}', to_jsonb(message_id)) end;
    perform set_config('realtime.topic', topic, true);
    insert into realtime.messages (id, payload, event, topic, private, extension)
    values (message_id, body, event, topic, private, 'broadcast');
  exception when others then
    raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
  end;
end
$$;

-- The same for bytes: members of protocol 2.0.0 get them as an ArrayBuffer.
create or replace function realtime.send_binary(payload bytea, event text, topic text, private boolean default true)
returns void language plpgsql set search_path = '' as $$
begin
  begin
    perform set_config('realtime.topic', topic, true);
    insert into realtime.messages (binary_payload, event, topic, private, extension)
    values (payload, event, topic, private, 'broadcast');
  exception when others then
    raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
  end;
end
$$;

-- For row triggers: tells a topic what happened to a row.
create or replace function realtime.broadcast_changes(
  topic_name text,
  event_name text,
  operation text,
  table_name text,
  table_schema text,
  new record,
  old record,
  level text default 'ROW'
) returns void language plpgsql set search_path = '' as $$
begin
  if level = 'STATEMENT' then
    raise exception 'function can only be triggered for each row, not for each statement';
  end if;
  if operation not in ('INSERT', 'UPDATE', 'DELETE') then
    raise exception 'Unexpected operation type: %', operation;
  end if;
  perform realtime.send(
    jsonb_build_object(
      'old_record', to_jsonb(old),
      'record', to_jsonb(new),
      'operation', operation,
      'table', table_name,
      'schema', table_schema
    ),
    event_name,
    topic_name
  );
exception when others then
  raise exception 'Failed to process the row: %', sqlerrm;
end
$$;

-- Tells the server which row to deliver. PostgreSQL delivers it after commit, in commit order, and never for
-- a rolled back row (the probes of the permission checks). Only the key: a NOTIFY holds less than 8,000 bytes.
create or replace function realtime.announce() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_notify('realtime_messages', new.id::text);
  return null;
end
$$;

create or replace trigger announce after insert on realtime.messages
for each row when (new.extension = 'broadcast' and new.broadcasted_at is null)
execute function realtime.announce();

-- One partition a day, from yesterday on; those of which every row is older than 72 hours go.
-- It waits for a long transaction no longer than the others who would wait behind it should.
create or replace function realtime.keep_partitions() returns void
language plpgsql set search_path = '' set lock_timeout = '5s' as $$
declare
  today date := timezone('utc', now())::date;
  day date;
  name text;
begin
  perform pg_advisory_xact_lock(hashtext('realtime.keep_partitions'));
  for day in select generate_series(today - 1, today + 3, interval '1 day')::date loop
    name := 'messages_' || to_char(day, 'YYYY_MM_DD');
    if to_regclass('realtime.' || name) is null then
      execute format('create table realtime.%I partition of realtime.messages for values from (%L) to (%L)', name, day, day + 1);
      execute format('alter table realtime.%I owner to supabase_realtime_admin', name);
      execute format('alter table realtime.%I enable row level security', name);
    end if;
  end loop;
  for name in
    select c.relname
    from pg_catalog.pg_inherits i
    join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'realtime.messages'::regclass
      and c.relname ~ '^messages_\d{4}_\d\d_\d\d$'
      and to_date(right(c.relname, 10), 'YYYY_MM_DD') < today - 3
  loop
    execute format('drop table realtime.%I', name);
  end loop;
end
$$;
revoke all on function realtime.keep_partitions() from public;
grant execute on all functions in schema realtime to postgres;

select realtime.keep_partitions();
