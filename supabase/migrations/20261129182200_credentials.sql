-- Whoever holds an access token can ask Auth itself to change e-mail address, number or password. Here a change is
-- refused that our server did not announce, and every change is told to the former address (issue: stolen tokens).

create type public.credential as enum ('email', 'phone', 'password');
comment on type public.credential is 'What signs somebody in: address, number, password.';

create table private.credential_tickets (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  credential public.credential not null,
  expires_at timestamptz not null default now() + interval '30 seconds'
);

comment on table private.credential_tickets is 'Changes of credentials that our server announced: each allows one, within half a minute.';
comment on column private.credential_tickets.id is 'Identifier.';
comment on column private.credential_tickets.user_id is 'Whose credentials.';
comment on column private.credential_tickets.credential is 'What may change.';
comment on column private.credential_tickets.expires_at is 'Until when.';

create index credential_tickets_user on private.credential_tickets (user_id);
alter table private.credential_tickets enable row level security;

create function public.announce_credential_change(user_id uuid, credential public.credential) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.credential_tickets where expires_at < now();
  insert into private.credential_tickets (user_id, credential)
  values (announce_credential_change.user_id, announce_credential_change.credential);
end
$$;

comment on function public.announce_credential_change(uuid, public.credential) is 'Allows one change of a user''s address, number or password at Auth within half a minute. For the service only.';
grant execute on function public.announce_credential_change(uuid, public.credential) to service_role;

create function private.use_credential_ticket(user_id uuid, credential public.credential) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.credential_tickets as ticket
  where ticket.id = (
    select id from private.credential_tickets as own
    where own.user_id = use_credential_ticket.user_id and own.credential = use_credential_ticket.credential
      and own.expires_at > now()
    order by own.expires_at
    limit 1
    for update skip locked
  );
  if not found then
    raise exception 'A change of % that was not announced', use_credential_ticket.credential using errcode = '42501';
  end if;
end
$$;

comment on function private.use_credential_ticket(uuid, public.credential) is 'Uses up an announced change; raises insufficient_privilege when there is none.';

create function private.guard_credentials() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Auth keeps an asked-for address in email_change until it is confirmed; that is where the ticket is used.
  if coalesce(new.email_change, '') not in ('', coalesce(old.email_change, ''), coalesce(old.email, '')) then
    perform private.use_credential_ticket(old.id, 'email');
  end if;
  if new.email is distinct from old.email and old.email is not null
    and lower(new.email) is distinct from nullif(lower(old.email_change), '')
  then
    perform private.use_credential_ticket(old.id, 'email');
  end if;
  if coalesce(new.phone_change, '') not in ('', coalesce(old.phone_change, ''), coalesce(old.phone, '')) then
    perform private.use_credential_ticket(old.id, 'phone');
  end if;
  if new.phone is distinct from old.phone and new.phone is distinct from nullif(old.phone_change, '') then
    perform private.use_credential_ticket(old.id, 'phone');
  end if;
  -- An invited person has no password yet: Auth sets a random one when the link is opened.
  if new.encrypted_password is distinct from old.encrypted_password and coalesce(old.encrypted_password, '') <> '' then
    perform private.use_credential_ticket(old.id, 'password');
  end if;
  return new;
end
$$;

comment on function private.guard_credentials() is 'Trigger on auth.users: refuses a change of address, number or password that our server did not announce.';

create function private.tell_credential_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Before the first sign-in there is nobody whose account could be taken over.
  if old.email_confirmed_at is null then
    return null;
  end if;
  insert into public.notifications (kind, channel, account_id, former_address, language)
  select change.kind, change.channel, account.id, change.former_address, account.language
  from public.accounts as account
  cross join (
    values
      ('email_changed'::public.notification_kind, 'email'::public.notification_channel, old.email::text,
        new.email is distinct from old.email),
      ('phone_changed', 'email', null, new.phone is distinct from old.phone),
      ('password_changed', 'email', null, new.encrypted_password is distinct from old.encrypted_password)
  ) as change (kind, channel, former_address, happened)
  where account.id = new.id and change.happened;
  return null;
end
$$;

comment on function private.tell_credential_change() is 'Trigger on auth.users: every change of address, number or password is told, that of the address to the former one.';

create trigger users_guard_credentials before update on auth.users
  for each row execute function private.guard_credentials();
create trigger users_tell_credential_change after update on auth.users
  for each row execute function private.tell_credential_change();

-- The number that counts is that of the account: its changes are told to the former number and by e-mail.
create function private.tell_number_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.notifications (kind, channel, account_id, former_address, language)
  values
    ('phone_changed', 'sms', new.id, old.phone, new.language),
    ('phone_changed', 'email', new.id, null, new.language);
  return null;
end
$$;

comment on function private.tell_number_change() is 'Trigger: a change of the confirmed number is told to the former number and by e-mail.';

create trigger accounts_tell_number_change after update of phone on public.accounts
  for each row when (new.phone <> old.phone) execute function private.tell_number_change();

-- Links in e-mails: so many may be opened for an account, whoever opens them and from wherever.
create function public.take_link_attempt(account_id uuid) returns boolean
language sql
security definer
set search_path = ''
as $$ select public.take_attempt('link:' || account_id, 20, 86400) $$;

comment on function public.take_link_attempt(uuid) is 'Counts one opening of an e-mail link of an account; false after twenty within a day. For the service only.';
grant execute on function public.take_link_attempt(uuid) to service_role;

-- A link is good once. For ten minutes it is known whose it was: a second click finds what the first one did.
create table private.opened_links (
  token_hash text primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  opened_at timestamptz not null default now()
);

comment on table private.opened_links is 'Links of e-mails that were opened in the last minutes.';
comment on column private.opened_links.token_hash is 'SHA-256 of the token.';
comment on column private.opened_links.user_id is 'Whose it was.';
comment on column private.opened_links.opened_at is 'When it was opened first.';

create index opened_links_user on private.opened_links (user_id);
alter table private.opened_links enable row level security;

create function public.note_opened_link(token text, user_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.opened_links where opened_at < now() - interval '10 minutes';
  insert into private.opened_links (token_hash, user_id)
  values (encode(extensions.digest(token, 'sha256'), 'hex'), note_opened_link.user_id)
  on conflict do nothing;
end
$$;

comment on function public.note_opened_link(text, uuid) is 'Notes whose link was opened. For the service only.';

create function public.opened_link_email(token text) returns text
language sql
stable security definer
set search_path = ''
as $$
  select users.email::text
  from private.opened_links as opened
  join auth.users on users.id = opened.user_id
  where opened.token_hash = encode(extensions.digest(opened_link_email.token, 'sha256'), 'hex')
    and opened.opened_at > now() - interval '10 minutes'
$$;

comment on function public.opened_link_email(text) is 'The address whose link was opened in the last ten minutes; null for every other token. For the service only.';

grant execute on function public.note_opened_link(text, uuid), public.opened_link_email(text) to service_role;
