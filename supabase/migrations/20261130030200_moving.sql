-- Moving an appointment to another slot of the same doctor, in one transaction: the old slot is given up only when the
-- new one is theirs. Symptoms, answers, thread and documents stay, because the appointment stays the same row.

alter table public.appointments
  add column moves integer not null default 0,
  add column moved_from timestamptz,
  add constraint "Who was moved has a former start" check ((moves = 0) = (moved_from is null));

comment on column public.appointments.moves is 'How often it was moved; the SEQUENCE of its calendar file.';
comment on column public.appointments.moved_from is 'Its start before it was last moved; null when it never was.';

grant select (moves, moved_from) on public.appointments to authenticated;

create function private.move_limit() returns integer
language sql immutable set search_path = '' as $$ select 10 $$;
comment on function private.move_limit() is 'How often an appointment may be moved: each time SMS and e-mails go out.';

-- An appointment keeps its length, whatever the doctor's slots and the reason that was chosen last by now.
create function private.minutes_of(appointment public.appointments) returns integer
language sql
immutable
set search_path = ''
as $$
  select extract(epoch from appointment.ends_at - appointment.starts_at)::integer / 60
$$;

comment on function private.minutes_of(public.appointments) is 'How long an appointment lasts: so long must a slot be that it may be moved to.';

create function private.appointment_to_move(appointment_id uuid) returns public.appointments
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  mine public.appointments;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = appointment_to_move.appointment_id
    and (appointment.doctor_id = asker or appointment.patient_id in (select private.my_patients()));
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  if mine.patient_id not in (select private.my_patients()) then
    perform private.raise_error(403, 'patients_only');
  end if;
  -- In the order in which book_appointment() locks: one booking for a patient after the other.
  perform from public.accounts where id = asker for no key update;
  perform from public.patients where id = mine.patient_id for no key update;
  select * into mine from public.appointments where id = mine.id for no key update;
  return mine;
end
$$;

comment on function private.appointment_to_move(uuid) is 'Locks an appointment of a patient of whoever asks. Errors: not_found, patients_only.';

create function public.move_appointment(appointment_id uuid, starts_at timestamptz) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.appointment_to_move(appointment_id);
  wanted constant tstzrange := tstzrange(
    move_appointment.starts_at, move_appointment.starts_at + (mine.ends_at - mine.starts_at)
  );
  former constant timestamptz := mine.starts_at;
  doctor constant public.doctors := (select doctors from public.doctors where id = mine.doctor_id);
begin
  if mine.starts_at = move_appointment.starts_at and mine.state <> 'cancelled' then
    return mine.starts_at; -- sent twice
  end if;
  if mine.state <> 'booked' or mine.starts_at <= now() then
    perform private.raise_error(409, 'too_late_to_move');
  end if;
  if mine.moves >= private.move_limit() then
    perform private.raise_error(409, 'moved_too_often');
  end if;
  if move_appointment.starts_at is null or not isfinite(move_appointment.starts_at)
    or not private.is_offered(mine.id, wanted) and not exists (
      select
      from private.free_slots(
        doctor, move_appointment.starts_at, move_appointment.starts_at + interval '1 second', private.minutes_of(mine)
      ) as slot
      where slot = wanted
    )
  then
    perform private.raise_error(409, 'slot_taken');
  end if;
  begin
    update public.appointments
    set during = wanted, moves = moves + 1, moved_from = former, waiting_since = null, called_at = null
    where id = mine.id
    returning * into mine;
  exception
    when exclusion_violation then
      if exists (
        select from public.appointments as other
        where other.patient_id = mine.patient_id and other.id <> mine.id and other.state <> 'cancelled'
          and other.during && wanted
      ) then
        perform private.raise_error(409, 'patient_busy');
      end if;
      perform private.raise_error(409, 'slot_taken');
  end;
  -- What has not left yet would tell the former time.
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = mine.id and state = 'due'
    and kind in ('appointment_confirmation', 'appointment_moved', 'appointment_reminder', 'earlier_slot');
  perform private.notify_guardians('appointment_moved', mine);
  perform private.move_guest_along(mine);
  perform private.plan_reminder(mine.id, mine.starts_at, doctor.time_zone);
  perform private.audit('appointment_moved', mine.patient_id, mine.id);
  perform private.offer_earlier_slots(mine.doctor_id);
  return mine.starts_at;
end
$$;

comment on function public.move_appointment(uuid, timestamptz) is 'Moves an appointment of a patient of whoever asks to a free slot of the same doctor, or to the one that is held for it; tells everybody who acts for the patient, and a guest. One that starts then already is left as it is. Returns the start. Errors: not_found, patients_only, too_late_to_move (not booked any more, or begun), moved_too_often (10), slot_taken, patient_busy.';
grant execute on function public.move_appointment(uuid, timestamptz) to authenticated;

create function public.moving_calendar(appointment_id uuid, from_day date default null) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select private.calendar_of(doctor, from_day, private.minutes_of(appointment))
  from public.appointments as appointment
  join public.doctors as doctor on doctor.id = appointment.doctor_id
  where appointment.id = moving_calendar.appointment_id and appointment.patient_id in (select private.my_patients())
$$;

comment on function public.moving_calendar(uuid, date) is 'Seven days of the doctor of an appointment, as doctor_calendar(), with slots of its length and no reasons to choose from: where it may be moved to. Null when it is not the asker''s.';
grant execute on function public.moving_calendar(uuid, date) to authenticated;
