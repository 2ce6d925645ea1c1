-- Who may still write into a thread, and how much.

alter table public.threads
  add column closed_at timestamptz,
  add column closed_reason text,
  add constraint "A closed thread says why in at most 300 characters" check (
    (closed_at is null) = (closed_reason is null) and not private.is_blank(closed_reason) and length(closed_reason) <= 300
  );

comment on column public.threads.closed_at is 'Since when the doctor takes no new messages; null while the thread is open.';
comment on column public.threads.closed_reason is 'The doctor''s sentence about it, which the patient reads.';

alter table private.settings add column messages_per_day integer not null default 200,
  add constraint "Between 20 and 1000 messages a day" check (messages_per_day between 20 and 1000);
comment on column private.settings.messages_per_day is 'How many messages an account that acts for patients may write within 24 hours.';

-- In a call the chat stays open: it is the same thread.
create function private.in_call(appointment_id uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (
    select from public.appointments
    where id = in_call.appointment_id and state in ('waiting', 'calling', 'in_progress')
  )
$$;

comment on function private.in_call(uuid) is 'Whether the two people of an appointment meet now.';

create function private.check_thread_open(thread_id uuid, appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.in_call(appointment_id) and exists (
    select from public.threads where id = check_thread_open.thread_id and closed_at is not null
  ) then
    perform private.raise_error(409, 'thread_closed');
  end if;
end
$$;

comment on function private.check_thread_open(uuid, uuid) is 'Refuses what a patient writes into a closed thread outside of a call. Errors: thread_closed.';

create function private.check_patient_message() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  thread public.threads;
begin
  select * into thread from public.threads where id = new.thread_id;
  if thread.doctor_id = new.author_id then
    return new;
  end if;
  perform private.check_thread_open(new.thread_id, new.appointment_id);
  -- sign_message() holds the account's row: 120 requests at once are counted one after the other.
  if (
    select count(*) from public.messages
    where author_id = new.author_id and sent_at > clock_timestamp() - interval '24 hours'
  ) >= (select messages_per_day from private.settings) then
    perform private.raise_error(429, 'too_many_messages_today');
  end if;
  return new;
end
$$;

comment on function private.check_patient_message() is 'Trigger, after messages_sign: a patient writes into an open thread, or in a call, and not more than private.settings.messages_per_day.';

-- Triggers of one kind run in the order of their names: after messages_sign, which fills in the author.
create trigger messages_sign_patient before insert on public.messages
  for each row when (current_setting('role', true) = 'authenticated')
  execute function private.check_patient_message();

create function public.close_thread(thread uuid, reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.is_blank(coalesce(reason, '')) then
    perform private.raise_error(400, 'reason_missing');
  end if;
  update public.threads set closed_at = coalesce(closed_at, now()), closed_reason = left(btrim(reason), 300)
  where id = thread and doctor_id = (select private.verified_uid());
  if not found then
    perform private.raise_error(404, 'not_found');
  end if;
end
$$;

comment on function public.close_thread(uuid, text) is 'The doctor takes no new messages outside of consultations, with a sentence for the patient. Errors: reason_missing, not_found.';

create function public.reopen_thread(thread uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.threads set closed_at = null, closed_reason = null
  where id = thread and doctor_id = (select private.verified_uid());
  if not found then
    perform private.raise_error(404, 'not_found');
  end if;
end
$$;

comment on function public.reopen_thread(uuid) is 'The doctor takes messages again. Errors: not_found.';
grant execute on function public.close_thread(uuid, text), public.reopen_thread(uuid) to authenticated;
