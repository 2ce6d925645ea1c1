-- Storage: buckets and objects; who may do what is row-level security on these two tables.
-- https://supabase.com/docs/guides/storage/security/access-control
grant create on schema storage to supabase_storage_admin;

create table if not exists storage.buckets (
  id text primary key,
  name text not null unique check (length(name) <= 100),
  owner uuid,
  owner_id text,
  public boolean default false,
  avif_autodetection boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  type text not null default 'STANDARD',
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
comment on column storage.buckets.owner is 'Deprecated: use owner_id.';

create table if not exists storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text references storage.buckets (id),
  name text,
  owner uuid,
  owner_id text,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(),
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  version text,
  user_metadata jsonb
);
comment on column storage.objects.owner is 'Deprecated: use owner_id.';
comment on column storage.objects.version is 'The file on disk that holds the bytes.';

create unique index if not exists bucketid_objname on storage.objects (bucket_id, name);
create index if not exists objects_prefix on storage.objects (bucket_id, lower(name) text_pattern_ops);

alter table storage.buckets owner to supabase_storage_admin;
alter table storage.objects owner to supabase_storage_admin;
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role, postgres;

create or replace function storage.foldername(name text) returns text[]
language sql immutable strict set search_path = '' as $$
  select parts[1 : array_length(parts, 1) - 1] from string_to_array(name, '/') as parts
$$;

create or replace function storage.filename(name text) returns text
language sql immutable strict set search_path = '' as $$
  select parts[array_length(parts, 1)] from string_to_array(name, '/') as parts
$$;

create or replace function storage.extension(name text) returns text
language sql immutable strict set search_path = '' as $$
  select reverse(split_part(reverse(storage.filename(name)), '.', 1))
$$;

-- Which operation asks, for policies: storage.object.upload, storage.object.get_authenticated, ….
create or replace function storage.operation() returns text
language sql stable set search_path = '' as $$
  select current_setting('storage.operation', true)
$$;

-- What is directly under a prefix, as the caller may see it: folders are rows without an id.
create or replace function storage.search(
  prefix text,
  bucketname text,
  limits int default 100,
  offsets int default 0,
  search text default '',
  sortcolumn text default 'name',
  sortorder text default 'asc'
) returns table (
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
) language plpgsql stable set search_path = '' as $$
declare
  wanted text := coalesce(prefix, '') || coalesce(search, '');
  direction text := case when lower(sortorder) = 'desc' then 'desc' else 'asc' end;
  by_time text := case when sortcolumn in ('updated_at', 'created_at', 'last_accessed_at') then sortcolumn end;
begin
  return query execute format(
    $sql$
    with found as (
      select o.*, strpos(substr(o.name, length($2) + 1), '/') as slash
      from storage.objects o
      where o.bucket_id = $3 and starts_with(lower(o.name), lower($2))
    ), entries as (
      select distinct substr(f.name, length($1) + 1, length($2) - length($1) + f.slash - 1) as name, null::uuid as id,
        null::timestamptz as updated_at, null::timestamptz as created_at, null::timestamptz as last_accessed_at,
        null::jsonb as metadata
      from found f where f.slash > 0
      union all
      select substr(f.name, length($1) + 1), f.id, f.updated_at, f.created_at, f.last_accessed_at, f.metadata
      from found f where f.slash = 0
    )
    select e.name, e.id, e.updated_at, e.created_at, e.last_accessed_at, e.metadata from entries e
    order by %s lower(e.name) collate "C" %s, e.name collate "C" %s limit $4 offset $5
    $sql$,
    case when by_time is null then '' else format('e.id is not null, e.%I %s,', by_time, direction) end,
    direction,
    direction
  ) using coalesce(prefix, ''), wanted, bucketname, least(coalesce(limits, 100), 1500), coalesce(offsets, 0);
end
$$;

create or replace function storage.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
create or replace trigger touch before update on storage.objects
for each row execute function storage.touch();

-- A row that goes without its file leaves the file behind: only the server may delete.
create or replace function storage.protect_delete() returns trigger
language plpgsql set search_path = '' as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), '') <> 'true' then
    raise exception 'Direct deletion from storage tables is not allowed. Use the Storage API instead.'
      using hint = 'This prevents files without an owner.', errcode = '42501';
  end if;
  return null;
end
$$;
create or replace trigger protect_delete before delete on storage.objects
for each statement execute function storage.protect_delete();
create or replace trigger protect_delete before delete on storage.buckets
for each statement execute function storage.protect_delete();

grant execute on all functions in schema storage to anon, authenticated, service_role, postgres;
