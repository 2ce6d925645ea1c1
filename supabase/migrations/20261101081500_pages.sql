-- One round trip a page: what the appointment, the waiting room and the doctor's day show.
-- A doctor who reads a patient's record here leaves an entry in the audit log.

create function private.log_reading(appointment public.appointments) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- One entry an hour for one appointment: a page that refreshes itself is one reading.
  if not exists (
    select from public.audit_log
    where audit_log.appointment_id = appointment.id and action = 'patient_read'
      and actor_id = (select auth.uid()) and at > now() - interval '1 hour'
  ) then
    perform private.audit('patient_read', appointment.patient_id, appointment.id);
  end if;
end
$$;

comment on function private.log_reading(public.appointments) is 'Notes that whoever asks has read the record of the appointment''s patient.';

create function private.queue_before(mine public.appointments) returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer
  from public.appointments as other
  where other.doctor_id = mine.doctor_id
    and other.id <> mine.id
    and other.starts_at < mine.starts_at
    and other.state in ('booked', 'waiting', 'calling', 'in_progress')
    and (other.state <> 'booked' or other.ends_at > now())
    and other.starts_at > mine.starts_at - private.waiting_room_closes_after()
$$;

comment on function private.queue_before(public.appointments) is 'How many patients the doctor still sees before this one.';

create function private.expected_delay(mine public.appointments) returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(
    0,
    private.queue_before(mine) * doctor.slot_minutes
      - greatest(0, extract(epoch from mine.starts_at - now()) / 60)::integer
  )::integer
  from public.doctors as doctor
  where doctor.id = mine.doctor_id
$$;

comment on function private.expected_delay(public.appointments) is 'Minutes after the booked start at which the doctor is likely to call, from those still before; 0 when on time.';

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
  where id = appointment_page.appointment_id and asker in (patient_id, doctor_id);
  if mine.id is null then
    return null;
  end if;
  if asker = mine.doctor_id then
    perform private.log_reading(mine);
  end if;
  return (
    select jsonb_build_object(
      'id', mine.id, 'state', mine.state, 'starts_at', mine.starts_at, 'ends_at', mine.ends_at,
      'language', mine.language, 'symptoms', mine.symptoms, 'booked_at', mine.booked_at,
      'waiting_since', mine.waiting_since, 'called_at', mine.called_at, 'started_at', mine.started_at,
      'ended_at', mine.ended_at, 'cancelled_at', mine.cancelled_at, 'cancelled_by', mine.cancelled_by,
      'cancellation_reason', mine.cancellation_reason, 'now', now(),
      'opens_at', mine.starts_at - private.waiting_room_opens_before(),
      'queue_before', private.queue_before(mine), 'expected_delay_minutes', private.expected_delay(mine),
      'thread_id', thread.id,
      'doctor', private.doctor_card(doctor),
      'patient', jsonb_build_object(
        'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
        'matricule', patient.matricule
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

create function public.doctor_day(day date default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor public.doctors;
  shown date;
  period tstzrange;
  appointment public.appointments;
begin
  select * into doctor from public.doctors where id = (select private.verified_uid());
  if doctor.id is null then
    perform private.fail(403, 'doctors_only');
  end if;
  shown := coalesce(day, (now() at time zone doctor.time_zone)::date);
  period := tstzrange(
    shown::timestamp at time zone doctor.time_zone, (shown + 1)::timestamp at time zone doctor.time_zone
  );
  for appointment in
    select * from public.appointments where doctor_id = doctor.id and starts_at <@ period
  loop
    perform private.log_reading(appointment);
  end loop;
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'day', shown,
    'now', now(),
    'appointments', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', mine.id, 'state', mine.state, 'starts_at', mine.starts_at, 'ends_at', mine.ends_at,
        'language', mine.language, 'symptoms', mine.symptoms, 'waiting_since', mine.waiting_since,
        'called_at', mine.called_at, 'started_at', mine.started_at, 'ended_at', mine.ended_at,
        'cancellation_reason', mine.cancellation_reason, 'thread_id', thread.id,
        'unread', (
          select count(*) from public.messages
          where messages.thread_id = thread.id and read_at is null and author_id = mine.patient_id
        ),
        'patient', jsonb_build_object(
          'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
          'born_on', to_date(left(patient.matricule, 8), 'YYYYMMDD')
        )
      ) order by mine.starts_at)
      from public.appointments as mine
      join public.patients as patient on patient.id = mine.patient_id
      left join public.threads as thread on thread.patient_id = patient.id and thread.doctor_id = doctor.id
      where mine.doctor_id = doctor.id and mine.starts_at <@ period
    ), '[]')
  );
end
$$;

comment on function public.doctor_day(date) is 'A day of the doctor who asks, today unless said: appointments with patients, symptoms and unread messages.';
grant execute on function public.doctor_day(date) to authenticated;
