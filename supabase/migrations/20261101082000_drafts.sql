-- Forms whose sender had to sign in first: the answers wait here for an hour, and are read once.

create table private.drafts (
  ticket uuid primary key default gen_random_uuid(),
  path text not null,
  fields jsonb not null,
  account_id uuid references public.accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint "Drafts are small" check (length(fields::text) <= 20000)
);

comment on table private.drafts is 'Unsent forms of people who had to sign in again. Removed after an hour.';
comment on column private.drafts.ticket is 'What the browser keeps, out of reach of scripts.';
comment on column private.drafts.path is 'The page of the form.';
comment on column private.drafts.fields is 'What was typed, without passwords.';
comment on column private.drafts.account_id is 'Who typed it, when that is known: nobody else gets it back.';
comment on column private.drafts.created_at is 'When it was kept.';

create index drafts_created on private.drafts (created_at);
create index drafts_account on private.drafts (account_id);

create function public.keep_draft(path text, fields jsonb, account_id uuid default null) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept uuid;
begin
  delete from private.drafts where created_at < now() - interval '1 hour';
  insert into private.drafts (path, fields, account_id)
  values (keep_draft.path, keep_draft.fields, keep_draft.account_id)
  returning ticket into kept;
  return kept;
end
$$;

comment on function public.keep_draft(text, jsonb, uuid) is 'Keeps an unsent form for an hour and returns the ticket for it. For the service only.';

create function public.take_draft(ticket uuid, path text, account_id uuid default null) returns jsonb
language sql
security definer
set search_path = ''
as $$
  delete from private.drafts
  where drafts.ticket = take_draft.ticket and drafts.path = take_draft.path and created_at > now() - interval '1 hour'
    and (drafts.account_id is null or drafts.account_id = take_draft.account_id)
  returning fields
$$;

comment on function public.take_draft(uuid, text, uuid) is 'The kept form of a page, once; null when there is none, or it is somebody else''s. For the service only.';

grant execute on function public.keep_draft(text, jsonb, uuid), public.take_draft(uuid, text, uuid) to service_role;
