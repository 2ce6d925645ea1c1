-- Directory data that an administrator maintains: specialties, pharmacies and laboratories.

create table public.specialties (
  id text primary key,
  name_fr text not null,
  name_de text not null,
  name_en text not null,
  name_lb text not null,
  name_pt text not null,
  constraint "Specialty ids are short lower-case words" check (id ~ '^[a-z][a-z-]{1,40}$')
);

comment on table public.specialties is 'Medical specialties, with their names in the five languages.';
comment on column public.specialties.id is 'A stable key, e.g. general-practice.';
comment on column public.specialties.name_fr is 'Name in French.';
comment on column public.specialties.name_de is 'Name in German.';
comment on column public.specialties.name_en is 'Name in English.';
comment on column public.specialties.name_lb is 'Name in Luxembourgish.';
comment on column public.specialties.name_pt is 'Name in Portuguese.';

grant select on public.specialties to anon, authenticated, service_role;
alter table public.specialties enable row level security;

create policy "Anyone reads specialties" on public.specialties
  for select to anon, authenticated
  using (true);

create type public.organisation_kind as enum ('pharmacy', 'laboratory');
comment on type public.organisation_kind is 'What an organisation of the directory is.';

create table public.organisations (
  id uuid primary key default gen_random_uuid(),
  kind public.organisation_kind not null,
  name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  phone text,
  email text,
  active boolean not null default true,
  constraint "Organisations of one kind and name are told apart by city" unique (kind, name, city),
  constraint "Organisation phone numbers are E.164" check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint "Organisation e-mail addresses hold one @" check (email ~ '^[^@\s]+@[^@\s]+$')
);

comment on table public.organisations is 'Pharmacies and laboratories that patients choose and documents are sent to.';
comment on column public.organisations.id is 'Identifier.';
comment on column public.organisations.kind is 'Pharmacy or laboratory.';
comment on column public.organisations.name is 'Name as on the door.';
comment on column public.organisations.street is 'Street and number.';
comment on column public.organisations.postal_code is 'Postal code.';
comment on column public.organisations.city is 'City.';
comment on column public.organisations.phone is 'Phone number (E.164).';
comment on column public.organisations.email is 'Where copies of documents are sent.';
comment on column public.organisations.active is 'Inactive organisations are no longer offered.';

grant select on public.organisations to authenticated, service_role;
alter table public.organisations enable row level security;

create policy "Signed-in people read active organisations" on public.organisations
  for select to authenticated
  using (active and (select private.verified_uid()) is not null);
