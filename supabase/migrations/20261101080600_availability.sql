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
  constraint "Exceptions have a start and an end" check (
    not isempty(during) and not lower_inf(during) and not upper_inf(during)
    and lower_inc(during) and not upper_inc(during)
  ),
  -- They are cut into slots whenever somebody looks for one.
  constraint "Extra hours last a month at most" check (
    effect = 'closed'
    or (isfinite(lower(during)) and isfinite(upper(during)) and upper(during) - lower(during) <= interval '31 days')
  ),
  constraint "Notes are short" check (length(note) <= 200)
);

comment on table public.availability_exceptions is 'Absences, holidays and extra hours of a doctor.';
comment on column public.availability_exceptions.id is 'Identifier.';
comment on column public.availability_exceptions.doctor_id is 'Whose exception.';
comment on column public.availability_exceptions.effect is 'Closed or open.';
comment on column public.availability_exceptions.during is 'The period, start included, end excluded.';
comment on column public.availability_exceptions.note is 'For the doctor; never shown to patients.';

create index availability_exceptions_during on public.availability_exceptions using gist (doctor_id, during);

grant select, insert, update, delete on public.availability_exceptions to authenticated;
grant select on public.availability_exceptions to service_role;
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
