-- Free slots: weekly hours and open exceptions, minus closed exceptions and appointments.

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
    )
  union all
  select tstzrange(starts, doctor.free_now_wanted_until)
  -- What is offered can be booked, at full five minutes, as people say times.
  from date_bin('5 minutes', doctor.free_now_since + interval '299 seconds', timestamptz '2000-01-01') as starts
  where starts < doctor.free_now_wanted_until;
end
$$;

comment on function private.openings(public.doctors, date, date) is 'The periods in which a doctor works, from the first to the last local day, and the time for which they are free now.';

-- What is taken is read once for the period, not once for each slot.
create function private.free_slots(
  doctor public.doctors, from_at timestamptz, to_at timestamptz, minutes integer default null
) returns setof tstzrange
language plpgsql
stable
set search_path = ''
as $$
declare
  slot_length constant interval := make_interval(mins => coalesce(free_slots.minutes, doctor.slot_minutes));
  buffer constant interval := make_interval(mins => doctor.buffer_minutes);
  -- Whatever the length, appointments start in the rhythm of the agenda.
  step constant interval := make_interval(mins => doctor.slot_minutes + doctor.buffer_minutes);
  earliest constant timestamptz := greatest(from_at, now() + make_interval(mins => doctor.lead_minutes));
  latest constant timestamptz := least(to_at, now() + make_interval(days => doctor.horizon_days));
  period tstzrange;
  blocked tstzmultirange;
begin
  if not doctor.listed or earliest >= latest then
    return;
  end if;
  period := tstzrange(earliest - buffer, latest + slot_length + buffer);
  select coalesce(range_agg(taken.during), '{}') into blocked
  from (
    select exception.during
    from public.availability_exceptions as exception
    where exception.doctor_id = doctor.id and effect = 'closed' and exception.during && period
    union all
    select tstzrange(starts_at - buffer, ends_at + buffer)
    from public.appointments as appointment
    where appointment.doctor_id = doctor.id and state <> 'cancelled' and appointment.during && period
    union all
    select tstzrange(lower(held) - buffer, upper(held) + buffer)
    from private.held_slots(doctor.id) as held
    where held && period
  ) as taken;
  return query
  select distinct slot
  from private.openings(
    doctor,
    (earliest at time zone doctor.time_zone)::date,
    ((latest - interval '1 microsecond') at time zone doctor.time_zone)::date
  ) as opening
  cross join generate_series(lower(opening), upper(opening) - slot_length, step) as starts
  cross join lateral (select tstzrange(starts, starts + slot_length) as slot) as slots
  where starts >= earliest and starts < latest and not blocked && slot
  order by slot;
end
$$;

comment on function private.free_slots(public.doctors, timestamptz, timestamptz, integer) is 'The slots of a doctor that can be booked now and start in [from_at, to_at); the buffer stays free between two of them. minutes: how long they have to be, defaults to a slot.';

create function public.free_slots(
  doctor_id uuid, from_at timestamptz, to_at timestamptz, minutes integer default null
)
returns table (starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  if to_at - from_at > interval '62 days' then
    perform private.raise_error(400, 'period_too_long');
  end if;
  if minutes not between 5 and 60 then
    perform private.raise_error(400, 'reason_invalid');
  end if;
  return query
    select lower(slot), upper(slot)
    from public.doctors as doctor
    cross join private.free_slots(doctor, from_at, to_at, minutes) as slot
    where doctor.id = free_slots.doctor_id;
end
$$;

comment on function public.free_slots(uuid, timestamptz, timestamptz, integer) is 'The free slots of a doctor that start in [from_at, to_at), at most 62 days apart. minutes: how long they have to be (5 to 60), defaults to a slot. Errors: period_too_long, reason_invalid.';
grant execute on function public.free_slots(uuid, timestamptz, timestamptz, integer) to anon, authenticated;

create function private.next_free_slots(
  doctor public.doctors, wanted integer, after timestamptz default now(), minutes integer default null
) returns timestamptz[]
language plpgsql
stable
set search_path = ''
as $$
declare
  day date := (after at time zone doctor.time_zone)::date;
  last_day constant date := (now() at time zone doctor.time_zone)::date + doctor.horizon_days;
  days integer := 1;
  found timestamptz[] := '{}';
begin
  -- Most doctors have free slots today or tomorrow; whoever has none is asked for longer and longer periods.
  while day <= last_day and cardinality(found) < wanted loop
    found := found || array(
      select lower(slot)
      from private.free_slots(
        doctor,
        greatest(after, day::timestamp at time zone doctor.time_zone),
        (day + days)::timestamp at time zone doctor.time_zone,
        minutes
      ) as slot
      limit wanted - cardinality(found)
    );
    day := day + days;
    days := days * 2;
  end loop;
  return found;
end
$$;

comment on function private.next_free_slots(public.doctors, integer, timestamptz, integer) is 'The starts of the next free slots of a doctor after a time, in order; fewer than wanted when the horizon has no more. minutes: how long they have to be, defaults to a slot.';

create function private.calendar_of(doctor public.doctors, from_day date, minutes integer) returns jsonb
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  today constant date := (now() at time zone doctor.time_zone)::date;
  asked constant integer := least(coalesce(from_day, today) - today, doctor.horizon_days);
  -- Seven days from today, or the seven of those after them that hold the day.
  first_day constant date := today + greatest(asked, 0) / 7 * 7;
  after constant timestamptz := (first_day + 7)::timestamp at time zone doctor.time_zone;
begin
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'today', today,
    'first_day', first_day,
    'last_bookable_day', today + doctor.horizon_days,
    'reasons', '[]'::jsonb,
    'reason_id', null,
    'minutes', coalesce(minutes, doctor.slot_minutes),
    'slots', coalesce((
      select jsonb_agg(lower(slot) order by slot)
      from private.free_slots(doctor, first_day::timestamp at time zone doctor.time_zone, after, minutes) as slot
    ), '[]'),
    'next_free_at', (private.next_free_slots(doctor, 1, greatest(now(), after), minutes))[1]
  );
end
$$;

comment on function private.calendar_of(public.doctors, date, integer) is 'Seven days of a doctor, from today or a multiple of seven days later: free slot starts, and the next free one after them, without reasons to choose from. minutes: how long the slots have to be, null for a slot.';

create function public.doctor_calendar(slug text, from_day date default null, reason_id uuid default null)
returns jsonb
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  doctor public.doctors;
  reason uuid;
  minutes integer;
begin
  select * into doctor from public.doctors where doctors.slug = doctor_calendar.slug and listed;
  if doctor.id is null then
    return null;
  end if;
  select id, reasons.minutes into reason, minutes
  from public.reasons
  where id = doctor_calendar.reason_id and doctor_id = doctor.id and active;
  return private.calendar_of(doctor, from_day, minutes)
    || jsonb_build_object('reasons', private.reasons_of(doctor.id, true), 'reason_id', reason);
end
$$;

comment on function public.doctor_calendar(text, date, uuid) is 'Seven days of a listed doctor that hold a day, counted from today: the reasons to choose from, starts of the slots that are free for the length of the chosen one, and the next of them after those days; null when unknown. A reason that is not offered counts as none: reason_id is null.';
grant execute on function public.doctor_calendar(text, date, uuid) to anon, authenticated;
