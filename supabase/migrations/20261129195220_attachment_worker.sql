-- What our server does with files without anybody asking: scanning, and removing what was never sent.

create function public.attachments_to_scan() returns table (id uuid, path text)
language sql
stable security definer
set search_path = ''
as $$
  select attachment.id, private.attachment_folder(attachment) || '/' || attachment.sha256
  from public.attachments as attachment
  where attachment.state = 'held_back'
  order by attachment.begun_at
  limit 20
$$;

comment on function public.attachments_to_scan() is 'Files that wait for the virus scanner, the oldest first. For the service only.';

create function public.attachment_scanned(attachment_id uuid, clean boolean) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  thread uuid;
begin
  update public.attachments
  set state = case when clean then 'ready' else 'refused' end::public.attachment_state
  where id = attachment_id and state = 'held_back'
  returning thread_id into thread;
  if thread is not null then
    perform private.thread_changed(thread);
  end if;
end
$$;

comment on function public.attachment_scanned(uuid, boolean) is 'The virus scanner has seen a file. For the service only.';

create function public.unsent_attachments() returns table (id uuid, paths text[])
language sql
stable security definer
set search_path = ''
as $$
  select attachment.id, array[
    private.attachment_folder(attachment) || '/upload',
    private.attachment_folder(attachment) || '/' || coalesce(attachment.sha256, 'upload')
  ]
  from public.attachments as attachment
  -- Storage lets nobody go on with an upload after a day.
  where attachment.begun_at < now() - interval '1 day'
    and not exists (select from public.messages where messages.id = attachment.id)
  order by attachment.begun_at
  limit 100
$$;

comment on function public.unsent_attachments() is 'Files that nobody finished sending within a day, and where their bytes may lie. For the service only.';

create function public.forget_attachments(ids uuid[]) returns void
language sql
security definer
set search_path = ''
as $$
  delete from public.attachments as attachment
  where attachment.id = any (ids)
    and not exists (select from public.messages where messages.id = attachment.id)
$$;

comment on function public.forget_attachments(uuid[]) is 'Removes files that were never sent, after their bytes. For the service only.';

grant execute on function
  public.attachments_to_scan(), public.attachment_scanned(uuid, boolean), public.unsent_attachments(),
  public.forget_attachments(uuid[])
to service_role;
