-- From the booking to the end of the consultation: every act that changes where an appointment stands.
-- Mirrored in TypeScript: domain/transitions.ts and domain/appointment.ts; tests/rules compare the tables.

create function private.waiting_room_opens_before() returns interval
language sql immutable set search_path = '' as $$ select interval '10 minutes' $$;
comment on function private.waiting_room_opens_before() is 'How long before the start the waiting room opens.';

create function private.waiting_room_closes_after() returns interval
language sql immutable set search_path = '' as $$ select interval '4 hours' $$;
comment on function private.waiting_room_closes_after() is 'How long after the start a patient may still come: doctors run late.';

create function private.call_rings_for() returns interval
language sql immutable set search_path = '' as $$ select interval '45 seconds' $$;
comment on function private.call_rings_for() is 'How long a call rings.';

create function private.call_grace() returns interval
language sql immutable set search_path = '' as $$ select interval '10 seconds' $$;
comment on function private.call_grace() is 'How long after the last ring a call may still be accepted: for slow networks.';

create function private.reopens_for() returns interval
language sql immutable set search_path = '' as $$ select interval '5 minutes' $$;
comment on function private.reopens_for() is 'How long after its end a doctor may open a consultation again.';

create type public.appointment_act as enum (
  'arrive', 'leave', 'call', 'withdraw', 'accept', 'end', 'reopen', 'no_show', 'cancel',
  'ask_telephone', 'withdraw_telephone', 'telephone', 'video'
);
comment on type public.appointment_act is 'What patient and doctor do with an appointment: arrive in the waiting room, leave it or the call, call the patient, withdraw the call, accept it, end the consultation, reopen it, note a no-show, cancel, ask to be telephoned, take that back, note that it is held by telephone, or by video again.';

create type public.appointment_side as enum ('patient', 'doctor');
comment on type public.appointment_side is 'The two sides of an appointment: who acts for the patient, and the doctor.';

create table private.transitions (
  act public.appointment_act not null,
  side public.appointment_side not null,
  from_state public.appointment_state not null,
  to_state public.appointment_state not null,
  primary key (act, side, from_state)
);

comment on table private.transitions is 'Which act leads from which state to which, and whose it is. An act that leads to its own state was done already and is not refused.';
comment on column private.transitions.act is 'The act.';
comment on column private.transitions.side is 'Who may do it.';
comment on column private.transitions.from_state is 'From this state.';
comment on column private.transitions.to_state is 'To this state.';

alter table private.transitions enable row level security;

insert into private.transitions (act, side, from_state, to_state) values
  ('arrive', 'patient', 'booked', 'waiting'),
  ('arrive', 'patient', 'waiting', 'waiting'),
  ('arrive', 'patient', 'calling', 'calling'),
  ('arrive', 'patient', 'in_progress', 'in_progress'), -- back after leaving the call
  ('leave', 'patient', 'booked', 'booked'),
  ('leave', 'patient', 'waiting', 'booked'),
  ('leave', 'patient', 'calling', 'booked'),
  ('leave', 'patient', 'in_progress', 'in_progress'), -- until the doctor ends it
  ('call', 'doctor', 'waiting', 'calling'),
  ('call', 'doctor', 'calling', 'calling'), -- rings again when nobody answered
  ('withdraw', 'doctor', 'calling', 'waiting'),
  ('withdraw', 'doctor', 'waiting', 'waiting'),
  ('withdraw', 'doctor', 'booked', 'booked'), -- the patient left in the same moment
  ('withdraw', 'doctor', 'in_progress', 'in_progress'), -- accepted in the same moment
  ('accept', 'patient', 'calling', 'in_progress'),
  ('accept', 'patient', 'in_progress', 'in_progress'),
  ('end', 'doctor', 'in_progress', 'completed'),
  ('end', 'doctor', 'completed', 'completed'),
  ('reopen', 'doctor', 'completed', 'in_progress'),
  ('reopen', 'doctor', 'in_progress', 'in_progress'),
  ('no_show', 'doctor', 'booked', 'no_show'),
  ('no_show', 'doctor', 'calling', 'no_show'), -- only after a call that nobody accepted
  ('no_show', 'doctor', 'no_show', 'no_show'),
  ('cancel', 'patient', 'booked', 'cancelled'),
  ('cancel', 'patient', 'waiting', 'cancelled'),
  ('cancel', 'patient', 'calling', 'cancelled'),
  ('cancel', 'patient', 'cancelled', 'cancelled'),
  ('cancel', 'doctor', 'booked', 'cancelled'),
  ('cancel', 'doctor', 'waiting', 'cancelled'),
  ('cancel', 'doctor', 'calling', 'cancelled'),
  ('cancel', 'doctor', 'cancelled', 'cancelled'),
  ('ask_telephone', 'patient', 'booked', 'waiting'), -- whose equipment does not let them wait
  ('ask_telephone', 'patient', 'waiting', 'waiting'),
  ('ask_telephone', 'patient', 'calling', 'calling'),
  ('ask_telephone', 'patient', 'in_progress', 'in_progress'),
  ('withdraw_telephone', 'patient', 'booked', 'booked'), -- they left the waiting room, and with it the request
  ('withdraw_telephone', 'patient', 'waiting', 'waiting'),
  ('withdraw_telephone', 'patient', 'calling', 'calling'),
  ('withdraw_telephone', 'patient', 'in_progress', 'in_progress'),
  ('telephone', 'doctor', 'waiting', 'in_progress'), -- the patient has answered the telephone
  ('telephone', 'doctor', 'calling', 'in_progress'),
  ('telephone', 'doctor', 'in_progress', 'in_progress'),
  ('video', 'doctor', 'in_progress', 'in_progress');

