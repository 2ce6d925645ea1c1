-- Another e-mail address: a link goes to the new one, and nothing changes before its page was answered. Auth's own
-- change of address is not used: its link alone confirms, and its six digits can be guessed from the link's hash.

create table private.email_changes (
  account_id uuid primary key references public.accounts (id) on delete cascade,
  id uuid not null unique,
  form_id uuid not null,
  email text not null,
  link_hashes text[] not null default '{}',
  sendings integer not null default 1,
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint "New addresses are lower case and have an at sign"
    check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254)
);

comment on table private.email_changes is 'Changes of address that wait for the link of their e-mail, one for each account; removed after two days.';
comment on column private.email_changes.account_id is 'Whose address.';
comment on column private.email_changes.id is 'Which change: the link of one that was begun before does not confirm this one.';
comment on column private.email_changes.form_id is 'The form as it was shown: sent twice it begins one change.';
comment on column private.email_changes.email is 'The new address, lower case. When it has an account already no link goes out.';
comment on column private.email_changes.link_hashes is 'SHA-256 of the tokens that went out by e-mail: a message tried twice has two.';
comment on column private.email_changes.sendings is 'How often its e-mail was asked for: a form that shows fewer was sent twice.';
comment on column private.email_changes.asked_at is 'When its e-mail was asked for last: the change waits 24 hours from then, the same whether a link went out or not.';
comment on column private.email_changes.confirmed_at is 'When the address was confirmed and changed.';
comment on column private.email_changes.created_at is 'When it was begun.';

create index email_changes_links on private.email_changes using gin (link_hashes);
alter table private.email_changes enable row level security;

create function private.waits(change private.email_changes) returns boolean
language sql
stable
set search_path = ''
as $$
  select change.confirmed_at is null and change.asked_at > now() - interval '24 hours'
$$;

comment on function private.waits(private.email_changes) is 'Whether a change of address can still be confirmed: it ends 24 hours after its e-mail was asked for.';

