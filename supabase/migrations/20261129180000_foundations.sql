-- Schemas, extensions and default privileges: everything is closed until a later line opens it.

create schema if not exists private;
create schema if not exists admin;

comment on schema private is 'Helpers and tables that no client may reach; used by functions and policies only.';
comment on schema admin is 'Views and functions for administrators in Studio; never exposed through the API.';

create extension if not exists btree_gist with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;

revoke all on schema private from public;
revoke all on schema admin from public;
grant usage on schema private to anon, authenticated, service_role;

alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated, service_role;
alter default privileges in schema private revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

create type public.language_code as enum ('fr', 'de', 'en', 'lb', 'pt');
comment on type public.language_code is 'The languages of the pages, messages and documents.';

create function private.touch_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

comment on function private.touch_updated_at() is 'Trigger: keeps updated_at true.';

-- One way to fail: an HTTP status for the API and a stable key that the app translates.
create function private.raise_error(status integer, key text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using errcode = 'PT' || status::text, message = case
    -- Studio, where nobody translates.
    when session_user = 'postgres' and current_setting('role') = 'none' then private.error_sentence(key)
    else key
  end;
end
$$;

comment on function private.raise_error(integer, text) is 'Raises an error with an HTTP status and a key that the app translates (i18n errors).';

-- White space of every kind, control characters, and characters that draw nothing (zero-width, joiners, fillers, tags).
create function private.is_blank(value text) returns boolean
language plpgsql
immutable strict parallel safe
set search_path = ''
as $$
begin
  return value !~ '[^\s\u0001-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]';
end
$$;

comment on function private.is_blank(text) is 'Whether a text shows nothing: empty, white space, control or invisible characters only. Null for null.';
grant execute on function private.is_blank(text) to authenticated, service_role;

-- One row of settings that an administrator may change in Studio.
create table private.settings (
  single boolean primary key default true check (single),
  adult_age integer not null default 18,
  constraint "The age of majority is between 14 and 25" check (adult_age between 14 and 25)
);

comment on table private.settings is 'Settings of this installation; exactly one row.';
comment on column private.settings.single is 'Always true: keeps the table at one row.';
comment on column private.settings.adult_age is 'Age in years at which a parent no longer acts for a child (Luxembourg Civil Code, article 488).';

insert into private.settings default values;
alter table private.settings enable row level security;