create type private.transition as (
  appointment public.appointments,
  side public.appointment_side,
  to_state public.appointment_state
);

create function private.transition(appointment_id uuid, act public.appointment_act) returns private.transition
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
  mover public.appointment_side;
  target public.appointment_state;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = transition.appointment_id
    and (
      appointment.doctor_id = (select private.verified_uid())
      or appointment.patient_id in (select private.my_patients())
    )
  for update;
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  mover := case when mine.doctor_id = (select private.verified_uid()) then 'doctor' else 'patient' end;
  if not exists (select from private.transitions as rule where rule.act = transition.act and rule.side = mover) then
    perform private.raise_error(403, case mover when 'doctor' then 'patients_only' else 'doctors_only' end);
  end if;
  select rule.to_state into target from private.transitions as rule
  where rule.act = transition.act and rule.side = mover and rule.from_state = mine.state;
  if target is null then
    perform private.raise_error(409, case transition.act
      when 'call' then 'nobody_waits'
      when 'withdraw' then 'call_over'
      when 'accept' then 'call_over'
      when 'end' then 'no_consultation'
      when 'telephone' then 'nobody_waits'
      when 'video' then 'no_consultation'
      when 'reopen' then 'too_late_to_reopen'
      when 'cancel' then 'too_late_to_cancel'
      when 'no_show' then case mine.state when 'waiting' then 'patient_waits' else 'appointment_over' end
      else 'appointment_over'
    end);
  end if;
  return row(mine, mover, target)::private.transition;
end
$$;

comment on function private.transition(uuid, public.appointment_act) is 'Locks an appointment of whoever asks and says on which side they are and where the act leads. Somebody else''s does not exist. Errors: not_found, patients_only, doctors_only, and one key for each act that the state does not allow.';

create function private.doctor_is_busy(appointment public.appointments) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Two tabs of one doctor take turns here, so that they cannot call two patients at once.
  perform from public.doctors where id = appointment.doctor_id for no key update;
  return exists (
    select from public.appointments as other
    where other.doctor_id = appointment.doctor_id and other.id <> appointment.id
      and (
        other.state = 'in_progress'
        or (other.state = 'calling' and other.called_at > now() - private.call_rings_for())
      )
  );
end
$$;

comment on function private.doctor_is_busy(public.appointments) is 'Whether the doctor of an appointment calls or sees another patient at this moment.';

