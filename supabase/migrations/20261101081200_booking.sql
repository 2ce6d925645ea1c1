-- Booking and cancelling. Twin of the state rules: domain/appointment.ts.

create function private.waiting_room_opens_before() returns interval
language sql immutable set search_path = '' as $$ select interval '10 minutes' $$;
comment on function private.waiting_room_opens_before() is 'How long before the start the waiting room opens. Twin: domain/appointment.ts.';

create function private.waiting_room_closes_after() returns interval
language sql immutable set search_path = '' as $$ select interval '4 hours' $$;
comment on function private.waiting_room_closes_after() is 'How long after the start a patient may still come: doctors run late. Twin: domain/appointment.ts.';

create function private.call_rings_for() returns interval
language sql immutable set search_path = '' as $$ select interval '45 seconds' $$;
comment on function private.call_rings_for() is 'How long a call rings. Twin: domain/appointment.ts.';

create function private.my_appointment(appointment_id uuid) returns public.appointments
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
begin
  select * into mine from public.appointments
  where id = my_appointment.appointment_id
    and (select private.verified_uid()) in (patient_id, doctor_id)
  for update;
  if mine.id is null then
    perform private.fail(404, 'not_found');
  end if;
  return mine;
end
$$;

comment on function private.my_appointment(uuid) is 'Locks an appointment of whoever asks. Somebody else''s does not exist: 404 not_found.';

create function private.remind(appointment public.appointments) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  ahead constant interval := appointment.starts_at - now();
begin
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = appointment.id and kind = 'appointment_reminder' and state = 'due';
  if appointment.state <> 'booked' then
    return;
  end if;
  if ahead > interval '48 hours' then
    perform private.notify(
      'appointment_reminder', appointment.patient_id, appointment.id, appointment.starts_at - interval '24 hours'
    );
  end if;
  if ahead > interval '3 hours' then
    perform private.notify(
      'appointment_reminder', appointment.patient_id, appointment.id, appointment.starts_at - interval '1 hour'
    );
  end if;
end
$$;

comment on function private.remind(public.appointments) is 'Plans the reminders anew: 24 h before (booked more than 48 h ahead), 1 h before (more than 3 h ahead); none for what no longer stands.';

create function public.book_appointment(
  appointment_id uuid, doctor_id uuid, starts_at timestamptz, symptoms text, accept_terms boolean
) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  patient constant uuid := (select private.verified_uid());
  doctor public.doctors;
  booked public.appointments;
begin
  if (select private.verified_kind()) is distinct from 'patient' then
    perform private.fail(403, 'patients_only');
  end if;
  if starts_at is null or not isfinite(starts_at) then
    perform private.fail(409, 'slot_taken');
  end if;
  -- One booking of a patient after the other: a second click waits here, and finds what the first one did.
  perform from public.patients where id = patient for no key update;
  select * into booked from public.appointments as mine
  where mine.patient_id = patient and mine.doctor_id = book_appointment.doctor_id
    and mine.starts_at = book_appointment.starts_at and mine.state <> 'cancelled';
  if booked.id is not null then
    return booked.id; -- sent twice, or sent again after going back
  end if;
  if exists (select from public.appointments where id = appointment_id) then
    perform private.fail(409, 'form_used');
  end if;
  if accept_terms is not true then
    perform private.fail(400, 'terms_not_accepted');
  end if;
  if length(symptoms) > 2000 then
    perform private.fail(400, 'symptoms_too_long');
  end if;
  -- Nobody needs more, and one account must not empty a doctor's agenda or send SMS without end.
  if (
    select count(*) filter (where mine.ends_at > now() and mine.state <> 'cancelled') >= 20
      or count(*) filter (where mine.booked_at > now() - interval '1 day') >= 40
    from public.appointments as mine
    where mine.patient_id = patient
  ) then
    perform private.fail(409, 'too_many_appointments');
  end if;
  select * into doctor from public.doctors where id = book_appointment.doctor_id;
  if not exists (
    select from private.free_slots(doctor, book_appointment.starts_at, book_appointment.starts_at + interval '1 second') as slot
    where lower(slot) = book_appointment.starts_at
  ) then
    perform private.fail(409, 'slot_taken');
  end if;
  begin
    insert into public.appointments (id, patient_id, doctor_id, during, language, symptoms)
    select
      appointment_id, patient, doctor.id,
      tstzrange(book_appointment.starts_at, book_appointment.starts_at + make_interval(mins => doctor.slot_minutes)),
      account.language, coalesce(book_appointment.symptoms, '')
    from public.accounts as account
    where account.id = patient
    returning * into booked;
  exception
    when exclusion_violation then
      if exists (
        select from public.appointments as other
        where other.patient_id = patient and other.state <> 'cancelled'
          and other.during && tstzrange(
            book_appointment.starts_at, book_appointment.starts_at + make_interval(mins => doctor.slot_minutes)
          )
      ) then
        perform private.fail(409, 'patient_busy');
      end if;
      perform private.fail(409, 'slot_taken');
    when unique_violation then
      perform private.fail(409, 'form_used');
  end;
  insert into public.threads (patient_id, doctor_id) values (patient, doctor.id)
  on conflict on constraint "One thread between a patient and a doctor" do nothing;
  perform private.notify('appointment_confirmation', patient, booked.id);
  perform private.remind(booked);
  perform private.audit('appointment_booked', patient, booked.id);
  return booked.id;
end
$$;

comment on function public.book_appointment(uuid, uuid, timestamptz, text, boolean) is 'Books a free slot for the patient who asks; a slot that is already his is returned as it is. Errors: patients_only, terms_not_accepted, symptoms_too_long, too_many_appointments (20 coming, 40 a day), slot_taken, patient_busy, form_used.';
grant execute on function public.book_appointment(uuid, uuid, timestamptz, text, boolean) to authenticated;

create function public.cancel_appointment(appointment_id uuid, reason text default null) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
  canceller constant public.account_kind := (select private.verified_kind());
begin
  if mine.state = 'cancelled' then
    return;
  end if;
  if mine.state not in ('booked', 'waiting', 'calling') or (canceller = 'patient' and mine.starts_at <= now()) then
    perform private.fail(409, 'too_late_to_cancel');
  end if;
  if canceller = 'doctor' and length(btrim(coalesce(reason, ''))) = 0 then
    perform private.fail(400, 'reason_missing');
  end if;
  update public.appointments
  set state = 'cancelled', cancelled_at = now(), cancelled_by = canceller, cancellation_reason = nullif(btrim(reason), '')
  where id = mine.id
  returning * into mine;
  -- A confirmation that never left would only confuse now.
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = mine.id and kind = 'appointment_confirmation' and state = 'due';
  perform private.remind(mine);
  perform private.notify('appointment_cancellation', mine.patient_id, mine.id);
  perform private.audit('appointment_cancelled', mine.patient_id, mine.id);
end
$$;

comment on function public.cancel_appointment(uuid, text) is 'Cancels: the patient until the start, the doctor with a reason. Errors: not_found, too_late_to_cancel, reason_missing.';
grant execute on function public.cancel_appointment(uuid, text) to authenticated;
