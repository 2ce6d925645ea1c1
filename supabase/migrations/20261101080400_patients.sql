-- Patients: identity and address. Doctors reach them through functions that write the audit log.

create table public.patients (
  id uuid primary key references public.accounts (id) on delete cascade,
  matricule text not null unique,
  first_name text not null,
  last_name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  country text not null default 'LU',
  pharmacy_id uuid references public.organisations (id),
  laboratory_id uuid references public.organisations (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "The matricule has a real date and both check digits" check (private.is_matricule(matricule)),
  constraint "Patients have a first name" check (length(btrim(first_name)) between 1 and 100),
  constraint "Patients have a last name" check (length(btrim(last_name)) between 1 and 100),
  constraint "Patients have a street" check (length(btrim(street)) between 1 and 200),
  constraint "Patients have a postal code" check (length(btrim(postal_code)) between 1 and 20),
  constraint "Patients have a city" check (length(btrim(city)) between 1 and 100),
  constraint "Countries are ISO 3166 codes" check (country ~ '^[A-Z]{2}$')
);

comment on table public.patients is 'The people who consult. Created when the SMS code of the sign-up was right.';
comment on column public.patients.id is 'The account.';
comment on column public.patients.matricule is 'National identification number, 13 digits.';
comment on column public.patients.first_name is 'First name.';
comment on column public.patients.last_name is 'Last name.';
comment on column public.patients.street is 'Street and number, so that the laboratory can find the patient.';
comment on column public.patients.postal_code is 'Postal code.';
comment on column public.patients.city is 'City.';
comment on column public.patients.country is 'Country of the address, ISO 3166-1 alpha-2.';
comment on column public.patients.pharmacy_id is 'Pharmacy of choice: gets a copy of prescriptions.';
comment on column public.patients.laboratory_id is 'Laboratory of choice: gets a copy of lab orders.';
comment on column public.patients.created_at is 'When the row was made.';
comment on column public.patients.updated_at is 'When the row was last changed.';

create index patients_pharmacy on public.patients (pharmacy_id);
create index patients_laboratory on public.patients (laboratory_id);

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
    perform private.fail(400, 'not_a_pharmacy');
  end if;
  if new.laboratory_id is not null and not exists (
    select from public.organisations where id = new.laboratory_id and kind = 'laboratory'
  ) then
    perform private.fail(400, 'not_a_laboratory');
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

create policy "Patients read their own record" on public.patients
  for select to authenticated
  using (id = (select private.verified_uid()));

create policy "Patients change their own address and choices" on public.patients
  for update to authenticated
  using (id = (select private.verified_uid()))
  with check (id = (select private.verified_uid()));