create function private.end_email_change(account_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  delete from private.email_changes where email_changes.account_id = end_email_change.account_id;
  update public.notifications set state = 'withdrawn', lease = null, leased_until = null
  where notifications.account_id = end_email_change.account_id and kind = 'email_link' and state = 'due';
$$;

comment on function private.end_email_change(uuid) is 'Removes the change of address of an account, and its e-mail that has not gone out.';

create function private.notify_email_change(account_id uuid, address text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  owner uuid;
begin
  select users.id into owner
  from auth.users join public.accounts as other on other.id = users.id
  where users.email = address;
  if owner is not null then
    perform public.notify_account(owner, 'email_taken');
  elsif not exists (select from auth.users where users.email = address) then
    perform private.notify('email_link', account_id);
  end if; -- else somebody whom an administrator invited, or who is signing up: nobody else gets a link
end
$$;

comment on function private.notify_email_change(uuid, text) is 'Puts the e-mail with the link into the outbox, or one to the owner of an address that has an account.';

create function public.begin_email_change(session_id uuid, form_id uuid, email text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant public.accounts := private.lock_account_of_session(begin_email_change.session_id);
  address constant text := lower(btrim(begin_email_change.email));
begin
  if exists (select from auth.users where id = account.id and users.email = address) then
    return false;
  elsif exists (
    select from private.email_changes as change
    where change.account_id = account.id and change.form_id = begin_email_change.form_id and change.email = address
  ) then
    return true; -- sent twice
  end if;
  perform private.end_email_change(account.id);
  insert into private.email_changes (account_id, id, form_id, email)
  values (account.id, gen_random_uuid(), begin_email_change.form_id, address);
  perform private.notify_email_change(account.id, address);
  return true;
end
$$;

comment on function public.begin_email_change(uuid, uuid, text) is 'Begins a change of address, which replaces one that was begun before, and puts the e-mail with the link into the outbox, or one to the owner of an address that has an account; whoever asked sees no difference. The same form sent twice begins one. False when it is the address already. Errors: signed_out. For the service only.';

create function public.add_email_change_link(change_id uuid, link_hash text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update private.email_changes
  set link_hashes = (link_hashes || link_hash)[greatest(1, cardinality(link_hashes) - 8):]
  where id = change_id and private.waits(email_changes)
  returning true
$$;

comment on function public.add_email_change_link(uuid, text) is 'Keeps the hash of a token that goes out by e-mail; null when the change was replaced, withdrawn or is over. For the service only.';

create function private.email_change_of(link_hash text) returns private.email_changes
language sql
stable security definer
set search_path = ''
as $$
  select change
  from private.email_changes as change
  join public.accounts as account on account.id = change.account_id and account.active
  where email_change_of.link_hash = any (change.link_hashes)
    -- For an hour the page says that it is done, for whoever clicks twice.
    and (private.waits(change) or change.confirmed_at > now() - interval '1 hour')
$$;

comment on function private.email_change_of(text) is 'The change that a link confirms, or has confirmed within the last hour; null for a link that is too old, replaced, withdrawn or none of ours.';

create function public.email_change_of_link(link_hash text) returns table (email text, confirmed boolean)
language sql
stable security definer
set search_path = ''
as $$
  select change.email, change.confirmed_at is not null
  from private.email_change_of(email_change_of_link.link_hash) as change
  where change.id is not null
$$;

comment on function public.email_change_of_link(text) is 'The new address that the link of an e-mail confirms, and whether it has; no row for a link that is too old, replaced, withdrawn or none of ours. For the service only.';

create function private.move_user(user_id uuid, email text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.credential_tickets (user_id, credential) values (move_user.user_id, 'email');
  -- Links that went to the former address, for a new password for instance, open nothing any more.
  update auth.users
  set email = move_user.email, email_confirmed_at = now(), email_change = '', email_change_token_new = '',
    email_change_token_current = '', email_change_confirm_status = 0, recovery_token = '', confirmation_token = '',
    reauthentication_token = '', updated_at = now()
  where id = move_user.user_id;
  delete from auth.one_time_tokens where one_time_tokens.user_id = move_user.user_id;
  update auth.identities
  set identity_data = identity_data || jsonb_build_object('email', move_user.email, 'email_verified', true),
    updated_at = now()
  where identities.user_id = move_user.user_id and provider = 'email';
end
$$;

comment on function private.move_user(uuid, text) is 'Gives a user of Auth another, confirmed address, as Auth''s administration does, in the transaction of whoever calls.';

create function public.confirm_email_change(link_hash text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  account public.accounts;
  change private.email_changes;
begin
  select own.* into account from public.accounts as own
  where own.id = (select account_id from private.email_change_of(confirm_email_change.link_hash))
  for no key update;
  -- Asked anew after the wait: another click has confirmed it, or a newer change has replaced it.
  change := private.email_change_of(confirm_email_change.link_hash);
  if change.id is null then
    return false;
  elsif change.confirmed_at is not null then
    return true;
  end if;
  begin
    perform private.move_user(account.id, change.email);
  exception when unique_violation then
    return false; -- somebody has signed up with it since
  end;
  update private.email_changes set confirmed_at = now() where id = change.id;
  perform private.end_all_sessions(account.id);
  perform private.audit_own_account(account, 'email_changed');
  return true;
end
$$;

comment on function public.confirm_email_change(text) is 'The new address counts: the former one is told, all sessions end. Confirmed again it does nothing. False for a link that is too old, replaced, withdrawn or none of ours, and when the address has an account by now. For the service only.';

grant execute on function
  public.begin_email_change(uuid, uuid, text),
  public.add_email_change_link(uuid, text),
  public.email_change_of_link(text),
  public.confirm_email_change(text)
to service_role;

-- Whoever had somebody else's password and began a change must not finish it after the password was changed.
create function private.end_contact_changes() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.email_changes where account_id = new.id and confirmed_at is null;
  delete from private.phone_changes where account_id = new.id and confirmed_at is null;
  return null;
end
$$;

comment on function private.end_contact_changes() is 'Trigger on auth.users: a new password ends changes of address and number that wait to be confirmed.';

create trigger users_end_contact_changes after update on auth.users
  for each row when (new.encrypted_password is distinct from old.encrypted_password)
  execute function private.end_contact_changes();
