-- Tells the REST part to read its schema cache again after every change of the schema. May run again.

create or replace function extensions.pgrst_ddl_watch() returns event_trigger
language plpgsql set search_path = '' as $$
begin
  if exists (
    select from pg_catalog.pg_event_trigger_ddl_commands() as command
    where command.schema_name is distinct from 'pg_temp'
      and command.command_tag not in ('CREATE INDEX', 'ALTER INDEX', 'CREATE STATISTICS')
  ) then
    notify pgrst, 'reload schema';
  end if;
end
$$;

create or replace function extensions.pgrst_drop_watch() returns event_trigger
language plpgsql set search_path = '' as $$
begin
  if exists (
    select from pg_catalog.pg_event_trigger_dropped_objects() as object
    where not object.is_temporary
  ) then
    notify pgrst, 'reload schema';
  end if;
end
$$;

comment on function extensions.pgrst_ddl_watch() is 'Asks for a new schema cache when something was created or altered.';
comment on function extensions.pgrst_drop_watch() is 'Asks for a new schema cache when something was dropped.';

drop event trigger if exists pgrst_ddl_watch;
create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.pgrst_ddl_watch();
drop event trigger if exists pgrst_drop_watch;
create event trigger pgrst_drop_watch on sql_drop execute function extensions.pgrst_drop_watch();

-- The part's settings are the project's to make: `alter role authenticator set pgrst.… = …`.
grant set on parameter pgrst.db_aggregates_enabled, pgrst.db_plan_enabled, pgrst.db_tx_end to postgres;
