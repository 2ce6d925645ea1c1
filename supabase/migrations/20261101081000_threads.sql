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

create policy "Patients read their own threads" on public.threads
  for select to authenticated using (patient_id = (select private.verified_uid()));
create policy "Doctors read their own threads" on public.threads
  for select to authenticated using (doctor_id = (select private.verified_uid()));

create function private.in_thread(thread uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (
    select from public.threads
    where id = thread and (select private.verified_uid()) in (patient_id, doctor_id)
  )
$$;

comment on function private.in_thread(uuid) is 'Whether whoever asks is the patient or the doctor of a thread.';
grant execute on function private.in_thread(uuid) to authenticated;

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  thread_id uuid not null references public.threads (id) on delete cascade,
  author_id uuid not null default auth.uid() references public.accounts (id),
  appointment_id uuid references public.appointments (id),
  body text not null,
  sent_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  constraint "Messages have between 1 and 4000 characters" check (length(btrim(body)) between 1 and 4000)
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
  -- Faster than anybody types: a script must not bury the other side, nor fill the disk.
  if (
    select count(*) from public.messages
    where author_id = new.author_id and sent_at > clock_timestamp() - interval '1 minute'
  ) >= 60 then
    perform private.fail(429, 'too_many_messages');
  end if;
  if new.appointment_id is not null and not exists (
    select
    from public.appointments as appointment
    join public.threads as thread
      on thread.patient_id = appointment.patient_id and thread.doctor_id = appointment.doctor_id
    where appointment.id = new.appointment_id and thread.id = new.thread_id
  ) then
    perform private.fail(400, 'appointment_of_another_thread');
  end if;
  return new;
end
$$;

comment on function private.sign_message() is 'Trigger: author and time are true, the appointment belongs to the thread, and nobody writes more than 60 messages a minute.';

create trigger messages_sign before insert on public.messages
  for each row when (current_setting('role', true) = 'authenticated')
  execute function private.sign_message();

alter table public.messages enable row level security;

create policy "People read the messages of their threads" on public.messages
  for select to authenticated using ((select private.in_thread(thread_id)));
create policy "People write in their own name in their threads" on public.messages
  for insert to authenticated
  with check ((select private.in_thread(thread_id)) and author_id = (select private.verified_uid()));

create function public.mark_messages_read(thread uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  marked integer;
begin
  if not private.in_thread(thread) then
    perform private.fail(404, 'not_found');
  end if;
  update public.messages set read_at = now()
  where thread_id = thread and read_at is null and author_id <> (select private.verified_uid());
  get diagnostics marked = row_count;
  if marked > 0 then
    perform realtime.send(
      jsonb_build_object('thread_id', thread, 'reader_id', auth.uid(), 'read_at', now()),
      'messages_read', 'thread:' || thread, true
    );
  end if;
  return marked;
end
$$;

comment on function public.mark_messages_read(uuid) is 'Marks the other side''s messages of a thread as read; returns how many.';
grant execute on function public.mark_messages_read(uuid) to authenticated;

create function private.message_written() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  other public.threads;
begin
  select * into other from public.threads where id = new.thread_id;
  perform realtime.send(
    jsonb_build_object(
      'id', new.id, 'thread_id', new.thread_id, 'author_id', new.author_id,
      'appointment_id', new.appointment_id, 'body', new.body, 'sent_at', new.sent_at
    ),
    'message', 'thread:' || new.thread_id, true
  );
  perform realtime.send(
    jsonb_build_object('thread_id', new.thread_id, 'message_id', new.id),
    'message', 'doctor:' || other.doctor_id, true
  );
  return null;
end
$$;

comment on function private.message_written() is 'Trigger: tells the thread, and the doctor''s workspace without the text.';

create trigger messages_tell after insert on public.messages
  for each row execute function private.message_written();
