-- Sending a file: begun by its sender, checked by our server, then a message of the thread.

create function public.begin_attachment(
  attachment_id uuid, thread uuid, name text, bytes bigint, appointment_id uuid default null
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  author constant uuid := (select private.verified_uid());
  begun public.attachments;
  doctor uuid;
begin
  select doctor_id into doctor from public.threads where id = thread and id in (select private.my_threads());
  if doctor is null then
    perform private.raise_error(404, 'not_found');
  end if;
  -- One file of an account after the other: 120 requests at once are counted, and a second try waits here.
  perform from public.accounts where id = author for no key update;
  select * into begun from public.attachments where id = attachment_id;
  if begun.id is not null then
    if begun.author_id <> author or begun.thread_id <> thread then
      perform private.raise_error(404, 'not_found');
    end if;
    return case when begun.state = 'uploading' then private.attachment_folder(begun) || '/upload' end;
  end if;
  perform private.check_thread_writing(thread, appointment_id);
  if doctor <> author then
    perform private.check_thread_open(thread, appointment_id);
  end if;
  if bytes > 20971520 then
    perform private.raise_error(413, 'attachment_too_large');
  end if;
  if (
    select count(*) from public.attachments as sent
    where sent.author_id = author and sent.begun_at > clock_timestamp() - interval '24 hours'
  ) >= (select attachments_per_day * case when doctor = author then 10 else 1 end from private.settings) then
    perform private.raise_error(429, 'too_many_attachments');
  end if;
  insert into public.attachments (id, thread_id, author_id, appointment_id, name)
  values (
    attachment_id, thread, author,
    -- Before and after the two meet it is a file like those outside of consultations.
    case when private.in_call(begin_attachment.appointment_id) then begin_attachment.appointment_id end,
    begin_attachment.name
  )
  returning * into begun;
  return private.attachment_folder(begun) || '/upload';
end
$$;

comment on function public.begin_attachment(uuid, uuid, text, bigint, uuid) is 'Begins to send a file, whose size is announced; returns the name in Storage to upload to, null when it has arrived already. Errors: not_found, no_appointment, appointment_of_another_thread, thread_closed, attachment_too_large, too_many_attachments.';

create function public.store_attachment(
  attachment_id uuid, type text, bytes integer, sha256 text, held_back boolean
) returns void
language sql
security definer
set search_path = ''
as $$
  update public.attachments
  set type = store_attachment.type, bytes = store_attachment.bytes, sha256 = store_attachment.sha256,
    state = case when held_back then 'held_back' else 'ready' end::public.attachment_state
  where id = attachment_id and state = 'uploading'
$$;

comment on function public.store_attachment(uuid, text, integer, text, boolean) is 'A file has arrived and was checked; held back when the virus scanner has not seen it. For the service only.';
grant execute on function public.store_attachment(uuid, text, integer, text, boolean) to service_role;

create function public.send_attachment(attachment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.attachments;
begin
  select * into mine from public.attachments
  where id = attachment_id and author_id = (select private.verified_uid()) and state <> 'uploading';
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  -- The triggers of messages apply their rules: what the thread does not take is not sent.
  insert into public.messages (id, thread_id, appointment_id, body)
  values (mine.id, mine.thread_id, mine.appointment_id, mine.name)
  on conflict (id) do nothing;
end
$$;

comment on function public.send_attachment(uuid) is 'A file that has arrived becomes a message of its thread; sent twice it stands once. Errors: not_found, and those of messages.';

create function public.attachment_upload(attachment_id uuid) returns text
language sql
stable security definer
set search_path = ''
as $$
  select private.attachment_folder(attachment) || '/upload'
  from public.attachments as attachment
  where attachment.id = attachment_id and attachment.author_id = (select private.verified_uid())
    and attachment.state = 'uploading'
$$;

comment on function public.attachment_upload(uuid) is 'Where the bytes of a file of whoever asks lie that has been uploaded and not checked; null when there is none.';

grant execute on function
  public.begin_attachment(uuid, uuid, text, bigint, uuid), public.send_attachment(uuid), public.attachment_upload(uuid)
to authenticated;
