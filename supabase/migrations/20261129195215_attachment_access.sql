-- Who opens and keeps which file (specification 5.7). What was opened during a consultation is kept in the account of
-- whoever opened it, its sender keeps their own, the rest is gone when the consultation can no longer be reopened.
-- Files outside of consultations are kept.

create type public.attachment_standing as enum (
  'sent', 'sent_opened', 'held_back', 'refused', 'unopened', 'opened', 'gone'
);
comment on type public.attachment_standing is 'What a file is to whoever looks: their own, not opened or opened by somebody else; held back for the virus scanner; refused by it; another person''s, not opened yet, opened and kept, or gone because nobody opened it in time.';

create function private.attachment_standing(
  attachment public.attachments, reader uuid
) returns public.attachment_standing
language sql
stable security definer
set search_path = ''
as $$
  select case
    when attachment.state = 'refused' then 'refused'
    when attachment.author_id = reader then case
      when attachment.state <> 'ready' then 'held_back'
      when exists (select from public.attachment_openings where attachment_id = attachment.id) then 'sent_opened'
      else 'sent'
    end
    when exists (
      select from public.attachment_openings where attachment_id = attachment.id and account_id = reader
    ) then 'opened'
    when exists (
      select from public.appointments as appointment
      where appointment.id = attachment.appointment_id and appointment.state = 'completed'
        and appointment.ended_at <= now() - private.reopens_for()
    ) then 'gone'
    when attachment.state <> 'ready' then 'held_back'
    else 'unopened'
  end::public.attachment_standing
$$;

comment on function private.attachment_standing(public.attachments, uuid) is 'What a file of a thread is to one of its people.';

create function private.thread_changed(thread_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  select realtime.send(
    jsonb_build_object('thread_id', thread_changed.thread_id), 'attachment', 'thread:' || thread_changed.thread_id, true
  )
$$;

comment on function private.thread_changed(uuid) is 'Tells a thread that one of its files stands otherwise; who listens reads again.';

create function public.open_attachment(attachment_id uuid) returns table (name text, type text, path text)
language plpgsql
security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
  mine public.attachments;
  patient uuid;
begin
  select * into mine from public.attachments as attachment
  where attachment.id = open_attachment.attachment_id and attachment.thread_id in (select private.my_threads())
    and exists (select from public.messages where messages.id = attachment.id);
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  -- An end or a reopening at the same moment comes before or after this, never between its steps.
  perform from public.appointments where id = mine.appointment_id for share;
  case private.attachment_standing(mine, reader)
    when 'held_back' then perform private.raise_error(409, 'attachment_held_back');
    when 'refused' then perform private.raise_error(410, 'attachment_refused');
    when 'gone' then perform private.raise_error(410, 'attachment_gone');
    else null;
  end case;
  if mine.author_id <> reader then
    insert into public.attachment_openings (attachment_id, account_id) values (mine.id, reader)
    on conflict do nothing;
    if found then
      perform private.thread_changed(mine.thread_id);
    end if;
    select patient_id into patient from public.threads where id = mine.thread_id;
    if patient is distinct from private.my_own_patient() then
      perform private.audit(
        'attachment_opened', patient, mine.appointment_id, jsonb_build_object('attachment_id', mine.id)
      );
    end if;
  end if;
  return query select mine.name, mine.type, private.attachment_folder(mine) || '/' || mine.sha256;
end
$$;

comment on function public.open_attachment(uuid) is 'Opens a file: notes who did, so that they keep it, and gives its name in Storage, of which our server signs an address. Errors: not_found, attachment_held_back, attachment_refused, attachment_gone.';
grant execute on function public.open_attachment(uuid) to authenticated;

create function public.open_attachments(thread uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  reader constant uuid := (select private.verified_uid());
  opened integer;
begin
  if thread not in (select private.my_threads()) then
    perform private.raise_error(404, 'not_found');
  end if;
  perform public.open_attachment(attachment.id)
  from public.attachments as attachment
  join public.messages as message on message.id = attachment.id
  where attachment.thread_id = thread and attachment.appointment_id is not null
    and private.attachment_standing(attachment, reader) = 'unopened';
  get diagnostics opened = row_count;
  return opened;
end
$$;

comment on function public.open_attachments(uuid) is 'Opens every file of a thread''s consultations that whoever asks has not opened, so that they keep them; returns how many. Errors: not_found.';
grant execute on function public.open_attachments(uuid) to authenticated;
