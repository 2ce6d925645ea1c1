-- Who may do what, one line each: tests/rules/schema_test.ts compares with access.txt, so that a change is seen in review.
select line from (
  select 1 as part, format('table %s.%s rls=%s', relnamespace::regnamespace, relname, relrowsecurity) as line
  from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 2, format('grant %s on %s to %s', string_agg(privilege_type, ', ' order by privilege_type), table_name, grantee)
  from information_schema.role_table_grants
  where table_schema = 'public' and grantee in ('anon', 'authenticated', 'service_role')
  group by table_name, grantee
  union all
  select 3, format('grant %s (%s) on %s to %s', privilege_type, string_agg(column_name, ', ' order by column_name), table_name, grantee)
  from information_schema.column_privileges as columns
  where table_schema = 'public' and grantee in ('anon', 'authenticated')
    and not exists (
      select from information_schema.role_table_grants as whole
      where whole.table_schema = 'public' and whole.table_name = columns.table_name
        and whole.grantee = columns.grantee and whole.privilege_type = columns.privilege_type
    )
  group by table_name, grantee, privilege_type
  union all
  select 4, format(
    'policy on %s.%s for %s to %s: %s using %s check %s', schemaname, tablename, cmd, roles, policyname,
    regexp_replace(coalesce(qual, '-'), '\s+', ' ', 'g'), regexp_replace(coalesce(with_check, '-'), '\s+', ' ', 'g')
  )
  from pg_policies where schemaname in ('public', 'private', 'realtime', 'storage')
  union all
  select 5, format(
    'function %s definer=%s to %s', format('%s.%s(%s)', pronamespace::regnamespace, proname, pg_get_function_identity_arguments(oid)), prosecdef,
    coalesce((
      select string_agg(grantee::regrole::text, ', ' order by grantee::regrole::text)
      from aclexplode(proacl) where privilege_type = 'EXECUTE' and grantee not in (0, proowner)
    ), 'nobody')
  )
  from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 6, format('trigger %s on %s', tgname, tgrelid::regclass)
  from pg_trigger
  where not tgisinternal and tgfoid in (select oid from pg_proc where pronamespace = 'private'::regnamespace)
) as rules
order by part, line collate "C"
