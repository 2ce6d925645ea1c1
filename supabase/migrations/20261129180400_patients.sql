-- Patients: people who are cared for. Doctors reach them through functions that write the audit log.

create table public.patients (
  id uuid primary key default gen_random_uuid(),
  matricule text not null unique,
  first_name text not null,
  last_name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  country text not null default 'LU',
  pharmacy_id uuid references public.organisations (id),
  laboratory_id uuid references public.organisations (id),
  identity_checked_at timestamptz,
  identity_checked_by uuid references public.accounts (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "The matricule has a real date and both check digits" check (private.is_matricule(matricule)),
  constraint "First names say something or are empty" check (
    (first_name = '' or not private.is_blank(first_name)) and length(first_name) <= 100
  ),
  constraint "Patients have a last name" check (not private.is_blank(last_name) and length(last_name) <= 100),
  constraint "Patients have a street" check (not private.is_blank(street) and length(street) <= 200),
  constraint "Patients have a postal code" check (not private.is_blank(postal_code) and length(postal_code) <= 20),
  constraint "Patients have a city" check (not private.is_blank(city) and length(city) <= 100),
  constraint "Countries are ISO 3166 codes" check (country ~ '^[A-Z]{2}$')
);

comment on table public.patients is 'People who are cared for, with or without an account. Who acts for them stands in guardianships.';
comment on column public.patients.id is 'Identifier; not that of an account.';
comment on column public.patients.matricule is 'National identification number, 13 digits.';
comment on column public.patients.first_name is 'First name; empty for people with one name.';
comment on column public.patients.last_name is 'Last name.';
comment on column public.patients.street is 'Street and number, so that the laboratory can find the patient.';
comment on column public.patients.postal_code is 'Postal code.';
comment on column public.patients.city is 'City.';
comment on column public.patients.country is 'Country of the address, ISO 3166-1 alpha-2.';
comment on column public.patients.pharmacy_id is 'Pharmacy of choice: gets a copy of prescriptions.';
comment on column public.patients.laboratory_id is 'Laboratory of choice: gets a copy of lab orders.';
comment on column public.patients.identity_checked_at is 'When a doctor compared the person with an identity document; null until then.';
comment on column public.patients.identity_checked_by is 'The doctor who did so.';
comment on column public.patients.created_at is 'When the row was made.';
comment on column public.patients.updated_at is 'When the row was last changed.';

create index patients_pharmacy on public.patients (pharmacy_id);
create index patients_laboratory on public.patients (laboratory_id);
create index patients_identity_checked_by on public.patients (identity_checked_by);

grant select on public.patients to authenticated, service_role;
grant update (street, postal_code, city, country, pharmacy_id, laboratory_id) on public.patients to authenticated;

create function private.check_chosen_organisations() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.pharmacy_id is not null and not exists (
    select from public.organisations where id = new.pharmacy_id and kind = 'pharmacy'
  ) then
    perform private.raise_error(400, 'not_a_pharmacy');
  end if;
  if new.laboratory_id is not null and not exists (
    select from public.organisations where id = new.laboratory_id and kind = 'laboratory'
  ) then
    perform private.raise_error(400, 'not_a_laboratory');
  end if;
  return new;
end
$$;

comment on function private.check_chosen_organisations() is 'Trigger: the pharmacy of choice is a pharmacy, the laboratory a laboratory.';

create trigger patients_choose before insert or update of pharmacy_id, laboratory_id on public.patients
  for each row execute function private.check_chosen_organisations();
create trigger patients_touch before update on public.patients
  for each row execute function private.touch_updated_at();

alter table public.patients enable row level security;
