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
grant usage on schema private to authenticated, service_role;

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
create function private.fail(status integer, key text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using errcode = 'PT' || status::text, message = key;
end
$$;

comment on function private.fail(integer, text) is 'Raises an error with an HTTP status and a key that the app translates (i18n errors).';