create function private.check_transition(move private.transition, act public.appointment_act, reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.appointments := move.appointment;
  unanswered constant boolean := mine.state = 'calling'
    and mine.called_at < now() - private.call_rings_for() - private.call_grace();
begin
  case act
    when 'arrive', 'ask_telephone' then
      if mine.state = 'booked' and now() < mine.starts_at - private.waiting_room_opens_before() then
        perform private.raise_error(409, 'waiting_room_closed');
      end if;
      if mine.state = 'booked' and now() > mine.starts_at + private.waiting_room_closes_after() then
        perform private.raise_error(409, 'appointment_over');
      end if;
    when 'call' then
      if private.doctor_is_busy(mine) then
        perform private.raise_error(409, 'doctor_busy');
      end if;
    when 'accept' then
      -- After the last ring the doctor may have called somebody else: one consultation at a time.
      if mine.state = 'calling' and (unanswered or private.doctor_is_busy(mine)) then
        perform private.raise_error(409, 'call_over');
      end if;
    when 'withdraw_telephone' then
      -- They talk: the doctor may need the number again.
      if mine.held_by = 'telephone' then
        perform private.raise_error(409, 'held_by_telephone');
      end if;
    when 'telephone' then
      if mine.state <> 'in_progress' and private.doctor_is_busy(mine) then
        perform private.raise_error(409, 'doctor_busy');
      end if;
    when 'reopen' then
      if mine.state = 'completed' and mine.ended_at < now() - private.reopens_for() then
        perform private.raise_error(409, 'too_late_to_reopen');
      end if;
      if mine.state = 'completed' and private.doctor_is_busy(mine) then
        perform private.raise_error(409, 'doctor_busy');
      end if;
    when 'no_show' then
      if now() < mine.starts_at then
        perform private.raise_error(409, 'not_started');
      end if;
      if mine.state = 'calling' and not unanswered then
        perform private.raise_error(409, 'patient_waits');
      end if;
    when 'cancel' then
      if mine.state <> 'cancelled' and move.side = 'patient' and mine.starts_at <= now() then
        perform private.raise_error(409, 'too_late_to_cancel');
      end if;
      if mine.state <> 'cancelled' and move.side = 'doctor' and coalesce(private.is_blank(reason), true) then
        perform private.raise_error(400, 'reason_missing');
      end if;
    else
      null;
  end case;
end
$$;

comment on function private.check_transition(private.transition, public.appointment_act, text) is 'The rules of each act that depend on more than the state: time, the ringing call, other patients of the doctor, the reason.';

create function public.transition_appointment(
  appointment_id uuid, act public.appointment_act, reason text default null
) returns public.appointment_state
language plpgsql
security definer
set search_path = ''
as $$
declare
  move constant private.transition := private.transition(appointment_id, act);
  before constant public.appointments := move.appointment;
  done boolean;
  mine public.appointments;
begin
  perform private.check_transition(move, act, reason);
  done := move.to_state = before.state and (case act
    when 'call' then before.called_at > now() - private.call_rings_for() -- it rings already
    when 'arrive' then before.left_at is null
    when 'leave' then before.state <> 'in_progress' or before.left_at is not null
    when 'ask_telephone' then before.telephone_asked_at is not null
    when 'withdraw_telephone' then before.telephone_asked_at is null
    when 'telephone' then before.held_by = 'telephone'
    when 'video' then before.held_by = 'video'
    else true
  end);
  if done then
    return before.state;
  end if;
  update public.appointments
  set state = move.to_state,
    waiting_since = case
      when act in ('arrive', 'ask_telephone') then coalesce(waiting_since, now())
      when act = 'leave' and move.to_state = 'booked' then null
      else waiting_since
    end,
    called_at = case when act = 'call' then now() when act = 'telephone' then coalesce(called_at, now()) else called_at end,
    started_at = case when act = 'accept' then now() when act = 'telephone' then coalesce(started_at, now()) else started_at end,
    left_at = case
      when act = 'leave' and move.to_state = 'in_progress' then now()
      -- Nobody is seen or heard again before they press.
      when act in ('reopen', 'video') then now()
      when act in ('arrive', 'telephone') then null
      else left_at
    end,
    resumed_at = case when act in ('reopen', 'video') then now() else resumed_at end,
    reopened_at = case when act = 'reopen' then now() else reopened_at end,
    held_by = case when act in ('telephone', 'video') then act::text::public.consultation_medium else held_by end,
    telephone_asked_at = case
      when act = 'ask_telephone' then now()
      when act = 'withdraw_telephone' or (act = 'leave' and move.to_state = 'booked') then null
      else telephone_asked_at
    end,
    telephone = case
      when act = 'ask_telephone' then (select phone from public.accounts where id = (select private.verified_uid()))
      when act = 'withdraw_telephone' or (act = 'leave' and move.to_state = 'booked') then null
      else telephone
    end,
    ended_at = case when act = 'end' then now() when act = 'reopen' then null else ended_at end,
    cancelled_at = case when act = 'cancel' then now() end,
    cancelled_by = case when act = 'cancel' then move.side::text::public.account_kind end,
    cancellation_reason = case when act = 'cancel' and not private.is_blank(reason) then btrim(reason) end
  where id = before.id
  returning * into mine;
  if act = 'cancel' then
    perform private.after_cancellation(mine);
  elsif act = 'no_show' then
    perform private.notify_guardians('appointment_missed', mine, now() + private.undo_for());
  elsif act = 'reopen' and mine.held_by = 'video' then
    perform private.notify_guardians('consultation_reopened', mine, now() + private.reopening_told_after());
  elsif act in ('arrive', 'telephone', 'end') then
    perform private.withdraw_reopening(mine);
  end if;
  perform private.audit(
    case act
      when 'arrive' then 'patient_arrived'
      when 'leave' then 'patient_left'
      when 'call' then 'patient_called'
      when 'withdraw' then 'call_withdrawn'
      when 'accept' then 'consultation_started'
      when 'end' then 'consultation_ended'
      when 'reopen' then 'consultation_reopened'
      when 'no_show' then 'patient_did_not_come'
      when 'cancel' then 'appointment_cancelled'
      when 'ask_telephone' then 'telephone_asked'
      when 'withdraw_telephone' then 'telephone_withdrawn'
      when 'telephone' then 'consultation_by_telephone'
      when 'video' then 'consultation_by_video'
    end,
    mine.patient_id, mine.id
  );
  return mine.state;
end
$$;

comment on function public.transition_appointment(uuid, public.appointment_act, text) is 'Does an act with an appointment and returns where it stands; an act done already changes nothing. The reason is that of a cancellation. Errors: not_found, patients_only, doctors_only, waiting_room_closed, appointment_over, nobody_waits, doctor_busy, call_over, no_consultation, held_by_telephone, too_late_to_reopen, not_started, patient_waits, too_late_to_cancel, reason_missing.';
grant execute on function public.transition_appointment(uuid, public.appointment_act, text) to authenticated;
