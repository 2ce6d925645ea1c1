-- Roles, schemas and default privileges of a new Supabase project. Run by a superuser; may run again.

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'),
      ('authenticator', 'login noinherit'),
      -- Who Auth works as: triggers on auth.users run as this role unless they are security definer.
      ('supabase_auth_admin', 'login noinherit createrole'),
      ('supabase_storage_admin', 'nologin noinherit'),
      ('supabase_realtime_admin', 'nologin noinherit'),
      ('dashboard_user', 'nologin noinherit createrole createdb replication'),
      -- Who migrations run as: owns the application's objects, is no superuser.
      ('postgres', 'nologin createrole createdb replication bypassrls')
    ) as roles (name, attributes)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;
  execute format('grant create, connect, temporary on database %I to postgres', current_database());
  execute format('alter database %I set search_path to "$user", public, extensions', current_database());
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
-- On Supabase an extension lets postgres set these; their names are the settings of PostgREST that a project may have.
grant set on parameter "pgrst.db_pre_request" to postgres;
-- On Supabase an extension lets postgres write policies on storage.objects and realtime.messages; here membership does.
grant supabase_storage_admin, supabase_realtime_admin to postgres;

alter role supabase_auth_admin login createrole; -- a cluster of an older version has it without
alter role supabase_auth_admin set search_path = auth;
alter role supabase_auth_admin set idle_in_transaction_session_timeout = '60s';

-- The limits of a hosted project.
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role authenticator set idle_in_transaction_session_timeout = '60s';

create schema if not exists extensions authorization postgres;
create schema if not exists auth;
create schema if not exists storage;
create schema if not exists realtime;
create schema if not exists supabase_migrations authorization postgres;

grant usage on schema extensions to anon, authenticated, service_role, dashboard_user;
grant usage on schema auth to anon, authenticated, service_role, supabase_auth_admin, postgres;
grant usage on schema storage to anon, authenticated, service_role, supabase_storage_admin, postgres;
grant usage on schema realtime to anon, authenticated, service_role, supabase_realtime_admin, postgres;

create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

alter schema public owner to postgres;
grant usage on schema public to anon, authenticated, service_role;

-- What migrations create in public is granted to the API's roles: row-level security decides.
alter default privileges for role postgres in schema public
  grant all on tables to anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on functions to anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on sequences to anon, authenticated, service_role;
