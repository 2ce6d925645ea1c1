-- One round trip a page: what the appointment, the waiting room and the doctor's day show.
-- A doctor who reads a patient's record here leaves an entry in the audit log.

create function private.log_readings(appointments public.appointments[]) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_log (account_id, account_kind, action, patient_id, appointment_id)
  select (select auth.uid()), (select private.verified_kind()), 'patient_read', appointment.patient_id, appointment.id
  from unnest(appointments) as appointment
  -- One entry an hour for one appointment: a page that refreshes itself is one reading.
  where not exists (
    select from public.audit_log
    where audit_log.appointment_id = appointment.id and action = 'patient_read'
      and account_id = (select auth.uid()) and at > now() - interval '1 hour'
  )
$$;

comment on function private.log_readings(public.appointments[]) is 'Notes that whoever asks has read the records of the patients of some appointments.';

create function private.seen_before(mine public.appointments) returns setof public.appointments
language sql
stable
set search_path = ''
as $$
  select other.*
  from public.appointments as other
  where other.doctor_id = mine.doctor_id
    and other.id <> mine.id
    and other.starts_at < mine.starts_at
    and other.state in ('booked', 'waiting', 'calling', 'in_progress')
    and (other.state <> 'booked' or other.ends_at > now())
    and other.starts_at > mine.starts_at - private.waiting_room_closes_after()
$$;

comment on function private.seen_before(public.appointments) is 'The appointments that the doctor still sees before this one.';

create function private.queue_before(mine public.appointments) returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer from private.seen_before(mine)
$$;

comment on function private.queue_before(public.appointments) is 'How many patients the doctor still sees before this one.';

create function private.expected_delay(mine public.appointments) returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(
    0,
    coalesce((select extract(epoch from sum(ends_at - starts_at)) / 60 from private.seen_before(mine)), 0)
      - (extract(epoch from mine.starts_at - now()) / 60)::integer
  )::integer
$$;

comment on function private.expected_delay(public.appointments) is 'Minutes after the booked start at which the doctor is likely to call, from the lengths of those still before and the time that has passed since it; 0 when on time.';

create function public.appointment_page(appointment_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  mine public.appointments;
begin
  select * into mine from public.appointments
  where id = appointment_page.appointment_id
    and (doctor_id = asker or patient_id in (select private.my_patients()));
  if mine.id is null then
    return null;
  end if;
  if mine.patient_id is distinct from private.my_own_patient() then
    perform private.log_readings(array[mine]);
  end if;
  return (
    select jsonb_build_object(
      'id', mine.id, 'state', mine.state, 'starts_at', mine.starts_at, 'ends_at', mine.ends_at,
      'language', mine.language, 'symptoms', mine.symptoms, 'booked_at', mine.booked_at, 'visit_reason', mine.visit_reason,
      -- What the doctor asked, the doctor alone reads.
      'answers', case when mine.doctor_id = asker then private.answers_of(mine.id) else '[]' end,
      'waiting_since', mine.waiting_since, 'called_at', mine.called_at, 'started_at', mine.started_at,
      'left_at', mine.left_at, 'ended_at', mine.ended_at, 'booked_by', mine.booked_by, 'cancelled_at', mine.cancelled_at, 'cancelled_by', mine.cancelled_by,
      'cancellation_reason', mine.cancellation_reason, 'now', now(),
      'held_by', mine.held_by, 'telephone', private.telephone_of(mine), 'guest', private.guest_of(mine.id),
      'reopened_at', mine.reopened_at, 'resumed_at', mine.resumed_at,
      'reopening_told', case when mine.doctor_id = asker then private.reopening_told(mine) else '{}' end,
      'opens_at', mine.starts_at - private.waiting_room_opens_before(),
      'queue_before', private.queue_before(mine), 'expected_delay_minutes', private.expected_delay(mine),
      'thread_id', thread.id, 'asks_for_feedback', private.asks_for_feedback(mine),
      'moves', mine.moves, 'moved_from', mine.moved_from,
      'waiting_list', case when mine.doctor_id <> asker then private.waiting_list_of(mine.id) end,
      'documents', private.consultation_documents(mine),
      'doctor', private.doctor_card(doctor),
      'patient', jsonb_build_object(
        'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
        'matricule', patient.matricule, 'identity_checked_at', patient.identity_checked_at,
        'own', mine.patient_id is not distinct from private.my_own_patient(),
        'guardians', case when mine.doctor_id = asker then private.guardians_of(patient.id) else '[]' end
      )
    )
    from public.patients as patient
    join public.doctors as doctor on doctor.id = mine.doctor_id
    left join public.threads as thread on thread.patient_id = patient.id and thread.doctor_id = doctor.id
    where patient.id = mine.patient_id
  );
end
$$;

comment on function public.appointment_page(uuid) is 'Everything the appointment, waiting room and consultation pages show; null when it is not the asker''s.';
grant execute on function public.appointment_page(uuid) to authenticated;

create function public.my_profile() returns table (
  phone text, language public.language_code, patient_id uuid, matricule text, first_name text, last_name text,
  street text, postal_code text, city text, country text
)
language sql
stable security definer
set search_path = ''
as $$
  select
    account.phone, account.language, patient.id, patient.matricule, patient.first_name, patient.last_name,
    patient.street, patient.postal_code, patient.city, patient.country
  from public.accounts as account
  left join public.patients as patient on patient.id = (select private.my_own_patient())
  where account.id = (select private.verified_uid())
$$;

comment on function public.my_profile() is 'The account of whoever asks with their own record; its columns are null for those without one.';
grant execute on function public.my_profile() to authenticated;
