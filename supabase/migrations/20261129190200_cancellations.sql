-- Cancelling one appointment, a stretch of time or a day, and taking it back before anybody was told.

create function private.undo_for() returns interval
language sql immutable set search_path = '' as $$ select interval '10 seconds' $$;
comment on function private.undo_for() is 'How long a doctor may take back a cancellation or a no-show; before that nobody is told.';

create function private.after_cancellation(appointment public.appointments) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  told_at constant timestamptz := case appointment.cancelled_by when 'doctor' then now() + private.undo_for() else now() end;
begin
  if appointment.cancelled_by = 'doctor' then
    insert into public.availability_exceptions (doctor_id, effect, during, cancelled_appointment_id)
    select appointment.doctor_id, 'closed', appointment.during, appointment.id
    where not exists (
      select from public.availability_exceptions as stretch
      where stretch.doctor_id = appointment.doctor_id and stretch.cancelled_at = appointment.cancelled_at
        and stretch.during @> appointment.during
    );
  end if;
  -- What never left would only confuse now.
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = appointment.id and state = 'due'
    and kind in ('appointment_confirmation', 'appointment_moved', 'appointment_reminder', 'earlier_slot');
  perform private.notify_guardians('appointment_cancellation', appointment, told_at);
  perform private.tell_guest('guest_appointment_cancellation', appointment, told_at);
  if appointment.cancelled_by <> 'doctor' then
    perform private.offer_earlier_slots(appointment.doctor_id);
  end if;
end
$$;

comment on function private.after_cancellation(public.appointments) is 'Keeps a slot that the doctor cancelled closed, withdraws what is due, and tells whoever acts for the patient, and a guest: at once, or when the doctor can no longer undo it. What a patient or an administrator frees goes to the waiting list.';

create function public.cancel_period(from_at timestamptz, to_at timestamptz, reason text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
  appointment public.appointments;
  cancelled integer := 0;
begin
  if coalesce(private.is_blank(reason), true) then
    perform private.raise_error(400, 'reason_missing');
  end if;
  if from_at is null or to_at is null or from_at >= to_at or to_at - from_at > interval '62 days' then
    perform private.raise_error(400, 'period_too_long');
  end if;
  -- Closed first: nobody books between.
  insert into public.availability_exceptions (doctor_id, effect, during, cancelled_at)
  values (mine, 'closed', tstzrange(from_at, to_at), now());
  for appointment in
    select * from public.appointments as open
    where open.doctor_id = mine and open.during && tstzrange(from_at, to_at) and open.state in ('booked', 'waiting')
    order by open.id
    for update
  loop
    update public.appointments
    set state = 'cancelled', cancelled_at = now(), cancelled_by = 'doctor', cancellation_reason = left(btrim(reason), 500)
    where id = appointment.id
    returning * into appointment;
    perform private.after_cancellation(appointment);
    perform private.audit('appointment_cancelled', appointment.patient_id, appointment.id);
    cancelled := cancelled + 1;
  end loop;
  return cancelled;
end
$$;

comment on function public.cancel_period(timestamptz, timestamptz, text) is 'Closes a period of the doctor who asks and cancels what is booked in it, with a reason; who is being called or seen stays. Returns how many. Errors: doctors_only, reason_missing, period_too_long.';
grant execute on function public.cancel_period(timestamptz, timestamptz, text) to authenticated;

create function private.restore_appointment(appointment public.appointments) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  was constant public.appointment_state := appointment.state;
  cancelled constant timestamptz := appointment.cancelled_at;
  tells constant public.notification_kind[] := array[
    'appointment_cancellation', 'guest_appointment_cancellation', 'appointment_missed'
  ];
begin
  delete from public.availability_exceptions where cancelled_appointment_id = appointment.id;
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = appointment.id and kind = any (tells) and state = 'due' and leased_until is null;
  if exists (
    select from public.notifications
    where notifications.appointment_id = appointment.id and kind = any (tells) and state <> 'withdrawn'
  ) then
    perform private.raise_error(409, 'too_late_to_undo');
  end if;
  update public.appointments
  set state = case when waiting_since is null then 'booked' else 'waiting' end::public.appointment_state,
    cancelled_at = null, cancelled_by = null, cancellation_reason = null
  where id = appointment.id
  returning * into appointment;
  -- What was due and withdrawn by the cancellation, in the same moment, is told now.
  update public.notifications set state = 'due'
  where notifications.appointment_id = appointment.id and state = 'withdrawn' and updated_at = cancelled
    and kind in (
      'appointment_confirmation', 'appointment_moved', 'appointment_reminder', 'guest_invitation', 'guest_appointment_moved'
    );
  perform private.audit(
    case was when 'cancelled' then 'cancellation_undone' else 'no_show_undone' end, appointment.patient_id, appointment.id
  );
exception
  when exclusion_violation then
    perform private.raise_error(409, 'too_late_to_undo'); -- the patient has booked something else meanwhile
end
$$;

comment on function private.restore_appointment(public.appointments) is 'Takes back a cancellation or a no-show that nobody was told of. Errors: too_late_to_undo.';

create function public.undo_cancellation(cancelled_at timestamptz) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (select private.verified_uid());
  appointment public.appointments;
  restored integer := 0;
begin
  if cancelled_at is null or now() >= cancelled_at + private.undo_for() then
    perform private.raise_error(409, 'too_late_to_undo');
  end if;
  delete from public.availability_exceptions as stretch
  where stretch.doctor_id = mine and stretch.cancelled_at = undo_cancellation.cancelled_at;
  for appointment in
    select * from public.appointments as one
    where one.doctor_id = mine and one.state = 'cancelled' and one.cancelled_by = 'doctor'
      and one.cancelled_at = undo_cancellation.cancelled_at
    order by one.id
    for update
  loop
    perform private.restore_appointment(appointment);
    restored := restored + 1;
  end loop;
  return restored;
end
$$;

comment on function public.undo_cancellation(timestamptz) is 'Takes back everything that the doctor who asks cancelled at this moment, within ten seconds. Returns how many. Errors: too_late_to_undo.';
grant execute on function public.undo_cancellation(timestamptz) to authenticated;

create function public.undo_no_show(appointment_id uuid) returns public.appointment_state
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = undo_no_show.appointment_id and appointment.doctor_id = (select private.verified_uid())
  for update;
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  if mine.state <> 'no_show' then
    return mine.state; -- undone already
  end if;
  if now() >= mine.updated_at + private.undo_for() then
    perform private.raise_error(409, 'too_late_to_undo');
  end if;
  perform private.restore_appointment(mine);
  return (select state from public.appointments where id = mine.id);
end
$$;

comment on function public.undo_no_show(uuid) is 'Takes back a no-show within ten seconds and returns where the appointment stands. Errors: not_found, too_late_to_undo.';
grant execute on function public.undo_no_show(uuid) to authenticated;

create function public.last_cancellation() returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'cancelled_at', cancelled_at, 'now', now(),
    'count', count(*),
    'name', case when count(*) = 1 then min(patient.first_name || ' ' || patient.last_name) end
  )
  from public.appointments as appointment
  join public.patients as patient on patient.id = appointment.patient_id
  where appointment.doctor_id = (select private.verified_uid()) and appointment.cancelled_by = 'doctor'
    and cancelled_at > now() - private.undo_for()
  group by cancelled_at
  order by cancelled_at desc
  limit 1
$$;

comment on function public.last_cancellation() is 'What the doctor who asks cancelled last and may still undo: when, how many, and the patient''s name if it is one; null when there is nothing.';
grant execute on function public.last_cancellation() to authenticated;
