-- When a doctor can be booked: weekly hours, and exceptions that close or open a period.

create table public.weekly_hours (
  id uuid primary key default gen_random_uuid(),
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  weekday integer not null,
  starts time not null,
  ends time not null,
  valid_from date not null default '2000-01-01',
  valid_to date not null default '2999-12-31',
  constraint "Weekdays are ISO: 1 is Monday, 7 is Sunday" check (weekday between 1 and 7),
  constraint "Hours start before they end" check (starts < ends),
  constraint "Validity starts before it ends" check (valid_from <= valid_to)
);

comment on table public.weekly_hours is 'The regular hours of a doctor, in the doctor''s time zone.';
comment on column public.weekly_hours.id is 'Identifier.';
comment on column public.weekly_hours.doctor_id is 'Whose hours.';
comment on column public.weekly_hours.weekday is 'ISO weekday: 1 Monday to 7 Sunday.';
comment on column public.weekly_hours.starts is 'First slot starts at this local time.';
comment on column public.weekly_hours.ends is 'Last slot ends by this local time.';
comment on column public.weekly_hours.valid_from is 'First day on which these hours hold.';
comment on column public.weekly_hours.valid_to is 'Last day on which these hours hold.';

create index weekly_hours_doctor on public.weekly_hours (doctor_id, weekday);

grant select, insert, update, delete on public.weekly_hours to authenticated;
grant select on public.weekly_hours to service_role;
-- They are cut into slots whenever somebody looks for one: a doctor has some, not thousands.
create function private.limit_weekly_hours() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- One insertion of a doctor after the other: what is sent at the same moment waits here and is counted.
  perform from public.doctors where id = new.doctor_id for no key update;
  if (select count(*) from public.weekly_hours where doctor_id = new.doctor_id) >= 100 then
    perform private.raise_error(409, 'too_many_hours');
  end if;
  return new;
end
$$;

comment on function private.limit_weekly_hours() is 'Trigger: at most 100 weekly hours for each doctor.';

create trigger weekly_hours_limit before insert or update of doctor_id on public.weekly_hours
  for each row execute function private.limit_weekly_hours();

alter table public.weekly_hours enable row level security;

create policy "Doctors read their own weekly hours" on public.weekly_hours
  for select to authenticated using (doctor_id = (select private.verified_uid()));
create policy "Doctors add weekly hours of their own" on public.weekly_hours
  for insert to authenticated with check (doctor_id = (select private.verified_uid()));
create policy "Doctors change their own weekly hours" on public.weekly_hours
  for update to authenticated
  using (doctor_id = (select private.verified_uid()))
  with check (doctor_id = (select private.verified_uid()));
create policy "Doctors remove their own weekly hours" on public.weekly_hours
  for delete to authenticated using (doctor_id = (select private.verified_uid()));

create type public.availability_effect as enum ('closed', 'open');
comment on type public.availability_effect is 'Whether an exception closes a period or opens one outside the weekly hours.';

create table public.availability_exceptions (
  id uuid primary key default gen_random_uuid(),
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  effect public.availability_effect not null,
  during tstzrange not null,
  note text,
  cancelled_appointment_id uuid unique,
  cancelled_at timestamptz,
  constraint "Exceptions have a start and an end" check (
    not isempty(during) and not lower_inf(during) and not upper_inf(during)
    and lower_inc(during) and not upper_inc(during)
  ),
  -- They are cut into slots whenever somebody looks for one. In the month in which the clocks go back, 31 days have an
  -- hour more.
  constraint "Extra hours last a month at most" check (
    effect = 'closed'
    or (
      isfinite(lower(during)) and isfinite(upper(during))
      and upper(during) - lower(during) <= interval '31 days 1 hour'
    )
  ),
  constraint "Only a closed slot comes from a cancellation" check (effect = 'closed' or cancelled_appointment_id is null),
  constraint "Notes say something in at most 200 characters" check (not private.is_blank(note) and length(note) <= 200)
);

comment on table public.availability_exceptions is 'Absences, holidays and extra hours of a doctor.';
comment on column public.availability_exceptions.id is 'Identifier.';
comment on column public.availability_exceptions.doctor_id is 'Whose exception.';
comment on column public.availability_exceptions.effect is 'Closed or open.';
comment on column public.availability_exceptions.during is 'The period, start included, end excluded.';
comment on column public.availability_exceptions.note is 'For the doctor; never shown to patients.';
comment on column public.availability_exceptions.cancelled_appointment_id is 'The appointment that the doctor cancelled here: the slot stays closed until they delete this row (SPEC 4.14).';
comment on column public.availability_exceptions.cancelled_at is 'When the doctor cancelled the stretch of time that this row keeps closed; null for others. Undoing removes the row.';

create index availability_exceptions_during on public.availability_exceptions using gist (doctor_id, during);

grant select, delete on public.availability_exceptions to authenticated;
grant insert (id, doctor_id, effect, during, note) on public.availability_exceptions to authenticated;
grant update (effect, during, note) on public.availability_exceptions to authenticated;
grant select on public.availability_exceptions to service_role;

create function private.limit_availability_exceptions() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from public.doctors where id = new.doctor_id for no key update;
  if (
    select count(*) from public.availability_exceptions
    where doctor_id = new.doctor_id and cancelled_appointment_id is null and upper(during) > now()
  ) >= 300 then
    perform private.raise_error(409, 'too_many_hours');
  end if;
  return new;
end
$$;

comment on function private.limit_availability_exceptions() is 'Trigger: at most 300 exceptions to come for each doctor; slots closed by a cancellation do not count.';

create trigger availability_exceptions_limit before insert on public.availability_exceptions
  for each row when (new.cancelled_appointment_id is null)
  execute function private.limit_availability_exceptions();

alter table public.availability_exceptions enable row level security;

create policy "Doctors read their own exceptions" on public.availability_exceptions
  for select to authenticated using (doctor_id = (select private.verified_uid()));
create policy "Doctors add exceptions of their own" on public.availability_exceptions
  for insert to authenticated with check (doctor_id = (select private.verified_uid()));
create policy "Doctors change their own exceptions" on public.availability_exceptions
  for update to authenticated
  using (doctor_id = (select private.verified_uid()))
  with check (doctor_id = (select private.verified_uid()));
create policy "Doctors remove their own exceptions" on public.availability_exceptions
  for delete to authenticated using (doctor_id = (select private.verified_uid()));
