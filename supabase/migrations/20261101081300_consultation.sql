-- From the waiting room to the end of the consultation. Twin of the state rules: domain/appointment.ts.

create function public.enter_waiting_room(appointment_id uuid) returns public.appointment_state
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.patient_id <> (select private.verified_uid()) then
    perform private.fail(403, 'patients_only');
  end if;
  if mine.state in ('waiting', 'calling', 'in_progress') then
    return mine.state;
  end if;
  if mine.state <> 'booked' then
    perform private.fail(409, 'appointment_over');
  end if;
  if now() < mine.starts_at - private.waiting_room_opens_before() then
    perform private.fail(409, 'waiting_room_closed');
  end if;
  if now() > mine.starts_at + private.waiting_room_closes_after() then
    perform private.fail(409, 'appointment_over');
  end if;
  update public.appointments set state = 'waiting', waiting_since = now() where id = mine.id;
  return 'waiting';
end
$$;

comment on function public.enter_waiting_room(uuid) is 'The patient waits. Errors: not_found, patients_only, waiting_room_closed, appointment_over.';
grant execute on function public.enter_waiting_room(uuid) to authenticated;

create function public.call_patient(appointment_id uuid) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.doctor_id <> (select private.verified_uid()) then
    perform private.fail(403, 'doctors_only');
  end if;
  if mine.state = 'calling' and mine.called_at > now() - private.call_rings_for() then
    return mine.called_at; -- it rings already
  end if;
  if mine.state not in ('waiting', 'calling') then
    perform private.fail(409, 'nobody_waits');
  end if;
  -- Two tabs of one doctor take turns here, so that they cannot call two patients at once.
  perform from public.doctors where id = mine.doctor_id for update;
  if exists (
    select from public.appointments
    where doctor_id = mine.doctor_id and id <> mine.id
      and (state = 'in_progress' or (state = 'calling' and called_at > now() - private.call_rings_for()))
  ) then
    perform private.fail(409, 'doctor_busy');
  end if;
  update public.appointments set state = 'calling', called_at = now() where id = mine.id returning * into mine;
  perform private.audit('patient_called', mine.patient_id, mine.id);
  return mine.called_at;
end
$$;

comment on function public.call_patient(uuid) is 'The doctor calls: it rings at the patient''s for 45 s. Returns when it began. Errors: not_found, doctors_only, nobody_waits, doctor_busy.';
grant execute on function public.call_patient(uuid) to authenticated;

create function public.withdraw_call(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.doctor_id <> (select private.verified_uid()) then
    perform private.fail(403, 'doctors_only');
  end if;
  if mine.state = 'calling' then
    update public.appointments set state = 'waiting' where id = mine.id;
  end if;
end
$$;

comment on function public.withdraw_call(uuid) is 'The call stops ringing; the patient waits on. Nothing when it does not ring. Errors: not_found, doctors_only.';
grant execute on function public.withdraw_call(uuid) to authenticated;

create function public.accept_call(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.patient_id <> (select private.verified_uid()) then
    perform private.fail(403, 'patients_only');
  end if;
  if mine.state = 'in_progress' then
    return;
  end if;
  -- A few seconds of grace for a slow network: the button may be pressed while the last ring fades.
  if mine.state <> 'calling' or mine.called_at < now() - private.call_rings_for() - interval '10 seconds' then
    perform private.fail(409, 'call_over');
  end if;
  -- In those seconds the doctor may have called somebody else: one consultation at a time.
  perform from public.doctors where id = mine.doctor_id for update;
  if exists (
    select from public.appointments
    where doctor_id = mine.doctor_id and id <> mine.id
      and (state = 'in_progress' or (state = 'calling' and called_at > now() - private.call_rings_for()))
  ) then
    perform private.fail(409, 'call_over');
  end if;
  update public.appointments set state = 'in_progress', started_at = now() where id = mine.id;
  perform private.audit('consultation_started', mine.patient_id, mine.id);
end
$$;

comment on function public.accept_call(uuid) is 'The patient takes the call: the consultation begins. Errors: not_found, patients_only, call_over.';
grant execute on function public.accept_call(uuid) to authenticated;

create function public.end_consultation(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.state = 'completed' then
    return;
  end if;
  if mine.state <> 'in_progress' then
    perform private.fail(409, 'no_consultation');
  end if;
  update public.appointments set state = 'completed', ended_at = now() where id = mine.id;
  perform private.audit('consultation_ended', mine.patient_id, mine.id);
end
$$;

comment on function public.end_consultation(uuid) is 'Either side ends the consultation; nothing when it has ended. Errors: not_found, no_consultation.';
grant execute on function public.end_consultation(uuid) to authenticated;

create function public.mark_no_show(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments := private.my_appointment(appointment_id);
begin
  if mine.doctor_id <> (select private.verified_uid()) then
    perform private.fail(403, 'doctors_only');
  end if;
  if mine.state = 'no_show' then
    return;
  end if;
  if mine.state not in ('booked', 'waiting', 'calling') then
    perform private.fail(409, 'appointment_over');
  end if;
  if now() < mine.starts_at then
    perform private.fail(409, 'not_started');
  end if;
  update public.appointments set state = 'no_show' where id = mine.id;
  perform private.remind(mine);
  perform private.audit('patient_did_not_come', mine.patient_id, mine.id);
end
$$;

comment on function public.mark_no_show(uuid) is 'The patient did not come; not before the start. Errors: not_found, doctors_only, not_started, appointment_over.';
grant execute on function public.mark_no_show(uuid) to authenticated;
