-- What the pages of messages show. The text of messages is read here and nowhere else, so that every reading by
-- another person than the patient is in the audit log, over REST too.

revoke select on public.messages from authenticated;
grant select (id, thread_id, author_id, appointment_id, sent_at, read_at) on public.messages to authenticated;

create function private.log_thread_readings(threads uuid[]) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_log (account_id, account_kind, action, patient_id, details)
  select (select auth.uid()), (select private.verified_kind()), 'messages_read', thread.patient_id,
    jsonb_build_object('thread_id', thread.id)
  from public.threads as thread
  where thread.id = any (threads)
    and thread.patient_id is distinct from (select private.my_own_patient())
    -- One entry an hour for one thread: a chat that follows what is written is one reading.
    and not exists (
      select from public.audit_log
      where audit_log.patient_id = thread.patient_id and action = 'messages_read'
        and account_id = (select auth.uid()) and at > now() - interval '1 hour'
        and details ->> 'thread_id' = thread.id::text
    )
$$;

comment on function private.log_thread_readings(uuid[]) is 'Notes that whoever asks has read messages of some threads, unless they are the patient.';

create function private.unread_messages(account_id uuid) returns setof public.messages
language sql
stable security definer
set search_path = ''
as $$
  select message.*
  from public.threads as thread
  join public.messages as message on message.thread_id = thread.id and message.read_at is null
  where (thread.doctor_id = unread_messages.account_id and message.author_id <> thread.doctor_id)
  union all
  select message.*
  from private.current_guardianships as guardianship
  join public.threads as thread on thread.patient_id = guardianship.patient_id
  join public.messages as message on message.thread_id = thread.id and message.read_at is null
  where guardianship.account_id = unread_messages.account_id and message.author_id = thread.doctor_id
$$;

comment on function private.unread_messages(uuid) is 'What the other side wrote and nobody of an account''s side has read.';

create function public.session_unread() returns integer
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
begin
  if reader is null then
    return null;
  end if;
  return (select count(*) from private.unread_messages(reader));
end
$$;

comment on function public.session_unread() is 'How many messages whoever asks has not read; null when their session has ended. One question for each page.';

