-- Another mobile number: a code goes to the new one, and nothing changes before it was typed.

create table private.phone_changes (
  account_id uuid primary key references public.accounts (id) on delete cascade,
  id uuid not null unique,
  form_id uuid not null,
  session_id uuid not null,
  phone text not null,
  code_hash text not null,
  code_sent_at timestamptz not null default now(),
  last_wrong_code text,
  wrong_codes integer not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint "New numbers are E.164" check (phone ~ '^\+[1-9][0-9]{6,14}$')
);

comment on table private.phone_changes is 'Changes of number that wait for the code of their SMS, one for each account; removed a day later.';
comment on column private.phone_changes.account_id is 'Whose number.';
comment on column private.phone_changes.id is 'Which change: the code of one that was begun before does not confirm this one.';
comment on column private.phone_changes.form_id is 'The form as it was shown: sent twice it begins one change.';
comment on column private.phone_changes.session_id is 'The session that gave the password; no other one confirms it. No foreign key: the change outlives it.';
comment on column private.phone_changes.phone is 'The new number (E.164).';
comment on column private.phone_changes.code_hash is 'SHA-256 of id and code.';
comment on column private.phone_changes.code_sent_at is 'When the last code went out: it lives 10 minutes.';
comment on column private.phone_changes.last_wrong_code is 'Hash of the last wrong code: sent again it counts once.';
comment on column private.phone_changes.wrong_codes is 'Wrong codes so far; 5 end the change.';
comment on column private.phone_changes.confirmed_at is 'When the code was right and the number changed.';
comment on column private.phone_changes.created_at is 'When it was begun: it is over an hour later.';

alter table private.phone_changes enable row level security;

create function public.begin_phone_change(session_id uuid, form_id uuid, phone text) returns table (id uuid, code text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  account constant public.accounts := private.lock_account_of_session(begin_phone_change.session_id);
  fresh_id constant uuid := gen_random_uuid();
  fresh_code constant text := private.new_code();
begin
  if account.phone = begin_phone_change.phone then
    return;
  end if;
  return query
    select change.id, null::text from private.phone_changes as change
    where change.account_id = account.id and change.form_id = begin_phone_change.form_id
      and change.phone = begin_phone_change.phone;
  if found then
    return;
  end if;
  delete from private.phone_changes where account_id = account.id;
  insert into private.phone_changes (account_id, id, form_id, session_id, phone, code_hash)
  values (
    account.id, fresh_id, begin_phone_change.form_id, begin_phone_change.session_id, begin_phone_change.phone,
    private.code_hash(fresh_id, fresh_code)
  );
  return query select fresh_id, fresh_code;
end
$$;

comment on function public.begin_phone_change(uuid, uuid, text) is 'Begins a change of number, which replaces one that was begun before; returns its id and the code to send, without a code when the same form was sent before; no row when it is the number already. Errors: signed_out. For the service only.';

create function public.phone_change(session_id uuid)
returns table (id uuid, phone text, sent_at timestamptz, tries_left integer)
language sql
stable security definer
set search_path = ''
as $$
  select id, phone, code_sent_at, greatest(0, 5 - wrong_codes)
  from private.phone_changes as change
  where change.session_id = phone_change.session_id and confirmed_at is null and created_at > now() - interval '1 hour'
$$;

comment on function public.phone_change(uuid) is 'The change of number that a session has begun: where its code went and how many tries are left; no row without one. For the service only.';

create function public.renew_phone_change_code(session_id uuid, change_id uuid)
returns table (phone text, language public.language_code, code text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  account constant public.accounts := private.lock_account_of_session(renew_phone_change_code.session_id);
  fresh_code constant text := private.new_code();
begin
  return query
    update private.phone_changes as change
    set code_hash = private.code_hash(change.id, fresh_code), code_sent_at = now(), last_wrong_code = null
    where change.id = change_id
      and change.account_id = account.id
      and change.session_id = renew_phone_change_code.session_id
      and change.confirmed_at is null
      and change.wrong_codes < 5
      and change.code_sent_at <= now() - interval '30 seconds'
      and change.created_at > now() - interval '1 hour'
    returning change.phone, account.language, fresh_code;
end
$$;

comment on function public.renew_phone_change_code(uuid, uuid) is 'A new code for a change of number, at most every 30 s; no row when it is too soon or the change is over. Errors: signed_out. For the service only.';

create function public.confirm_phone_change(session_id uuid, change_id uuid, code text) returns public.code_verdict
language plpgsql
security definer
set search_path = ''
as $$
declare
  hash constant text := private.code_hash(change_id, code);
  account public.accounts;
  change private.phone_changes;
begin
  -- The account first, as whoever begins a change does: two that lock in the same order never wait for each other.
  perform from public.accounts
  where id = (select account_id from private.phone_changes where phone_changes.id = change_id)
  for no key update;
  select * into change from private.phone_changes
  where phone_changes.id = change_id and phone_changes.session_id = confirm_phone_change.session_id;
  if change.confirmed_at is not null and change.code_hash = hash then
    return 'right'; -- sent again: it has happened, and the session has ended
  end if;
  account := private.lock_account_of_session(confirm_phone_change.session_id);
  if change.id is null or change.account_id <> account.id or change.confirmed_at is not null
    or change.wrong_codes >= 5 or change.created_at < now() - interval '1 hour'
  then
    return 'over';
  end if;
  if change.code_hash <> hash then
    if change.last_wrong_code is distinct from hash then
      update private.phone_changes set wrong_codes = wrong_codes + 1, last_wrong_code = hash
      where phone_changes.id = change.id
      returning wrong_codes into change.wrong_codes;
    end if;
    return case when change.wrong_codes >= 5 then 'over' else 'wrong' end::public.code_verdict;
  elsif change.code_sent_at < now() - interval '10 minutes' then
    return 'expired';
  end if;
  update private.phone_changes set confirmed_at = now() where phone_changes.id = change.id;
  -- The trigger tells the former number and the e-mail address.
  update public.accounts set phone = change.phone where id = account.id;
  -- The next sign-in enrols the new number. Whoever had the old one, or a copy of this session, is out.
  delete from auth.mfa_factors where user_id = account.id;
  perform private.end_all_sessions(account.id);
  perform private.audit_own_account(account, 'phone_changed');
  return 'right';
end
$$;

comment on function public.confirm_phone_change(uuid, uuid, text) is 'Judges the code of a change of number; five different wrong ones end it. With the right one the number counts, its second factor and all sessions end, the former number and the e-mail address are told; sent again it does nothing. Errors: signed_out. For the service only.';

grant execute on function
  public.begin_phone_change(uuid, uuid, text),
  public.phone_change(uuid),
  public.renew_phone_change_code(uuid, uuid),
  public.confirm_phone_change(uuid, uuid, text)
to service_role;
