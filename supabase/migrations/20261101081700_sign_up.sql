-- Sign-up: nothing reaches auth.users until the SMS code is right.

create table private.sign_ups (
  id uuid primary key default gen_random_uuid(),
  matricule text not null check (private.is_matricule(matricule)),
  first_name text not null,
  last_name text not null,
  email text not null,
  phone text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  country text not null,
  language public.language_code not null,
  code_hash text not null,
  code_sent_at timestamptz not null,
  wrong_codes integer not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null default now()
);

comment on table private.sign_ups is 'Sign-ups that wait for their SMS code; removed a day later.';
comment on column private.sign_ups.id is 'Identifier, known to the browser that signs up.';
comment on column private.sign_ups.matricule is 'As typed, checked.';
comment on column private.sign_ups.first_name is 'As typed.';
comment on column private.sign_ups.last_name is 'As typed.';
comment on column private.sign_ups.email is 'As typed, lower case.';
comment on column private.sign_ups.phone is 'E.164.';
comment on column private.sign_ups.street is 'As typed.';
comment on column private.sign_ups.postal_code is 'As typed.';
comment on column private.sign_ups.city is 'As typed.';
comment on column private.sign_ups.country is 'ISO 3166-1 alpha-2.';
comment on column private.sign_ups.language is 'Language of the page.';
comment on column private.sign_ups.code_hash is 'SHA-256 of id and code.';
comment on column private.sign_ups.code_sent_at is 'When the last code went out: it lives 10 minutes.';
comment on column private.sign_ups.wrong_codes is 'Wrong codes so far; 5 end the attempt.';
comment on column private.sign_ups.confirmed_at is 'When the code was right.';
comment on column private.sign_ups.created_at is 'When the form was sent.';

create index sign_ups_created on private.sign_ups (created_at);

create function private.new_code() returns text
language sql
volatile
set search_path = ''
as $$
  select lpad((
    ('x' || encode(extensions.gen_random_bytes(7), 'hex'))::bit(56)::bigint % 1000000
  )::text, 6, '0')
$$;

comment on function private.new_code() is 'Six random decimal digits.';

create function private.code_hash(id uuid, code text) returns text
language sql
immutable
set search_path = ''
as $$ select encode(extensions.digest(id::text || code, 'sha256'), 'hex') $$;

comment on function private.code_hash(uuid, text) is 'What is kept of a code.';

create function public.begin_sign_up(
  matricule text, first_name text, last_name text, email text, phone text,
  street text, postal_code text, city text, country text, language public.language_code
) returns table (id uuid, code text)
language plpgsql
security definer
set search_path = ''
as $$
declare
  fresh_id constant uuid := gen_random_uuid();
  fresh_code constant text := private.new_code();
begin
  delete from private.sign_ups where created_at < now() - interval '1 day';
  insert into private.sign_ups values (
    fresh_id, matricule, btrim(first_name), btrim(last_name), lower(btrim(email)), phone,
    btrim(street), btrim(postal_code), btrim(city), upper(country), language,
    private.code_hash(fresh_id, fresh_code), now()
  );
  return query select fresh_id, fresh_code;
end
$$;

comment on function public.begin_sign_up(text, text, text, text, text, text, text, text, text, public.language_code)
  is 'Keeps a sign-up and returns its id and the code to send. For the service only.';

create function public.renew_sign_up_code(sign_up_id uuid) returns table (phone text, language public.language_code, code text)
language plpgsql
security definer
set search_path = ''
as $$
declare
  fresh_code constant text := private.new_code();
begin
  return query
    update private.sign_ups as sign_up
    set code_hash = private.code_hash(sign_up.id, fresh_code), code_sent_at = now()
    where sign_up.id = sign_up_id
      and confirmed_at is null
      and wrong_codes < 5
      and code_sent_at <= now() - interval '30 seconds'
      and created_at > now() - interval '1 hour'
    returning sign_up.phone, sign_up.language, fresh_code;
end
$$;

comment on function public.renew_sign_up_code(uuid) is 'A new code for a sign-up, at most every 30 s; no row when it is too soon or the attempt is over. For the service only.';

create type public.code_verdict as enum ('right', 'wrong', 'expired', 'over');
comment on type public.code_verdict is 'What became of a code: right, wrong, expired, or the attempt is over.';

create function public.check_sign_up_code(sign_up_id uuid, code text) returns public.code_verdict
language plpgsql
security definer
set search_path = ''
as $$
declare
  sign_up private.sign_ups;
