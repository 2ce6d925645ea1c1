-- A consultation goes on after its end, or after the telephone: nobody is seen or heard before they press, and a patient
-- who has closed the page is told that it was opened again.

alter table public.appointments
  add column reopened_at timestamptz,
  add column resumed_at timestamptz,
  add column reopening_pushed_at timestamptz;

comment on column public.appointments.reopened_at is 'When the doctor last opened it again after its end.';
comment on column public.appointments.resumed_at is 'When it last went on by video, opened again or back from the telephone: who was in it before presses anew.';
comment on column public.appointments.reopening_pushed_at is 'When a push service took the message that it was opened again.';

create function private.reopening_told_after() returns interval
language sql immutable set search_path = '' as $$ select interval '20 seconds' $$;
comment on function private.reopening_told_after() is 'How long the patient''s open page and the push services have to tell of a reopening, before an SMS and an e-mail do.';

create function private.awaits_patient(appointment public.appointments) returns boolean
language sql
immutable
set search_path = ''
as $$
  select appointment.state = 'in_progress' and appointment.held_by = 'video'
    and coalesce(appointment.left_at = appointment.resumed_at, false)
$$;

comment on function private.awaits_patient(public.appointments) is 'Whether a consultation went on by video and its patient has not pressed to come back. Mirrored in TypeScript: awaitsPatient.';

create function private.is_reopened(appointment public.appointments) returns boolean
language sql
immutable
set search_path = ''
as $$
  select private.awaits_patient(appointment) and coalesce(appointment.reopened_at = appointment.resumed_at, false)
$$;

comment on function private.is_reopened(public.appointments) is 'Whether a consultation was opened again after its end and its patient is not back.';

create function private.withdraw_reopening(appointment public.appointments, accounts uuid[] default null) returns void
language sql
security definer
set search_path = ''
as $$
  update public.notifications set state = 'withdrawn'
  where notifications.appointment_id = appointment.id and kind = 'consultation_reopened' and state = 'due'
    and (leased_until is null or leased_until < now()) and (accounts is null or account_id = any (accounts))
$$;

comment on function private.withdraw_reopening(public.appointments, uuid[]) is 'Some accounts, by default all, need no SMS and no e-mail any more about a reopening: what is not being sent is withdrawn.';

create function private.reopening_told(appointment public.appointments) returns text[]
language sql
stable security definer
set search_path = ''
as $$
  select case when private.is_reopened(appointment) then array(
    select told.channel::text
    from public.notifications as told
    where told.appointment_id = appointment.id and told.kind = 'consultation_reopened'
      and told.created_at >= appointment.reopened_at and told.state in ('due', 'sent', 'delivered')
    union
    select 'push' where appointment.reopening_pushed_at >= appointment.reopened_at
    order by 1 desc
  ) else '{}' end
$$;

comment on function private.reopening_told(public.appointments) is 'By what whoever acts for the patient is told of a reopening: sms, push, email. Empty when they are back, or nothing can tell them.';

create function public.note_reopening_seen(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = note_reopening_seen.appointment_id
    and appointment.patient_id in (select private.my_patients());
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  perform private.withdraw_reopening(mine, array[(select private.verified_uid())]);
end
$$;

comment on function public.note_reopening_seen(uuid) is 'Whoever acts for the patient has the page in front of them that says it was opened again: they get no SMS and no e-mail about it. Errors: not_found.';
grant execute on function public.note_reopening_seen(uuid) to authenticated;

create function public.note_reopening_pushed(appointment_id uuid, endpoints text[]) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
  accounts constant uuid[] := array(
    select kept.account_id from public.push_subscriptions as kept
    where kept.appointment_id = note_reopening_pushed.appointment_id and kept.endpoint = any (endpoints)
  );
begin
  update public.appointments as appointment set reopening_pushed_at = now()
  where appointment.id = note_reopening_pushed.appointment_id and private.is_reopened(appointment)
    and cardinality(accounts) > 0
  returning * into mine;
  if mine.id is not null then
    perform private.withdraw_reopening(mine, accounts);
  end if;
end
$$;

comment on function public.note_reopening_pushed(uuid, text[]) is 'Push services took the message of a reopening for these browsers: their accounts get no SMS and no e-mail about it. For the service only.';
grant execute on function public.note_reopening_pushed(uuid, text[]) to service_role;

create function private.broadcast_reopening_told() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object('appointment_id', new.appointment_id), 'appointment', 'appointment:' || new.appointment_id, true
  );
  return null;
end
$$;

comment on function private.broadcast_reopening_told() is 'Trigger: tells the doctor''s page that a message about a reopening was withdrawn, or could not be sent.';

create trigger notifications_reopening after update of state on public.notifications
  for each row when (new.kind = 'consultation_reopened' and new.state <> old.state)
  execute function private.broadcast_reopening_told();
