-- Thirteen digits that fit and a name make an account: a doctor who has seen a document says so.

create function public.confirm_identity(appointment_id uuid) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
  checked timestamptz;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = confirm_identity.appointment_id and appointment.doctor_id = (select private.verified_uid())
    and appointment.state not in ('cancelled', 'no_show');
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  update public.patients
  set identity_checked_at = now(), identity_checked_by = mine.doctor_id
  where id = mine.patient_id and identity_checked_at is null
  returning identity_checked_at into checked;
  if checked is null then
    return (select identity_checked_at from public.patients where id = mine.patient_id); -- done already
  end if;
  perform private.audit('identity_confirmed', mine.patient_id, mine.id);
  return checked;
end
$$;

comment on function public.confirm_identity(uuid) is 'The doctor of an appointment has compared the patient with an identity document; returns when it was first done. Errors: not_found.';
grant execute on function public.confirm_identity(uuid) to authenticated;
