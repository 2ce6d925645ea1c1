const USER_SCHEMA =
  `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;

/** Tables and views with columns, key and what may be written (bits of `pg_relation_is_updatable`). */
export const TABLES = `
select json_build_object(
  'schema', n.nspname, 'name', c.relname, 'isView', c.relkind in ('v', 'm'),
  'insertable', c.relkind in ('r', 'p') or (c.relkind in ('v', 'f') and (pg_relation_is_updatable(c.oid, true) & 8) = 8),
  'updatable', c.relkind in ('r', 'p') or (c.relkind in ('v', 'f') and (pg_relation_is_updatable(c.oid, true) & 4) = 4),
  'deletable', c.relkind in ('r', 'p') or (c.relkind in ('v', 'f') and (pg_relation_is_updatable(c.oid, true) & 16) = 16),
  'columns', (
    select coalesce(json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'default', case
        when a.attgenerated <> '' or a.attidentity = 'a' then null
        when a.attidentity = 'd' then format('nextval(%L)', pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname))
        when t.typtype = 'd' and d.adbin is null then t.typdefault
        else pg_get_expr(d.adbin, d.adrelid)
      end) order by a.attnum), '[]')
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  ),
  'primaryKey', (
    select coalesce(json_agg(a.attname order by k.position), '[]')
    from pg_index i
    cross join unnest(i.indkey) with ordinality k(attnum, position)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = c.oid and i.indisprimary
  )) as row
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${USER_SCHEMA} and not c.relispartition`;

/** Foreign keys with their columns in pairs; "one" when the referring columns are unique. */
export const FOREIGN_KEYS = `
select json_build_object(
  'constraint', k.conname,
  'table', json_build_object('schema', tn.nspname, 'name', t.relname),
  'foreign', json_build_object('schema', fn.nspname, 'name', f.relname),
  'columns', (
    select json_agg(json_build_array(a.attname, fa.attname) order by p.position)
    from unnest(k.conkey, k.confkey) with ordinality p(here, there, position)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.here
    join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = p.there
  ),
  'one', exists (
    select from pg_constraint u
    where u.conrelid = k.conrelid and u.contype in ('p', 'u')
      and u.conkey @> k.conkey and u.conkey <@ k.conkey
  )) as row
from pg_constraint k
join pg_class t on t.oid = k.conrelid
join pg_namespace tn on tn.oid = t.relnamespace
join pg_class f on f.oid = k.confrelid
join pg_namespace fn on fn.oid = f.relnamespace
where k.contype = 'f' and k.conparentid = 0
order by tn.nspname, t.relname, k.conname`;

/** The query tree of each view, from which \`view_columns.ts\` reads where columns come from. */
export const VIEW_RULES = `
select json_build_object(
  'oid', c.oid::int8, 'view', json_build_object('schema', n.nspname, 'name', c.relname),
  'rule', case when c.relkind in ('v', 'm') then r.ev_action::text end,
  'columns', (
    select json_object_agg(a.attnum, a.attname)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  )) as row
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_rewrite r on r.ev_class = c.oid and r.ev_type = '1' and r.is_instead
where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${USER_SCHEMA}`;

/** Functions from one row of a table to rows of another. */
export const COMPUTED_RELATIONSHIPS = `
select json_build_object(
  'fn', json_build_object('schema', n.nspname, 'name', p.proname),
  'table', json_build_object('schema', an.nspname, 'name', ac.relname),
  'foreign', json_build_object('schema', rn.nspname, 'name', rc.relname),
  'single', not p.proretset or p.prorows = 1) as row
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_class ac on ac.reltype = p.proargtypes[0]
join pg_namespace an on an.oid = ac.relnamespace
join pg_class rc on rc.reltype = p.prorettype
join pg_namespace rn on rn.oid = rc.relnamespace
where p.pronargs = 1 and p.prokind = 'f'
  and ac.relkind in ('r', 'p', 'v', 'm', 'f') and rc.relkind in ('r', 'p', 'v', 'm', 'f')
order by n.nspname, p.proname`;

/** Functions whose arguments can all be named, or that take one unnamed document. */
export const ROUTINES = `
select json_build_object(
  'schema', n.nspname, 'name', p.proname, 'volatile', p.provolatile = 'v',
  'isSet', p.proretset,
  'returns', case
    when p.prorettype = 'void'::regtype then 'void'
    when b.typtype = 'c' or p.proargmodes && '{o,b,t}' then 'composite'
    else 'scalar'
  end,
  'table', case when rc.oid is not null then json_build_object('schema', rn.nspname, 'name', rc.relname) end,
  'parameters', coalesce(arg.list, '[]')) as row
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_type t on t.oid = p.prorettype
join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
left join pg_class rc on rc.oid = b.typrelid and rc.relkind in ('r', 'p', 'v', 'm', 'f')
left join pg_namespace rn on rn.oid = rc.relnamespace
cross join lateral (
  select
    json_agg(json_build_object(
      'name', coalesce(a.name, ''),
      -- without a length "character" would be cut to one
      'type', regexp_replace(format_type(a.type, null), '^(character|bit)(\\[\\])?$', '\\1 varying\\2'),
      'required', a.position <= p.pronargs - p.pronargdefaults,
      'variadic', coalesce(a.mode = 'v', false)) order by a.position) as list,
    bool_and(coalesce(a.name, '') <> '')
      or (count(*) = 1 and bool_and(a.type in ('json'::regtype, 'jsonb'::regtype, 'text'::regtype, 'bytea'::regtype))) as callable
  from (
    select x.name, x.type, x.mode, row_number() over (order by x.place) as position
    from unnest(p.proargnames, coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargmodes)
      with ordinality x(name, type, mode, place)
    where x.type is not null and (x.mode is null or x.mode in ('i', 'b', 'v'))
  ) a
) arg
where p.prokind = 'f' and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
  and coalesce(arg.callable, true) and ${USER_SCHEMA}
order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

/** What \`alter role … set\` gave the roles a request may take. */
export const ROLE_SETTINGS = `
select json_build_object('role', r.rolname, 'name', split_part(s.item, '=', 1),
  'value', substring(s.item from position('=' in s.item) + 1)) as row
from pg_roles r
join pg_db_role_setting d on d.setrole = r.oid and d.setdatabase in (0, (select oid from pg_database where datname = current_database()))
cross join unnest(d.setconfig) s(item)
left join pg_settings p on p.name = split_part(s.item, '=', 1)
where case when r.rolname = 'authenticator' then s.item like 'pgrst.%' else p.context = 'user' end
order by d.setdatabase`;

/** Names that \`Prefer: timezone\` may hold. */
export const TIMEZONES = `select to_json(name) as row from pg_timezone_names`;
