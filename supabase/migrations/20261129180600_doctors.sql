-- Doctors: what the public may know of them, and how their agenda is cut.

create table public.doctors (
  id uuid primary key references public.accounts (id) on delete cascade,
  slug text not null unique,
  title text not null default 'Dr',
  first_name text not null,
  last_name text not null,
  code text not null unique,
  specialty_id text not null references public.specialties (id),
  languages public.language_code[] not null,
  city text not null,
  time_zone text not null default 'Europe/Luxembourg',
  slot_minutes integer not null default 10,
  lead_minutes integer not null default 5,
  horizon_days integer not null default 60,
  buffer_minutes integer not null default 0,
  free_now_until timestamptz,
  free_now_since timestamptz,
  free_now_wanted_until timestamptz,
  listed boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Slugs are lower-case words" check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint "Doctor codes are digits with separators" check (code ~ '^[0-9][0-9 /.-]{3,15}$'),
  constraint "Doctors speak a language" check (cardinality(languages) between 1 and 5),
  constraint "Slots last between 5 and 60 minutes" check (slot_minutes between 5 and 60),
  constraint "Lead time is between 0 minutes and 7 days" check (lead_minutes between 0 and 10080),
  constraint "The buffer lasts at most an hour" check (buffer_minutes between 0 and 60),
  constraint "The horizon is between 1 and 365 days" check (horizon_days between 1 and 365),
  -- updated_at is now() in every write: the bound moves with the clock, and a constraint must not ask the clock itself.
  constraint "Free now ends within twelve hours" check (free_now_until <= updated_at + interval '12 hours'),
  constraint "Free now has a start and an end" check ((free_now_since is null) = (free_now_wanted_until is null)),
  constraint "Free now is wanted for twelve hours at most" check (
    free_now_wanted_until <= free_now_since + interval '12 hours'
  )
);

comment on table public.doctors is 'The doctors, as patients see them, with the settings of their agenda.';
comment on column public.doctors.id is 'The account.';
comment on column public.doctors.slug is 'The name in addresses: /fr/doctors/<slug>.';
comment on column public.doctors.title is 'Title before the name.';
comment on column public.doctors.first_name is 'First name.';
comment on column public.doctors.last_name is 'Last name.';
comment on column public.doctors.code is 'Code given by the CNS; text, because its form is not fixed.';
comment on column public.doctors.specialty_id is 'Medical specialty.';
comment on column public.doctors.languages is 'Languages of the consultation.';
comment on column public.doctors.city is 'Where the practice is.';
comment on column public.doctors.time_zone is 'IANA name of the zone in which the weekly hours are meant.';
comment on column public.doctors.slot_minutes is 'Length of a slot.';
comment on column public.doctors.lead_minutes is 'A slot can be booked until so many minutes before it starts.';
comment on column public.doctors.horizon_days is 'How far ahead patients may book.';
comment on column public.doctors.free_now_until is 'The doctor offers to take somebody at once until then; null or past: not offered. A time and not a flag, so that it ends by itself.';
comment on column public.doctors.free_now_since is 'When the doctor switched free now on: slots are open from then; null while it is off.';
comment on column public.doctors.free_now_wanted_until is 'Until when the doctor wants to be free now; null while it is off.';
comment on column public.doctors.buffer_minutes is 'Minutes kept free after each slot: for notes, or a breath.';
comment on column public.doctors.listed is 'Whether patients find the doctor.';
comment on column public.doctors.created_at is 'When the row was made.';
comment on column public.doctors.updated_at is 'When the row was last changed.';

create index doctors_specialty on public.doctors (specialty_id);

grant select (id, slug, title, first_name, last_name, specialty_id, languages, city, time_zone, slot_minutes, free_now_until, listed)
  on public.doctors to anon, authenticated;
grant select on public.doctors to service_role;
grant update (slot_minutes, lead_minutes, horizon_days) on public.doctors to authenticated;

create function private.check_time_zone() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select from pg_catalog.pg_timezone_names where name = new.time_zone) then
    perform private.raise_error(400, 'unknown_time_zone');
  end if;
  return new;
end
$$;

comment on function private.check_time_zone() is 'Trigger: the time zone is one that Postgres knows.';

create trigger doctors_time_zone before insert or update of time_zone on public.doctors
  for each row execute function private.check_time_zone();
create trigger doctors_touch before update on public.doctors
  for each row execute function private.touch_updated_at();

alter table public.doctors enable row level security;

create policy "Visitors read listed doctors" on public.doctors
  for select to anon
  using (listed);

create policy "Doctors change the settings of their own agenda" on public.doctors
  for update to authenticated
  using (id = (select private.verified_uid()))
  with check (id = (select private.verified_uid()));

create function private.my_doctor() returns public.doctors
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  doctor public.doctors;
begin
  select * into doctor from public.doctors where id = (select private.verified_uid());
  if doctor.id is null then
    perform private.raise_error(403, 'doctors_only');
  end if;
  return doctor;
end
$$;

comment on function private.my_doctor() is 'The doctor who asks. Errors: doctors_only.';

create function private.doctor_card(doctor public.doctors) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', doctor.id, 'slug', doctor.slug, 'title', doctor.title, 'first_name', doctor.first_name,
    'last_name', doctor.last_name, 'languages', doctor.languages, 'city', doctor.city,
    'time_zone', doctor.time_zone, 'slot_minutes', doctor.slot_minutes,
    'free_now', coalesce(doctor.free_now_until > now(), false),
    'specialty', jsonb_build_object(
      'fr', specialty.name_fr, 'de', specialty.name_de, 'en', specialty.name_en,
      'lb', specialty.name_lb, 'pt', specialty.name_pt
    )
  )
  from public.specialties as specialty
  where specialty.id = doctor.specialty_id
$$;

comment on function private.doctor_card(public.doctors) is 'What a page shows of a doctor.';

create function private.unlist_inactive_doctor() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.doctors set listed = false where id = new.id and listed;
  return null;
end
$$;

comment on function private.unlist_inactive_doctor() is 'Trigger: who may not sign in any more is not found or booked any more. Listing again is a decision of its own.';

create trigger accounts_unlist_doctor after update of active on public.accounts
  for each row when (not new.active) execute function private.unlist_inactive_doctor();
