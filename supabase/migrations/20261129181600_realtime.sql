-- Channels. A payload carries ids and times; the tables are the truth, the channel is a hint.

create function private.broadcast_appointment() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  slot constant jsonb := jsonb_build_object('starts_at', new.starts_at, 'ends_at', new.ends_at);
begin
  if tg_op = 'INSERT' or new.state <> old.state or new.called_at is distinct from old.called_at
    or new.left_at is distinct from old.left_at or new.during <> old.during
    or new.telephone_asked_at is distinct from old.telephone_asked_at or new.held_by <> old.held_by
    or new.reopening_pushed_at is distinct from old.reopening_pushed_at then
    -- Nobody listens yet to what has just been booked.
    if tg_op = 'UPDATE' then
      perform realtime.send(
        slot || jsonb_build_object('appointment_id', new.id, 'state', new.state, 'called_at', new.called_at, 'left_at', new.left_at),
        'appointment', 'appointment:' || new.id, true
      );
    end if;
    perform realtime.send(
      slot || jsonb_build_object('appointment_id', new.id, 'state', new.state, 'waiting_since', new.waiting_since, 'left_at', new.left_at),
      'appointment', 'doctor:' || new.doctor_id, true
    );
    -- Whoever acts for the patient may have the list of appointments open.
    perform realtime.send(
      slot || jsonb_build_object('appointment_id', new.id, 'state', new.state),
      'appointment', 'account:' || account_id, true
    )
    from private.current_guardianships where patient_id = new.patient_id;
  end if;
  -- What the doctor cancels stays closed.
  if tg_op = 'UPDATE'
    and (new.during <> old.during or (new.cancelled_by <> 'doctor' and old.state <> 'cancelled')) then
    perform realtime.send(
      jsonb_build_object('starts_at', old.starts_at, 'ends_at', old.ends_at, 'free', true),
      'slot', 'agenda:' || old.doctor_id, true
    );
  end if;
  if new.state <> 'cancelled' and (tg_op = 'INSERT' or new.during <> old.during) then
    perform realtime.send(slot || jsonb_build_object('free', false), 'slot', 'agenda:' || new.doctor_id, true);
  end if;
  return null;
end
$$;

comment on function private.broadcast_appointment() is 'Trigger: tells the appointment, the doctor, whoever acts for the patient, and everybody who looks at the agenda, by ids and times.';

create trigger appointments_broadcast after insert or update on public.appointments
  for each row execute function private.broadcast_appointment();

create function private.topic_id(topic text, kind text) returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  if topic ~ ('^' || kind || ':[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$') then
    return substr(topic, length(kind) + 2)::uuid;
  end if;
  return null;
end
$$;

comment on function private.topic_id(text, text) is 'The id in a topic like appointment:<uuid>; null when it is of another kind.';

create function private.in_appointment(appointment uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (
    select from public.appointments
    where id = appointment
      and (doctor_id = (select private.verified_uid()) or patient_id in (select private.my_patients()))
  )
$$;

comment on function private.in_appointment(uuid) is 'Whether whoever asks is the patient or the doctor of an appointment.';

grant execute on function private.topic_id(text, text), private.in_appointment(uuid) to authenticated;

create policy "Patient and doctor listen to their appointment" on realtime.messages
  for select to authenticated
  using (
    extension in ('broadcast', 'presence')
    and (select private.in_appointment(private.topic_id((select realtime.topic()), 'appointment')))
  );

create policy "Patient and doctor show their presence at their appointment" on realtime.messages
  for insert to authenticated
  with check (
    extension = 'presence'
    and (select private.in_appointment(private.topic_id((select realtime.topic()), 'appointment')))
  );

create policy "Doctors listen to their own workspace" on realtime.messages
  for select to authenticated
  using (
    extension = 'broadcast'
    and (select private.topic_id((select realtime.topic()), 'doctor')) = (select private.verified_uid())
  );

create policy "People listen to what concerns their appointments" on realtime.messages
  for select to authenticated
  using (
    extension = 'broadcast'
    and (select private.topic_id((select realtime.topic()), 'account')) = (select private.verified_uid())
  );

create policy "Signed-in people listen to agendas" on realtime.messages
  for select to authenticated
  using (
    extension = 'broadcast'
    and (select private.topic_id((select realtime.topic()), 'agenda')) is not null
    and (select private.verified_uid()) is not null
  );

create policy "People listen to their own threads" on realtime.messages
  for select to authenticated
  using (
    extension = 'broadcast'
    and (select private.topic_id((select realtime.topic()), 'thread')) in (select private.my_threads())
  );
