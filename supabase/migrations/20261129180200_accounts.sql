-- Accounts: one row for everyone who can sign in.

create type public.account_kind as enum ('patient', 'doctor', 'admin');
comment on type public.account_kind is 'The three kinds of account.';

create table public.accounts (
  id uuid primary key references auth.users (id) on delete cascade,
  kind public.account_kind not null,
  language public.language_code not null default 'fr',
  phone text not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Phone numbers are E.164" check (phone ~ '^\+[1-9][0-9]{6,14}$')
);

comment on table public.accounts is 'Everyone who can sign in. The e-mail address lives in auth.users only.';
comment on column public.accounts.id is 'The same id as in auth.users.';
comment on column public.accounts.kind is 'Patient, doctor or administrator.';
comment on column public.accounts.language is 'The language of pages, SMS and e-mails for this person.';
comment on column public.accounts.phone is 'The confirmed mobile number (E.164). Only a session whose SMS code went to this number sees health data.';
comment on column public.accounts.active is 'An inactive account keeps its data and sees nothing.';
comment on column public.accounts.created_at is 'When the account was made.';
comment on column public.accounts.updated_at is 'When the row was last changed.';

grant select on public.accounts to authenticated, service_role;
grant update (language) on public.accounts to authenticated;

create trigger accounts_touch before update on public.accounts
  for each row execute function private.touch_updated_at();

-- Who is asking, if and only if the second factor of this very session is the confirmed number.
-- Looks up the session: signing out takes effect at once, not when the token expires.
create function private.verified_uid() returns uuid
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  -- Every request asks: PL/pgSQL plans this once a connection, a function in SQL at each call.
  return (
    select account.id
    from auth.sessions as session
    join auth.mfa_factors as factor on factor.id = session.factor_id and factor.status = 'verified'
    join public.accounts as account on account.id = session.user_id
    where (select auth.jwt()) ->> 'aal' = 'aal2'
      and session.id = ((select auth.jwt()) ->> 'session_id')::uuid
      and session.user_id = ((select auth.jwt()) ->> 'sub')::uuid
      and account.active
      and ltrim(factor.phone, '+') = ltrim(account.phone, '+')
  );
end
$$;

comment on function private.verified_uid() is 'The account of a live AAL2 session whose factor is the confirmed number; null for everybody else. Never raises: policies filter by it.';

create function private.verified_kind() returns public.account_kind
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  return (
    select kind from public.accounts where id = (select private.verified_uid())
  );
end
$$;

comment on function private.verified_kind() is 'The kind of the account that private.verified_uid() names.';

grant execute on function private.verified_uid(), private.verified_kind() to authenticated, service_role;

-- The one place that answers 401: PostgREST runs it before every request. Whoever holds a token of a session that has
-- ended is told so, because an empty answer would be wrong: they have to sign in again.
create function private.check_session() returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if current_setting('role', true) <> 'authenticated' or (select auth.jwt()) ->> 'aal' is distinct from 'aal2' then
    return;
  end if;
  if (select private.verified_uid()) is null then
    perform private.raise_error(401, 'signed_out');
  end if;
end
$$;

comment on function private.check_session() is 'PostgREST pre-request: 401 signed_out for a token whose session has ended, was deactivated, or has another number.';
grant execute on function private.check_session(), private.raise_error(integer, text) to anon, authenticated, service_role;

alter role authenticator set pgrst.db_pre_request = 'private.check_session';
notify pgrst, 'reload config';

create function public.session_is_open() returns boolean
language sql
stable security definer
set search_path = ''
as $$ select (select private.verified_uid()) is not null $$;

comment on function public.session_is_open() is 'Whether the session of a token lives still: an access token outlives it by minutes.';
grant execute on function public.session_is_open() to authenticated;

alter table public.accounts enable row level security;

create policy "People read their own account" on public.accounts
  for select to authenticated
  using (id = (select private.verified_uid()));

create policy "People change the language of their own account" on public.accounts
  for update to authenticated
  using (id = (select private.verified_uid()))
  with check (id = (select private.verified_uid()));
