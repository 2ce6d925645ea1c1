-- Threads and messages: the lasting conversation between one patient and one doctor.

create table public.threads (
  id uuid primary key default gen_random_uuid(),
  patient_id uuid not null references public.patients (id),
  doctor_id uuid not null references public.doctors (id),
  created_at timestamptz not null default now(),
  constraint "One thread between a patient and a doctor" unique (patient_id, doctor_id)
);

comment on table public.threads is 'The conversation of one patient with one doctor; made at their first appointment.';
comment on column public.threads.id is 'Identifier.';
comment on column public.threads.patient_id is 'The patient.';
comment on column public.threads.doctor_id is 'The doctor.';
comment on column public.threads.created_at is 'When it began.';

create index threads_doctor on public.threads (doctor_id);

grant select on public.threads to authenticated, service_role;
alter table public.threads enable row level security;

create policy "Patients and doctors read their threads" on public.threads
  for select to authenticated
  using (
    patient_id = any (array(select private.my_patients()))
    or doctor_id = (select private.verified_uid())
  );

create function private.my_threads() returns setof uuid
language sql
stable security definer
set search_path = ''
as $$
  select id from public.threads
  where patient_id = any (array(select private.my_patients()))
    or doctor_id = (select private.verified_uid())
$$;

comment on function private.my_threads() is 'The threads of whoever asks: as doctor, and of the patients they act for.';
grant execute on function private.my_threads() to authenticated;

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  thread_id uuid not null references public.threads (id) on delete cascade,
  author_id uuid not null default auth.uid() references public.accounts (id),
  appointment_id uuid references public.appointments (id),
  body text not null,
  sent_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  constraint "Messages say something in at most 4000 characters" check (not private.is_blank(body) and length(body) <= 4000)
);

comment on table public.messages is 'The entries of threads. The writer chooses the id, so that a message sent twice stands once.';
comment on column public.messages.id is 'Identifier, chosen by the writer.';
comment on column public.messages.thread_id is 'In which thread.';
comment on column public.messages.author_id is 'Who wrote it.';
comment on column public.messages.appointment_id is 'During which appointment, if any.';
comment on column public.messages.body is 'The text.';
comment on column public.messages.sent_at is 'When it was written.';
comment on column public.messages.read_at is 'When the other one read it.';

create index messages_thread on public.messages (thread_id, sent_at);
create index messages_unread on public.messages (thread_id, author_id) where read_at is null;
create index messages_author on public.messages (author_id, sent_at);
create index messages_appointment on public.messages (appointment_id);

grant select on public.messages to authenticated, service_role;
grant insert (id, thread_id, appointment_id, body) on public.messages to authenticated;

create function private.check_thread_writing(thread_id uuid, appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.threads as thread
    where thread.id = check_thread_writing.thread_id
      and thread.patient_id = any (array(select private.my_patients()))
      and not exists (
        select from public.appointments as appointment
        where appointment.patient_id = thread.patient_id and appointment.doctor_id = thread.doctor_id
          and appointment.state not in ('cancelled', 'no_show')
      )
  ) then
    perform private.raise_error(409, 'no_appointment');
  end if;
  if appointment_id is not null and not exists (
    select
    from public.appointments as appointment
    join public.threads as thread
      on thread.patient_id = appointment.patient_id and thread.doctor_id = appointment.doctor_id
    where appointment.id = check_thread_writing.appointment_id and thread.id = check_thread_writing.thread_id
  ) then
    perform private.raise_error(400, 'appointment_of_another_thread');
  end if;
end
$$;

comment on function private.check_thread_writing(uuid, uuid) is 'Refuses what a patient writes without an appointment that stands or took place, and what names an appointment of another thread. Errors: no_appointment, appointment_of_another_thread.';

-- Fixed here so that nobody writes in another's name or at another time.
create function private.sign_message() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.author_id := (select private.verified_uid());
  new.sent_at := clock_timestamp();
  new.read_at := null;
  -- One message of an account after the other: what is sent at the same moment waits here and is counted.
  perform from public.accounts where id = new.author_id for no key update;
  -- Faster than anybody types: a script must not bury the other side, nor fill the disk.
  if (
    select count(*) from public.messages
    where author_id = new.author_id and sent_at > clock_timestamp() - interval '1 minute'
  ) >= 60 then
    perform private.raise_error(429, 'too_many_messages');
  end if;
  perform private.check_thread_writing(new.thread_id, new.appointment_id);
  return new;
end
$$;

comment on function private.sign_message() is 'Trigger: author and time are true, the appointment belongs to the thread, a patient has an appointment that stands or took place, and nobody writes more than 60 messages a minute.';

create trigger messages_sign before insert on public.messages
  for each row when (current_setting('role', true) = 'authenticated')
  execute function private.sign_message();

alter table public.messages enable row level security;

create policy "People read the messages of their threads" on public.messages
  for select to authenticated
  using (thread_id in (select private.my_threads()));
create policy "People write in their own name in their threads" on public.messages
  for insert to authenticated
  with check (thread_id in (select private.my_threads()) and author_id = (select private.verified_uid()));

create function public.mark_messages_read(thread uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
  doctor uuid;
  marked integer;
begin
  select doctor_id into doctor from public.threads where id = thread and id in (select private.my_threads());
  if doctor is null then
    perform private.raise_error(404, 'not_found');
  end if;
  -- Everybody who acts for the patient is one side: what one of them wrote is not unread for the others.
  update public.messages set read_at = now()
  where thread_id = thread and read_at is null and (author_id = doctor) <> (reader = doctor);
  get diagnostics marked = row_count;
  if marked > 0 then
    perform realtime.send(
      jsonb_build_object('thread_id', thread, 'reader_id', reader, 'read_at', now()),
      'messages_read', 'thread:' || thread, true
    );
    if reader = doctor then
      -- The counts of the doctor's day go down in every window.
      perform realtime.send(jsonb_build_object('thread_id', thread), 'messages_read', 'doctor:' || doctor, true);
    end if;
  end if;
  return marked;
end
$$;

comment on function public.mark_messages_read(uuid) is 'Marks the other side''s messages of a thread as read; returns how many. Errors: not_found.';
grant execute on function public.mark_messages_read(uuid) to authenticated;

create function private.broadcast_message() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Ids only: whoever still listens after their session has ended must not hear what is written.
  perform realtime.send(
    jsonb_build_object(
      'id', new.id, 'thread_id', new.thread_id, 'author_id', new.author_id, 'appointment_id', new.appointment_id
    ),
    'message', 'thread:' || new.thread_id, true
  );
  perform realtime.send(
    jsonb_build_object('thread_id', new.thread_id, 'message_id', new.id),
    'message', 'doctor:' || thread.doctor_id, true
  )
  from public.threads as thread
  where thread.id = new.thread_id;
  return null;
end
$$;

comment on function private.broadcast_message() is 'Trigger: tells the thread and the doctor''s workspace that there is a message, without its text.';

create trigger messages_broadcast after insert on public.messages
  for each row execute function private.broadcast_message();
