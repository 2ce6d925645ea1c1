-- Free slots: weekly hours and open exceptions, minus closed exceptions and appointments.

create function private.cut_into_slots(opening tstzrange, slot interval) returns setof tstzrange
language sql
immutable strict
set search_path = ''
as $$
  select tstzrange(start, start + slot)
  from generate_series(lower(opening), upper(opening) - slot, slot) as start
$$;

comment on function private.cut_into_slots(tstzrange, interval) is 'The whole slots that fit into an opening.';

-- Openings are computed in local time, so that 08:00 stays 08:00 when the clocks change.
-- In PL/pgSQL, here and below, because its plans are kept: SQL functions are planned at each call.
create function private.openings(doctor public.doctors, first_day date, last_day date) returns setof tstzrange
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select tstzrange(
    (day::date + hours.starts) at time zone doctor.time_zone,
    (day::date + hours.ends) at time zone doctor.time_zone
  )
  from generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') as day
  join public.weekly_hours as hours
    on hours.doctor_id = doctor.id
    and hours.weekday = extract(isodow from day)
    and day::date between hours.valid_from and hours.valid_to
  where (day::date + hours.starts) at time zone doctor.time_zone
    < (day::date + hours.ends) at time zone doctor.time_zone
  union all
  select during
  from public.availability_exceptions
  where doctor_id = doctor.id
    and effect = 'open'
    and during && tstzrange(
      first_day::timestamp at time zone doctor.time_zone,
      (last_day + 1)::timestamp at time zone doctor.time_zone
    );
end
$$;

comment on function private.openings(public.doctors, date, date) is 'The periods in which a doctor works, from the first to the last local day.';

create function private.free_slots(doctor public.doctors, from_at timestamptz, to_at timestamptz) returns setof tstzrange
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select distinct slot
  from private.openings(
    doctor,
    (from_at at time zone doctor.time_zone)::date,
    ((to_at - interval '1 microsecond') at time zone doctor.time_zone)::date
  ) as opening
  cross join private.cut_into_slots(opening, make_interval(mins => doctor.slot_minutes)) as slot
  where doctor.listed
    and lower(slot) >= from_at
    and lower(slot) < to_at
    and lower(slot) >= now() + make_interval(mins => doctor.lead_minutes)
    and lower(slot) < now() + make_interval(days => doctor.horizon_days)
    and not exists (
      select from public.availability_exceptions as closure
      where closure.doctor_id = doctor.id and closure.effect = 'closed' and closure.during && slot
    )
    and not exists (
      select from public.appointments as taken
      where taken.doctor_id = doctor.id and taken.state <> 'cancelled' and taken.during && slot
    )
  order by slot;
end
$$;

comment on function private.free_slots(public.doctors, timestamptz, timestamptz) is 'The slots of a doctor that can be booked now and start in [from_at, to_at).';

create function public.free_slots(doctor_id uuid, from_at timestamptz, to_at timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  if to_at - from_at > interval '62 days' then
    perform private.fail(400, 'period_too_long');
  end if;
  return query
    select lower(slot), upper(slot)
    from public.doctors as doctor
    cross join private.free_slots(doctor, from_at, to_at) as slot
    where doctor.id = free_slots.doctor_id;
end
$$;

comment on function public.free_slots(uuid, timestamptz, timestamptz) is 'The free slots of a doctor that start in [from_at, to_at), at most 62 days apart.';
grant execute on function public.free_slots(uuid, timestamptz, timestamptz) to anon, authenticated;

create function private.next_free_slot(doctor public.doctors, after timestamptz default now()) returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  today constant date := (after at time zone doctor.time_zone)::date;
  found timestamptz;
begin
  -- A day at a time: most doctors have a free slot on the first or second, and no later one is looked at then.
  for day in 0 .. doctor.horizon_days loop
    select lower(slot) into found
    from private.free_slots(
      doctor,
      greatest(after, (today + day)::timestamp at time zone doctor.time_zone),
      (today + day + 1)::timestamp at time zone doctor.time_zone
    ) as slot
    order by slot
    limit 1;
    if found is not null then
      return found;
    end if;
  end loop;
  return null;
end
$$;

comment on function private.next_free_slot(public.doctors, timestamptz) is 'The first free slot of a doctor after a time; null when there is none within the horizon.';

create function public.doctor_directory() returns setof jsonb
language sql
stable security definer
set search_path = ''
as $$
  select private.doctor_card(doctor) || jsonb_build_object('next_free_at', private.next_free_slot(doctor))
  from public.doctors as doctor
  where doctor.listed
  order by doctor.last_name, doctor.first_name
$$;

comment on function public.doctor_directory() is 'The listed doctors, each with the next free slot.';
grant execute on function public.doctor_directory() to anon, authenticated;

create function public.doctor_calendar(slug text, from_day date default null)
returns jsonb
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  doctor public.doctors;
  today date;
  first_day date;
  starts timestamptz;
begin
  select * into doctor from public.doctors where doctors.slug = doctor_calendar.slug and listed;
  if doctor.id is null then
    return null;
  end if;
  today := (now() at time zone doctor.time_zone)::date;
  first_day := date_trunc('week', greatest(coalesce(from_day, today), today)::timestamp)::date;
  first_day := least(first_day, date_trunc('week', (today + doctor.horizon_days)::timestamp)::date);
  starts := first_day::timestamp at time zone doctor.time_zone;
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'today', today,
    'first_day', first_day,
    'last_bookable_day', today + doctor.horizon_days,
    'slots', coalesce((
      select jsonb_agg(lower(slot) order by slot)
      from private.free_slots(doctor, starts, (first_day + 7)::timestamp at time zone doctor.time_zone) as slot
    ), '[]'),
    'next_free_at', private.next_free_slot(
      doctor, greatest(now(), (first_day + 7)::timestamp at time zone doctor.time_zone)
    )
  );
end
$$;

comment on function public.doctor_calendar(text, date) is 'One week (Monday to Sunday) of a listed doctor: free slot starts, and the next free one after that week; null when unknown.';
grant execute on function public.doctor_calendar(text, date) to anon, authenticated;
