-- For whom: the patients whom an account acts for besides its owner, and who acts for a patient.

create function public.my_dependants() returns table (
  id uuid, first_name text, last_name text, born_on date, relation public.guardianship_relation
)
language sql
stable security definer
set search_path = ''
as $$
  select patient.id, patient.first_name, patient.last_name, private.birth_date(patient.matricule), guardianship.relation
  from private.current_guardianships as guardianship
  join public.patients as patient on patient.id = guardianship.patient_id
  where guardianship.account_id = (select private.verified_uid()) and guardianship.relation <> 'self'
  order by patient.first_name, patient.last_name, patient.id
$$;

comment on function public.my_dependants() is 'The patients for whom whoever asks acts now, but for themselves, by name.';
grant execute on function public.my_dependants() to authenticated;

create function private.guardians_of(patient_id uuid) returns jsonb
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object('first_name', guardian.first_name, 'last_name', guardian.last_name)
        order by guardianship.since, guardianship.id
      ),
      '[]'
    )
    from private.current_guardianships as guardianship
    join private.account_names as guardian on guardian.account_id = guardianship.account_id
    where guardianship.patient_id = guardians_of.patient_id and guardianship.relation <> 'self'
      and guardian.last_name is not null
  );
end
$$;

comment on function private.guardians_of(uuid) is 'The names of those who act for a patient now, but for the patient: whom a doctor of theirs may see in the call.';