create function public.my_threads_page() returns table (
  id uuid, doctor_title text, doctor_first_name text, doctor_last_name text, doctor_slug text, time_zone text,
  patient_first_name text, patient_last_name text, own boolean, as_doctor boolean, closed boolean,
  last_body text, last_author public.appointment_side, last_sent_at timestamptz, unread integer
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
  shown uuid[];
begin
  shown := array(
    select thread.id
    from public.threads as thread
    left join lateral (
      select sent_at from public.messages where thread_id = thread.id order by sent_at desc limit 1
    ) as latest on true
    where thread.id in (select private.my_threads())
      -- A doctor has a thread with every patient; those in which nothing was said would only hide the others.
      and (latest.sent_at is not null or thread.doctor_id is distinct from reader)
    order by coalesce(latest.sent_at, thread.created_at) desc
    limit 200
  );
  perform private.log_thread_readings(shown);
  return query
  select
    thread.id, doctor.title, doctor.first_name, doctor.last_name, doctor.slug, doctor.time_zone,
    patient.first_name, patient.last_name, thread.patient_id is not distinct from private.my_own_patient(),
    thread.doctor_id = reader, thread.closed_at is not null,
    -- A line of a list shows no more.
    left(latest.body, 200),
    case when latest.id is not null then
      case when latest.author_id = thread.doctor_id then 'doctor' else 'patient' end::public.appointment_side
    end,
    latest.sent_at,
    (
      select count(*)::integer from public.messages
      where thread_id = thread.id and read_at is null
        and (author_id = thread.doctor_id) <> (thread.doctor_id = reader)
    )
  from unnest(shown) with ordinality as listed (thread_id, place)
  join public.threads as thread on thread.id = listed.thread_id
  join public.doctors as doctor on doctor.id = thread.doctor_id
  join public.patients as patient on patient.id = thread.patient_id
  left join lateral (
    select * from public.messages where messages.thread_id = thread.id order by sent_at desc limit 1
  ) as latest on true
  order by listed.place;
end
$$;

comment on function public.my_threads_page() is 'The threads of whoever asks, the latest first, with their last line and how many messages are unread; at most 200.';

create function public.thread_page(thread uuid) returns table (
  id uuid, doctor_title text, doctor_first_name text, doctor_last_name text, doctor_slug text, time_zone text,
  patient_first_name text, patient_last_name text, own boolean, as_doctor boolean, closed_reason text,
  may_write boolean, answers_within_days integer, away_from date, away_until date, unread_elsewhere integer
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
  mine public.threads;
begin
  select * into mine from public.threads
  where threads.id = thread_page.thread and threads.id in (select private.my_threads());
  if mine.id is null then
    return;
  end if;
  return query
  select
    mine.id, doctor.title, doctor.first_name, doctor.last_name, doctor.slug, doctor.time_zone,
    patient.first_name, patient.last_name, mine.patient_id is not distinct from private.my_own_patient(),
    mine.doctor_id = reader, mine.closed_reason,
    mine.doctor_id = reader or (
      mine.closed_at is null and exists (
        select from public.appointments as appointment
        where appointment.patient_id = mine.patient_id and appointment.doctor_id = mine.doctor_id
          and appointment.state not in ('cancelled', 'no_show')
      )
    ),
    settings.answers_within_days,
    case when settings.away_until >= (now() at time zone doctor.time_zone)::date then settings.away_from end,
    case when settings.away_until >= (now() at time zone doctor.time_zone)::date then settings.away_until end,
    (select count(*)::integer from private.unread_messages(reader) as unread where unread.thread_id <> mine.id)
  from public.patients as patient
  join public.doctors as doctor on doctor.id = mine.doctor_id
  left join public.message_settings as settings on settings.account_id = mine.doctor_id
  where patient.id = mine.patient_id;
end
$$;

comment on function public.thread_page(uuid) is 'The head of a thread: the two people, whether whoever asks may write, when the doctor answers; no row when it is not theirs.';

create function public.thread_messages(
  thread uuid, message uuid default null, search text default null, latest integer default 200,
  appointment uuid default null
) returns table (
  id uuid, thread_id uuid, author public.appointment_side, body text, sent_at timestamptz, read_at timestamptz,
  attachment_type text, attachment_bytes integer, attachment_standing public.attachment_standing,
  attachment_in_call boolean
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor uuid;
  -- What stands for other characters in a pattern is looked for as it is.
  pattern constant text := '%' || regexp_replace(search, '([\\%_])', '\\\1', 'g') || '%';
begin
  select threads.doctor_id into doctor from public.threads
  where threads.id = thread_messages.thread and threads.id in (select private.my_threads());
  if doctor is null then
    return;
  end if;
  perform private.log_thread_readings(array[thread_messages.thread]);
  return query
  select found.id, found.thread_id, found.author, found.body, found.sent_at, found.read_at,
    attachment.type, attachment.bytes,
    case when attachment.id is not null then
      private.attachment_standing(attachment, (select private.verified_uid()))
    end,
    attachment.appointment_id is not null
  from (
    select one.id, one.thread_id,
      case when one.author_id = doctor then 'doctor' else 'patient' end::public.appointment_side as author,
      one.body, one.sent_at, one.read_at
    from public.messages as one
    where one.thread_id = thread_messages.thread
      and (thread_messages.message is null or one.id = thread_messages.message)
      and (thread_messages.appointment is null or one.appointment_id = thread_messages.appointment)
      and (pattern is null or one.body ilike pattern)
    order by one.sent_at desc
    limit least(thread_messages.latest, 1000)
  ) as found
  left join public.attachments as attachment
    on attachment.id = found.id and attachment.thread_id = found.thread_id
  order by found.sent_at;
end
$$;

comment on function public.thread_messages(uuid, uuid, text, integer, uuid) is 'The latest messages of a thread, oldest first; one of them, those that hold a text, or those of one consultation. None when it is not the asker''s.';

create function public.thread_consultations(thread uuid) returns table (
  id uuid, state public.appointment_state, starts_at timestamptz, ends_at timestamptz
)
language sql
stable security definer
set search_path = ''
as $$
  select appointment.id, appointment.state, appointment.starts_at, appointment.ends_at
  from public.threads as mine
  join public.appointments as appointment
    on appointment.patient_id = mine.patient_id and appointment.doctor_id = mine.doctor_id
  where mine.id = thread_consultations.thread and mine.id in (select private.my_threads())
    and appointment.state not in ('cancelled', 'no_show')
  order by appointment.starts_at
$$;

comment on function public.thread_consultations(uuid) is 'The consultations of the two people of a thread that stand or took place, oldest first.';

grant execute on function
  public.session_unread(), public.my_threads_page(), public.thread_page(uuid),
  public.thread_messages(uuid, uuid, text, integer, uuid), public.thread_consultations(uuid)
to authenticated;
