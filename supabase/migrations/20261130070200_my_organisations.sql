-- The pharmacies and laboratories that were chosen, for the account's page.

create function public.my_organisations() returns table (
  patient_id uuid, own boolean, kind public.organisation_kind, id uuid, name text, street text, postal_code text, city text
)
language sql
stable security definer
set search_path = ''
as $$
  select patient.id, patient.id is not distinct from (select private.my_own_patient()), organisation.kind, organisation.id, organisation.name, organisation.street, organisation.postal_code, organisation.city
  from public.patients as patient
  join public.organisations as organisation on organisation.id in (patient.pharmacy_id, patient.laboratory_id)
  where patient.id = any (array(select private.my_patients()))
$$;

comment on function public.my_organisations() is 'The pharmacy and the laboratory of choice of each patient for whom whoever asks acts; no row for what is not chosen. One that is no longer offered is still theirs.';
grant execute on function public.my_organisations() to authenticated;
