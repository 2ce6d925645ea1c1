-- Who wants their account erased (GDPR, article 17) asks here; an administrator decides, in 20261130113300.

create type public.erasure_decision as enum ('accepted', 'declined');
comment on type public.erasure_decision is 'What became of a request for erasure.';

create table public.erasure_requests (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references public.accounts (id) on delete cascade,
  requested_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  decided_at timestamptz,
  decision public.erasure_decision,
  reason text,
  constraint "A decision has a time" check ((decided_at is null) = (decision is null)),
  constraint "What was withdrawn is not decided" check (withdrawn_at is null or decided_at is null),
  constraint "Who declines says why" check (decision is distinct from 'declined' or reason is not null),
  constraint "Reasons say something in at most 500 characters" check (not private.is_blank(reason) and length(reason) <= 500)
);

comment on table public.erasure_requests is 'Requests of patients to have their account erased. Decided by admin.accept_erasure() and admin.decline_erasure().';
comment on column public.erasure_requests.id is 'Identifier.';
comment on column public.erasure_requests.account_id is 'Whose account.';
comment on column public.erasure_requests.requested_at is 'When it was asked for.';
comment on column public.erasure_requests.withdrawn_at is 'When the person took it back.';
comment on column public.erasure_requests.decided_at is 'When an administrator decided.';
comment on column public.erasure_requests.decision is 'How; null while it is open.';
comment on column public.erasure_requests.reason is 'Why; the person reads it in an e-mail. No health data.';

create index erasure_requests_account on public.erasure_requests (account_id);
create unique index erasure_requests_one_open on public.erasure_requests (account_id)
  where withdrawn_at is null and decided_at is null;

grant select on public.erasure_requests to authenticated, service_role;
alter table public.erasure_requests enable row level security;

create policy "People read their own requests for erasure" on public.erasure_requests
  for select to authenticated
  using (account_id = (select private.verified_uid()));

create trigger erasure_requests_by_hand before insert or update or delete or truncate on public.erasure_requests
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed, because a changed cell erases nothing and tells nobody. Use admin.accept_erasure(request_id) or admin.decline_erasure(request_id, reason).');

alter table public.notifications add column erasure_request_id uuid references public.erasure_requests (id) on delete cascade;
comment on column public.notifications.erasure_request_id is 'The request for erasure that it is about.';
create index notifications_erasure_request on public.notifications (erasure_request_id);

create function private.notify_erasure(
  kind public.notification_kind, request public.erasure_requests, former_address text default null
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (kind, channel, account_id, erasure_request_id, former_address, language)
  select notify_erasure.kind, 'email', account.id, request.id, notify_erasure.former_address, account.language
  from public.accounts as account where account.id = request.account_id
$$;

comment on function private.notify_erasure(public.notification_kind, public.erasure_requests, text) is 'Tells the person by e-mail what became of their request for erasure.';

create function public.request_erasure() returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  account public.accounts;
  request public.erasure_requests;
begin
  -- One after the other: a form sent twice at once finds the request of the first.
  select * into account from public.accounts where id = asker for update;
  if account.id is null then
    perform private.raise_error(401, 'signed_out');
  end if;
  if account.kind <> 'patient' then
    perform private.raise_error(403, 'patients_only');
  end if;
  select * into request from public.erasure_requests as open
  where open.account_id = account.id and withdrawn_at is null and decided_at is null;
  if request.id is null then
    -- Each one is an e-mail, and work for an administrator.
    if not public.take_attempt('erasure ' || asker, 5, 86400) then
      perform private.raise_error(429, 'too_many_erasure_requests');
    end if;
    insert into public.erasure_requests (account_id) values (account.id) returning * into request;
    perform private.notify_erasure('erasure_requested', request);
    perform private.audit('erasure_requested', private.my_own_patient());
  end if;
  return request.requested_at;
end
$$;

comment on function public.request_erasure() is 'Asks for the erasure of the account of whoever asks; returns when it was first asked for. Errors: signed_out, patients_only, too_many_erasure_requests.';

create function public.withdraw_erasure() returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  request public.erasure_requests;
begin
  update public.erasure_requests as open set withdrawn_at = now()
  where open.account_id = (select private.verified_uid()) and withdrawn_at is null and decided_at is null
  returning * into request;
  if request.id is null then
    return false; -- sent twice, or decided meanwhile
  end if;
  perform private.notify_erasure('erasure_withdrawn', request);
  perform private.audit('erasure_withdrawn', private.my_own_patient());
  return true;
end
$$;

comment on function public.withdraw_erasure() is 'Takes back the open request for erasure of whoever asks; false when there is none.';
grant execute on function public.request_erasure(), public.withdraw_erasure() to authenticated;
