-- Guardianships: which account acts for which patient. A person's own record is one of them.

create type public.guardianship_relation as enum ('self', 'parent', 'child', 'partner', 'guardian', 'trusted_person');
comment on type public.guardianship_relation is 'What the account is to the patient: the person themself, a parent, a grown-up child, a partner, a guardian by court order, a person of trust.';

create table public.guardianships (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references public.accounts (id) on delete cascade,
  patient_id uuid not null references public.patients (id) on delete cascade,
  relation public.guardianship_relation not null,
  since timestamptz not null default now(),
  until timestamptz,
  confirmed_by uuid references public.accounts (id) on delete set null,
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "A guardianship starts before it ends" check (since <= until),
  constraint "Reasons say something in at most 500 characters" check (not private.is_blank(reason) and length(reason) <= 500),
  -- The pair as one key: with two columns Postgres takes this index to look up a patient alone, and reads all of it
  -- (50 ms of each booking with 200,000 guardianships, instead of 0.02 ms by the b-tree below).
  constraint "An account acts for a patient once at a time" exclude using gist (
    (md5(account_id::text || patient_id::text)::uuid) with =, tstzrange(since, until) with &&
  )
);

comment on table public.guardianships is 'Who acts for whom, and since when. Ended ones stay.';
comment on column public.guardianships.id is 'Identifier.';
comment on column public.guardianships.account_id is 'The account that acts.';
comment on column public.guardianships.patient_id is 'The patient for whom it acts.';
comment on column public.guardianships.relation is 'What the account is to the patient.';
comment on column public.guardianships.since is 'From when on.';
comment on column public.guardianships.until is 'Until when; null while it lasts. A parent''s ends by itself when the child comes of age.';
comment on column public.guardianships.confirmed_by is 'Who confirmed it; null for the own record.';
comment on column public.guardianships.reason is 'Why it was granted or ended, e.g. the court order; no health data.';
comment on column public.guardianships.created_at is 'When the row was made.';
comment on column public.guardianships.updated_at is 'When the row was last changed.';

create unique index guardianships_own_record on public.guardianships (account_id) where relation = 'self';
-- One at a time: that of an erased account has ended, and the record may be another account's by now.
create unique index guardianships_own_account on public.guardianships (patient_id) where relation = 'self' and until is null;
create index guardianships_account on public.guardianships (account_id);
create index guardianships_patient on public.guardianships (patient_id);
create index guardianships_confirmed_by on public.guardianships (confirmed_by);

grant select on public.guardianships to authenticated, service_role;

create trigger guardianships_touch before update on public.guardianships
  for each row execute function private.touch_updated_at();

-- Born on 29 February: of age on 28 February. A day early rather than a day late for the privacy of the grown-up.
create function private.comes_of_age_at(matricule text) returns timestamptz
language sql
stable strict
set search_path = ''
as $$
  select (private.birth_date(matricule) + make_interval(years => adult_age)) at time zone 'Europe/Luxembourg'
  from private.settings
$$;

comment on function private.comes_of_age_at(text) is 'Midnight in Luxembourg at which the person with a matricule comes of age (private.settings.adult_age).';

create view private.current_guardianships as
select guardianship.*
from public.guardianships as guardianship
join public.patients as patient on patient.id = guardianship.patient_id
where guardianship.since <= now()
  and (guardianship.until is null or guardianship.until > now())
  and (guardianship.relation <> 'parent' or now() < private.comes_of_age_at(patient.matricule));

comment on view private.current_guardianships is 'The guardianships that hold now: begun, not ended, and no parent of a grown-up child.';

create function private.my_patients() returns setof uuid
language plpgsql
stable security definer
rows 3
set search_path = ''
as $$
begin
  return query
  select patient_id from private.current_guardianships where account_id = (select private.verified_uid());
end
$$;

comment on function private.my_patients() is 'The patients for whom whoever asks acts now, their own record included.';

create function private.my_own_patient() returns uuid
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  return (
    select patient_id from private.current_guardianships
    where account_id = (select private.verified_uid()) and relation = 'self'
  );
end
$$;

comment on function private.my_own_patient() is 'The own record of whoever asks; null without one.';

grant execute on function private.my_patients(), private.my_own_patient() to authenticated, service_role;

alter table public.guardianships enable row level security;

create policy "People read who acts for their patients" on public.guardianships
  for select to authenticated
  using (
    account_id = (select private.verified_uid())
    or patient_id = any (array(select private.my_patients()))
  );

-- The array is made once for each query and, unlike a hashed subquery, still lets Postgres use the index on patient_id.
create policy "People read the records of the patients they act for" on public.patients
  for select to authenticated
  using (id = any (array(select private.my_patients())));

create policy "People change the records of the patients they act for" on public.patients
  for update to authenticated
  using (id = any (array(select private.my_patients())))
  with check (id = any (array(select private.my_patients())));
