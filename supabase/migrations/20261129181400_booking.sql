-- Booking. What happens to an appointment afterwards: transitions.

create function public.book_appointment(
  appointment_id uuid,
  doctor_id uuid,
  starts_at timestamptz,
  symptoms text,
  accept_terms boolean,
  language public.language_code default null,
  patient_id uuid default null,
  reason_id uuid default null,
  answers jsonb default '{}'
) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- Looked up once: my_patients() and the like would each look for the session again.
  asker constant uuid := (select private.verified_uid());
  account public.accounts;
  patient constant uuid := (
    select guardianship.patient_id from private.current_guardianships as guardianship
    where guardianship.account_id = asker
      and case
        when book_appointment.patient_id is null then relation = 'self'
        else guardianship.patient_id = book_appointment.patient_id
      end
  );
  doctor public.doctors;
  booked public.appointments;
  reason text := '';
  slot tstzrange;
begin
  if patient is null and book_appointment.patient_id is null then
    perform private.raise_error(403, 'patients_only');
  elsif patient is null then
    perform private.raise_error(404, 'not_found');
  end if;
  if starts_at is null or not isfinite(starts_at) then
    perform private.raise_error(409, 'slot_taken');
  end if;
  -- One booking of an account, and for a patient, after the other: a second click waits here, and finds what the first
  -- one did; the limits below hold for requests at the same moment.
  select * into account from public.accounts where id = asker for no key update;
  perform from public.patients where id = patient for no key update;
  select * into booked from public.appointments as mine
  where mine.patient_id = patient and mine.doctor_id = book_appointment.doctor_id
    and mine.starts_at = book_appointment.starts_at and mine.state <> 'cancelled';
  if booked.id is not null then
    return booked.id; -- sent twice, or sent again after going back
  end if;
  if exists (select from public.appointments where id = appointment_id) then
    perform private.raise_error(409, 'form_used');
  end if;
  if accept_terms is not true then
    perform private.raise_error(400, 'terms_not_accepted');
  end if;
  if length(symptoms) > 2000 then
    perform private.raise_error(400, 'symptoms_too_long');
  end if;
  -- Nobody needs more, and one account must not empty a doctor's agenda or send SMS without end.
  if (
    select count(*) filter (where mine.ends_at > now() and mine.state <> 'cancelled') >= 20
      or count(*) filter (where mine.booked_at > now() - interval '1 day') >= 40
    from public.appointments as mine
    where mine.patient_id = patient or mine.booked_by = account.id
  ) then
    perform private.raise_error(409, 'too_many_appointments');
  end if;
  select * into doctor from public.doctors where id = book_appointment.doctor_id;
  if book_appointment.language <> all (doctor.languages) then
    perform private.raise_error(400, 'language_not_spoken');
  end if;
  slot := tstzrange(book_appointment.starts_at, book_appointment.starts_at + make_interval(mins => doctor.slot_minutes));
  if reason_id is not null then
    -- Its doctor changes it before or after this booking, not meanwhile.
    select reasons.name, tstzrange(book_appointment.starts_at, book_appointment.starts_at + make_interval(mins => minutes))
    into reason, slot
    from public.reasons
    where id = book_appointment.reason_id and reasons.doctor_id = doctor.id and active
    for share;
    if not found then
      perform private.raise_error(409, 'reason_changed');
    end if;
  end if;
  if not exists (
    select from private.free_slots(
      doctor, lower(slot), lower(slot) + interval '1 second', extract(epoch from upper(slot) - lower(slot))::integer / 60
    ) as free
    where free = slot
  ) then
    perform private.raise_error(409, 'slot_taken');
  end if;
  begin
    insert into public.appointments (id, patient_id, doctor_id, during, visit_reason, language, symptoms, booked_by)
    values (
      appointment_id,
      patient,
      doctor.id,
      slot,
      reason,
      coalesce(
        book_appointment.language,
        case when account.language = any (doctor.languages) then account.language end,
        doctor.languages[1]
      ),
      case when private.is_blank(book_appointment.symptoms) then '' else coalesce(book_appointment.symptoms, '') end,
      account.id
    )
    returning * into booked;
  exception
    when exclusion_violation then
      if exists (
        select from public.appointments as other
        where other.patient_id = patient and other.state <> 'cancelled'
          and other.during && slot
      ) then
        perform private.raise_error(409, 'patient_busy');
      end if;
      perform private.raise_error(409, 'slot_taken');
    when unique_violation then
      perform private.raise_error(409, 'form_used');
  end;
  perform private.save_answers(booked.id, reason_id, answers);
  insert into public.threads (patient_id, doctor_id) values (patient, doctor.id)
  on conflict on constraint "One thread between a patient and a doctor" do nothing;
  perform private.notify_guardians('appointment_confirmation', booked);
  perform private.plan_reminder(booked.id, booked.starts_at, doctor.time_zone);
  perform private.audit('appointment_booked', patient, booked.id);
  return booked.id;
end
$$;

comment on function public.book_appointment(uuid, uuid, timestamptz, text, boolean, public.language_code, uuid, uuid, jsonb) is 'Books a free slot for a patient of whoever asks (defaults to their own record); a slot that this patient has already is returned as it is. The language of the consultation is one that the doctor speaks; defaults to that of the account if spoken, else the doctor''s first. A reason of the doctor''s list sets the length; answers: {question id: answer}. Errors: patients_only, not_found, terms_not_accepted, symptoms_too_long, language_not_spoken, too_many_appointments (20 coming, 40 a day), reason_changed, answers_invalid, slot_taken, patient_busy, form_used.';
grant execute on function public.book_appointment(uuid, uuid, timestamptz, text, boolean, public.language_code, uuid, uuid, jsonb) to authenticated;
