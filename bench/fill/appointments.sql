-- Appointments of the last four months and the next one. Indexes and exclusion constraints are made anew afterwards,
-- from their own definitions: three times as fast as keeping them up to date, and no less strict.

create temporary table filled_slots as
select
  doctor_id, slot_minutes, day, number_of_day,
  (day + starts + make_interval(mins => slot_minutes * place)) at time zone 'Europe/Luxembourg' as starts_at,
  row_number() over (partition by day order by shuffled) as place_of_day,
  -- The days just before and after are kept whole; of the others as many as are wanted.
  row_number() over (order by number_of_day not between -1 and 7, shuffled) as rank
from (
  select
    hours.doctor_id, doctor.slot_minutes, day::date as day, hours.starts, day::date - current_date as number_of_day,
    -- Steps of 7 go through all places of the day before one comes twice, unless there are a multiple of 7.
    (hashtext(hours.doctor_id::text || day) % 1000 + 1000 + step * 7) % (places - (places % 7 = 0)::integer) as place,
    hashtextextended(hours.doctor_id::text || day || step, 0) as shuffled
  from filled_doctors
  join public.doctors as doctor on doctor.id = filled_doctors.id
  join public.weekly_hours as hours on hours.doctor_id = doctor.id
  cross join lateral (
    select extract(epoch from hours.ends - hours.starts)::integer / 60 / doctor.slot_minutes as places
  ) as counted
  join generate_series(current_date - 120, current_date + 30, interval '1 day') as day
    on extract(isodow from day) = hours.weekday
  cross join generate_series(
    1,
    case
      -- Full today and tomorrow for every ninth, half full this week for the others.
      when day::date - current_date between 0 and 1 and filled_doctors.n % 9 = 0 then places - 1
      when day::date - current_date between 0 and 6 then places * 2 / 5
      else 3
    end
  ) as step
) as candidates;

create temporary table dropped (definition text, undo text);
insert into dropped
select
  format('alter table public.appointments drop constraint %I', conname),
  format('alter table public.appointments add constraint %I %s', conname, pg_get_constraintdef(oid))
from pg_constraint
where conrelid = 'public.appointments'::regclass and contype = 'x';
insert into dropped
select format('drop index public.%I', relname), pg_get_indexdef(indexrelid)
from pg_index
join pg_class on pg_class.oid = indexrelid
where indrelid = 'public.appointments'::regclass and not indisprimary
  and not exists (select from pg_constraint where conindid = indexrelid);

do $$
declare
  statement text;
begin
  for statement in select definition from dropped loop
    execute statement;
  end loop;
end
$$;

insert into public.appointments (
  patient_id, doctor_id, during, language, booked_by, booked_at, state, waiting_since, called_at, started_at, ended_at,
  cancelled_at, cancelled_by
)
select
  patient.id, doctor_id, tstzrange(starts_at, starts_at + make_interval(mins => slot_minutes)), 'fr', account_id,
  starts_at - interval '3 days', state::public.appointment_state,
  case when state = 'completed' then starts_at - interval '4 minutes' end,
  case when state = 'completed' then starts_at + interval '1 minute' end,
  case when state = 'completed' then starts_at + interval '1 minute' end,
  case when state = 'completed' then starts_at + interval '9 minutes' end,
  case when state = 'cancelled' then starts_at - interval '1 day' end,
  case when state = 'cancelled' then 'patient'::public.account_kind end
from filled_slots
-- A patient is seen once a day at most: 7919 and the number of patients have no common factor.
join filled_patients as patient
  on patient.n = 1 + (place_of_day * 7919 + number_of_day + 120) % current_setting('fill.patients')::integer
cross join lateral (
  select case
    when place_of_day % 17 = 0 then 'cancelled'
    when starts_at >= now() - interval '1 hour' then 'booked'
    when place_of_day % 23 = 0 then 'no_show'
    else 'completed'
  end as state
) as stands
where rank <= current_setting('fill.appointments')::integer
  and place_of_day <= current_setting('fill.patients')::integer;

do $$
declare
  statement text;
begin
  for statement in select undo from dropped loop
    execute statement;
  end loop;
end
$$;

-- Conversations of the last month; older ones would only be more of the same.
insert into public.threads (patient_id, doctor_id)
select distinct patient_id, doctor_id
from public.appointments
join filled_doctors on filled_doctors.id = doctor_id
where starts_at > now() - interval '30 days'
on conflict do nothing;

analyze public.appointments, public.threads;
