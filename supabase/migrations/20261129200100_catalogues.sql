-- Dated data of an administrator: acts and tariffs, analyses, restricted substances. Periods of one thing never overlap.

create table public.acts (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  name_fr text not null,
  name_de text not null,
  name_en text not null,
  name_lb text not null,
  name_pt text not null,
  valid daterange not null,
  constraint "Act codes are capitals and digits" check (code ~ '^[A-Z][A-Z0-9]{0,9}$'),
  constraint "An act has one name at a time" exclude using gist (code with =, valid with &&)
);

comment on table public.acts is 'Medical acts that a fee note may hold.';
comment on column public.acts.id is 'Identifier.';
comment on column public.acts.code is 'Code of the nomenclature.';
comment on column public.acts.name_fr is 'Name in French.';
comment on column public.acts.name_de is 'Name in German.';
comment on column public.acts.name_en is 'Name in English.';
comment on column public.acts.name_lb is 'Name in Luxembourgish.';
comment on column public.acts.name_pt is 'Name in Portuguese.';
comment on column public.acts.valid is 'From when to when it may be used.';

create table public.key_letters (
  id uuid primary key default gen_random_uuid(),
  letter text not null,
  amount numeric(12, 6) not null,
  valid daterange not null,
  constraint "Key letters are capitals" check (letter ~ '^[A-Z]{1,5}$'),
  constraint "Key letters are worth something" check (amount > 0),
  constraint "A key letter has one value at a time" exclude using gist (letter with =, valid with &&)
);

comment on table public.key_letters is 'Values of the key letters in euros.';
comment on column public.key_letters.id is 'Identifier.';
comment on column public.key_letters.letter is 'The key letter.';
comment on column public.key_letters.amount is 'Euros for the coefficient 1.';
comment on column public.key_letters.valid is 'From when to when.';

create table public.tariffs (
  id uuid primary key default gen_random_uuid(),
  act_code text not null,
  coefficient numeric(10, 4) not null,
  letter text not null,
  valid daterange not null,
  constraint "Coefficients are above zero" check (coefficient > 0),
  constraint "An act has one tariff at a time" exclude using gist (act_code with =, valid with &&)
);

comment on table public.tariffs is 'Tariff of each act: coefficient × value of its key letter.';
comment on column public.tariffs.id is 'Identifier.';
comment on column public.tariffs.act_code is 'The act''s code.';
comment on column public.tariffs.coefficient is 'Multiplies the value of the key letter.';
comment on column public.tariffs.letter is 'The key letter.';
comment on column public.tariffs.valid is 'From when to when.';

create table public.analyses (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  group_name text not null,
  name_fr text not null,
  name_de text not null,
  name_en text not null,
  name_lb text not null,
  name_pt text not null,
  valid daterange not null,
  constraint "Analysis codes are short" check (code ~ '^[A-Z0-9-]{1,12}$'),
  constraint "An analysis has one name at a time" exclude using gist (code with =, valid with &&)
);

comment on table public.analyses is 'Analyses that a lab order may hold.';
comment on column public.analyses.id is 'Identifier.';
comment on column public.analyses.code is 'Code of the catalogue.';
comment on column public.analyses.group_name is 'Group under which forms list it.';
comment on column public.analyses.name_fr is 'Name in French.';
comment on column public.analyses.name_de is 'Name in German.';
comment on column public.analyses.name_en is 'Name in English.';
comment on column public.analyses.name_lb is 'Name in Luxembourgish.';
comment on column public.analyses.name_pt is 'Name in Portuguese.';
comment on column public.analyses.valid is 'From when to when it may be ordered.';

create table public.restricted_substances (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  valid daterange not null,
  constraint "Substances have a name" check (not private.is_blank(name) and length(name) between 3 and 100),
  constraint "A substance is restricted once at a time" exclude using gist (lower(name) with =, valid with &&)
);

comment on table public.restricted_substances is 'Substances that need a paper counterfoil book: no prescription of the platform may name them.';
comment on column public.restricted_substances.id is 'Identifier.';
comment on column public.restricted_substances.name is 'Common name; found in any case, with or without accents.';
comment on column public.restricted_substances.valid is 'From when to when.';

grant select on public.acts, public.key_letters, public.tariffs, public.analyses, public.restricted_substances
  to authenticated, service_role;

alter table public.acts enable row level security;
alter table public.key_letters enable row level security;
alter table public.tariffs enable row level security;
alter table public.analyses enable row level security;
alter table public.restricted_substances enable row level security;

create policy "Signed-in people read acts" on public.acts
  for select to authenticated using ((select private.verified_uid()) is not null);
create policy "Signed-in people read key letters" on public.key_letters
  for select to authenticated using ((select private.verified_uid()) is not null);
create policy "Signed-in people read tariffs" on public.tariffs
  for select to authenticated using ((select private.verified_uid()) is not null);
create policy "Signed-in people read analyses" on public.analyses
  for select to authenticated using ((select private.verified_uid()) is not null);
create policy "Signed-in people read restricted substances" on public.restricted_substances
  for select to authenticated using ((select private.verified_uid()) is not null);

-- Two decimals, half up: round(numeric) rounds halves away from zero (CSS, article 65).
create function private.tariff_cents(act_code text, day date) returns integer
language sql
stable
set search_path = ''
as $$
  select (round(tariff.coefficient * key_letter.amount, 2) * 100)::integer
  from public.tariffs as tariff
  join public.key_letters as key_letter on key_letter.letter = tariff.letter and key_letter.valid @> tariff_cents.day
  where tariff.act_code = tariff_cents.act_code and tariff.valid @> tariff_cents.day
$$;

comment on function private.tariff_cents(text, date) is 'The tariff of an act on a day in cents; null without one: it is never guessed.';

create function private.restricted_substance(medicine text, day date) returns text
language sql
stable
set search_path = ''
as $$
  select substance.name
  from public.restricted_substances as substance
  where substance.valid @> restricted_substance.day
    and position(
      lower(extensions.unaccent(normalize(substance.name, nfc))) in lower(extensions.unaccent(normalize(medicine, nfc)))
    ) > 0
  order by substance.name
  limit 1
$$;

comment on function private.restricted_substance(text, date) is 'The restricted substance that the name of a medicine holds on a day; null without one.';
