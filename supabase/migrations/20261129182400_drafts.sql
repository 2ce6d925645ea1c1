-- Forms whose sender had to sign in first: the answers wait here for an hour, and are read once.

create table private.drafts (
  ticket uuid primary key default gen_random_uuid(),
  path text not null,
  fields jsonb not null,
  account_id uuid references public.accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint "Drafts are small" check (
    length(fields::text) <= case when account_id is null then 20000 else 200000 end
  )
);

comment on table private.drafts is 'Unsent forms of people who had to sign in again. Removed after an hour.';
comment on column private.drafts.ticket is 'What the browser keeps, out of reach of scripts.';
comment on column private.drafts.path is 'The page of the form.';
comment on column private.drafts.fields is 'What was typed, without passwords.';
comment on column private.drafts.account_id is 'Who typed it, when that is known: nobody else gets it back.';
comment on column private.drafts.created_at is 'When it was kept.';

create index drafts_created on private.drafts (created_at);
create index drafts_account on private.drafts (account_id);

create function public.save_draft(path text, fields jsonb, account_id uuid default null) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept uuid;
begin
  delete from private.drafts where created_at < now() - interval '1 hour';
  insert into private.drafts (path, fields, account_id)
  values (save_draft.path, save_draft.fields, save_draft.account_id)
  returning ticket into kept;
  return kept;
end
$$;

comment on function public.save_draft(text, jsonb, uuid) is 'Keeps an unsent form for an hour and returns the ticket for it. For the service only.';

create function public.consume_draft(ticket uuid, path text, account_id uuid default null) returns jsonb
language sql
security definer
set search_path = ''
as $$
  delete from private.drafts
  where drafts.ticket = consume_draft.ticket and drafts.path = consume_draft.path and created_at > now() - interval '1 hour'
    and (drafts.account_id is null or drafts.account_id = consume_draft.account_id)
  returning fields
$$;

comment on function public.consume_draft(uuid, text, uuid) is 'The kept form of a page, once; null when there is none, or it is somebody else''s. For the service only.';

create function public.read_draft(ticket uuid, path text, account_id uuid default null) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select fields from private.drafts
  where drafts.ticket = read_draft.ticket and drafts.path = read_draft.path
    and (drafts.account_id is null or drafts.account_id = read_draft.account_id)
    and created_at > now() - interval '1 hour'
$$;

comment on function public.read_draft(uuid, text, uuid) is 'A form that was refused, for as long as its page is reloaded; null after an hour, or when it is somebody else''s. For the service only.';

grant execute on function
  public.save_draft(text, jsonb, uuid),
  public.consume_draft(uuid, text, uuid),
  public.read_draft(uuid, text, uuid)
to service_role;