begin
  select * into sign_up from private.sign_ups where id = sign_up_id for update;
  if sign_up.id is null or sign_up.wrong_codes >= 5 then
    return 'over';
  end if;
  if sign_up.code_hash <> private.code_hash(sign_up.id, code) then
    update private.sign_ups set wrong_codes = wrong_codes + 1 where id = sign_up.id;
    return case when sign_up.wrong_codes + 1 >= 5 then 'over' else 'wrong' end::public.code_verdict;
  end if;
  if sign_up.code_sent_at < now() - interval '10 minutes' and sign_up.confirmed_at is null then
    return 'expired';
  end if;
  update private.sign_ups set confirmed_at = coalesce(confirmed_at, now()) where id = sign_up.id;
  return 'right';
end
$$;

comment on function public.check_sign_up_code(uuid, text) is 'Judges the code of a sign-up; five wrong ones end it. A right one may be sent again. For the service only.';

create function public.sign_up_to_activate(sign_up_id uuid)
returns table (email text, known_account_id uuid, account_ready boolean)
language plpgsql
security definer
set search_path = ''
as $$
begin
  return query
    select
      sign_up.email,
      coalesce(by_matricule.id, by_email.id),
      exists (select from public.accounts where id = coalesce(by_matricule.id, by_email.id))
    from private.sign_ups as sign_up
    left join public.patients as by_matricule on by_matricule.matricule = sign_up.matricule
    left join auth.users as by_email on by_email.email = sign_up.email
    where sign_up.id = sign_up_id and sign_up.confirmed_at is not null;
end
$$;

comment on function public.sign_up_to_activate(uuid) is 'The address of a confirmed sign-up and the account that has its matricule or address already, if any. For the service only.';

create function public.complete_sign_up(sign_up_id uuid, user_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  sign_up private.sign_ups;
begin
  select * into sign_up from private.sign_ups where id = sign_up_id and confirmed_at is not null for update;
  if sign_up.id is null then
    perform private.fail(404, 'not_found');
  end if;
  if not exists (select from auth.users where id = user_id and email = sign_up.email) then
    perform private.fail(409, 'user_mismatch');
  end if;
  if exists (select from public.accounts where id = user_id) then
    return; -- a second try after a crash
  end if;
  insert into public.accounts (id, kind, language, phone)
  values (user_id, 'patient', sign_up.language, sign_up.phone);
  insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city, country)
  values (
    user_id, sign_up.matricule, sign_up.first_name, sign_up.last_name,
    sign_up.street, sign_up.postal_code, sign_up.city, sign_up.country
  );
  perform private.notify('account_activation', user_id);
  perform private.audit('account_created', user_id);
end
$$;

comment on function public.complete_sign_up(uuid, uuid) is 'Makes account and patient of a confirmed sign-up and puts the activation e-mail into the outbox; once. For the service only.';

create function public.notify_account(account_id uuid, kind public.notification_kind) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if kind not in ('account_activation', 'account_exists') then
    perform private.fail(400, 'not_an_account_notification');
  end if;
  -- One a minute of each kind and five an hour: a form sent often must not fill somebody's mailbox.
  if (
    select count(*) < 5 and coalesce(max(created_at) <= now() - interval '1 minute', true)
    from public.notifications
    where notifications.account_id = notify_account.account_id and notifications.kind = notify_account.kind
      and created_at > now() - interval '1 hour'
  ) then
    perform private.notify(kind, account_id);
  end if;
end
$$;

comment on function public.notify_account(uuid, public.notification_kind) is 'Puts an e-mail about an account into the outbox, at most one a minute and five an hour of a kind. For the service only.';

create function public.sign_in_email(matricule text) returns text
language sql
stable security definer
set search_path = ''
as $$
  select users.email::text
  from public.patients
  join auth.users on users.id = patients.id
  where patients.matricule = sign_in_email.matricule
$$;

comment on function public.sign_in_email(text) is 'The e-mail address of the account with a matricule, for signing in; null when there is none. For the service only.';

create function public.account_of_email(email text) returns uuid
language sql
stable security definer
set search_path = ''
as $$
  select accounts.id
  from auth.users
  join public.accounts on accounts.id = users.id
  where users.email = lower(account_of_email.email)
$$;

comment on function public.account_of_email(text) is 'The account with an e-mail address; null when there is none. For the service only.';

create function public.confirmed_phone(user_id uuid) returns text
language sql
stable security definer
set search_path = ''
as $$ select phone from public.accounts where id = user_id and active $$;

comment on function public.confirmed_phone(uuid) is 'The confirmed number of an active account, to which sign-in codes go. For the service only.';

grant execute on function
  public.begin_sign_up(text, text, text, text, text, text, text, text, text, public.language_code),
  public.renew_sign_up_code(uuid),
  public.check_sign_up_code(uuid, text),
  public.sign_up_to_activate(uuid),
  public.complete_sign_up(uuid, uuid),
  public.notify_account(uuid, public.notification_kind),
  public.sign_in_email(text),
  public.account_of_email(text),
  public.confirmed_phone(uuid)
to service_role;
