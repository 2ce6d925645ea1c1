-- Sign-up: nothing is in auth.users until the link in the e-mail is opened. Any number of sign-ups for one address or
-- matricule may wait side by side: whoever proves number and mailbox first has it, and nobody can hold it for others.

create table private.sign_ups (
  id uuid primary key default gen_random_uuid(),
  request_hash text not null unique,
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
  next text,
  code_hash text not null,
  code_sent_at timestamptz not null,
  last_wrong_code text,
  wrong_codes integer not null default 0,
  confirmed_at timestamptz,
  link_hashes text[] not null default '{}',
  link_sent_at timestamptz,
  withdrawn_at timestamptz,
  completed_at timestamptz,
  account_id uuid references public.accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint "Who was made an account has one" check ((completed_at is null) = (account_id is null)),
  constraint "Paths are short" check (length(next) <= 2000)
);

comment on table private.sign_ups is 'Sign-ups that wait for their SMS code or their link; removed a day later, with a right code a week later.';
comment on column private.sign_ups.id is 'Identifier, known to the browser that signs up.';
comment on column private.sign_ups.request_hash is 'SHA-256 of the form as it was sent: the same form sent twice is one sign-up.';
comment on column private.sign_ups.matricule is 'As typed, checked.';
comment on column private.sign_ups.first_name is 'As typed; empty for people with one name.';
comment on column private.sign_ups.last_name is 'As typed.';
comment on column private.sign_ups.email is 'As typed, lower case.';
comment on column private.sign_ups.phone is 'E.164.';
comment on column private.sign_ups.street is 'As typed.';
comment on column private.sign_ups.postal_code is 'As typed.';
comment on column private.sign_ups.city is 'As typed.';
comment on column private.sign_ups.country is 'ISO 3166-1 alpha-2.';
comment on column private.sign_ups.language is 'Language of the page.';
comment on column private.sign_ups.next is 'Where the person was going, e.g. the chosen slot.';
comment on column private.sign_ups.code_hash is 'SHA-256 of id and code.';
comment on column private.sign_ups.code_sent_at is 'When the last code went out: it lives 10 minutes.';
comment on column private.sign_ups.last_wrong_code is 'Hash of the last wrong code: sent again it counts once.';
comment on column private.sign_ups.wrong_codes is 'Wrong codes so far; 5 end the attempt.';
comment on column private.sign_ups.confirmed_at is 'When the code was right.';
comment on column private.sign_ups.link_hashes is 'SHA-256 of the tokens that went out by e-mail, the newest last: a message tried twice has two.';
comment on column private.sign_ups.link_sent_at is 'When the last token was made: it lives 24 hours.';
comment on column private.sign_ups.withdrawn_at is 'When the owner of the mailbox said that it was not them, or somebody else proved the same matricule or address.';
comment on column private.sign_ups.completed_at is 'When the account was made.';
comment on column private.sign_ups.account_id is 'The account that was made.';
comment on column private.sign_ups.created_at is 'When the form was sent.';

create index sign_ups_created on private.sign_ups (created_at);
create index sign_ups_email on private.sign_ups (email);
create index sign_ups_matricule on private.sign_ups (matricule);
create index sign_ups_account on private.sign_ups (account_id);

alter table public.notifications
  add constraint notifications_sign_up_id_fkey foreign key (sign_up_id) references private.sign_ups (id) on delete cascade;

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
  form_id uuid, matricule text, first_name text, last_name text, email text, phone text,
  street text, postal_code text, city text, country text, language public.language_code, next text default null
) returns table (id uuid, code text)
language plpgsql
security definer
set search_path = ''
as $$
declare
  fresh_id constant uuid := gen_random_uuid();
  fresh_code constant text := private.new_code();
  hashed constant text := encode(extensions.digest(
    jsonb_build_array(form_id, matricule, first_name, last_name, email, phone, street, postal_code, city, country)::text,
    'sha256'
  ), 'hex');
  kept uuid;
begin
  insert into private.sign_ups (
    id, request_hash, matricule, first_name, last_name, email, phone, street, postal_code, city, country, language, next,
    code_hash, code_sent_at
  )
  values (
    fresh_id, hashed, matricule, btrim(first_name), btrim(last_name), lower(btrim(email)), phone,
    btrim(street), btrim(postal_code), btrim(city), upper(country), language, next,
    private.code_hash(fresh_id, fresh_code), now()
  )
  on conflict on constraint sign_ups_request_hash_key do nothing
  returning sign_ups.id into kept;
  if kept is not null then
    return query select kept, fresh_code;
  else
    return query
      select sign_up.id, null::text from private.sign_ups as sign_up
      where sign_up.request_hash = hashed;
  end if;
end
$$;

comment on function public.begin_sign_up(uuid, text, text, text, text, text, text, text, text, text, public.language_code, text)
  is 'Keeps a sign-up and returns its id and the code to send; without a code when the same form was sent before. For the service only.';

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
    set code_hash = private.code_hash(sign_up.id, fresh_code), code_sent_at = now(), last_wrong_code = null
    where sign_up.id = sign_up_id
      and confirmed_at is null
      and wrong_codes < 5
      and code_sent_at <= now() - interval '30 seconds'
      and created_at > now() - interval '1 hour'
    returning sign_up.phone, sign_up.language, fresh_code;
end
$$;

comment on function public.renew_sign_up_code(uuid) is 'A new code for a sign-up, at most every 30 s; no row when it is too soon or the attempt is over. For the service only.';

create function public.notify_account(account_id uuid, kind public.notification_kind) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if kind not in ('account_activation', 'account_exists', 'email_taken') then
    perform private.raise_error(400, 'not_an_account_notification');
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

create function private.notify_sign_up(sign_up private.sign_ups) returns void
language sql
security definer
set search_path = ''
as $$
  -- Counted by address, over all sign-ups that name it: nobody's mailbox is filled by forms.
  insert into public.notifications (kind, channel, sign_up_id, language)
  select 'account_activation', 'email', sign_up.id, sign_up.language
  where (
    select count(*) < 5
    from public.notifications as earlier
    join private.sign_ups as other on other.id = earlier.sign_up_id
    where other.email = sign_up.email and earlier.created_at > now() - interval '1 hour'
  )
  and not exists (
    select from public.notifications as earlier
    where earlier.sign_up_id = sign_up.id and earlier.created_at > now() - interval '1 minute'
  )
$$;

comment on function private.notify_sign_up(private.sign_ups) is 'Puts the activation e-mail of a sign-up into the outbox, at most one a minute, and five an hour to an address.';

create function private.owner_of(sign_up private.sign_ups) returns uuid
language sql
stable security definer
set search_path = ''
as $$
  select coalesce(
    (
      select own.account_id
      from public.patients as patient
      join public.guardianships as own on own.patient_id = patient.id and own.relation = 'self'
      where patient.matricule = sign_up.matricule
        and private.returned_record(sign_up.matricule, sign_up.phone) is null
      order by own.until desc nulls first
      limit 1
    ),
    (select account.id from auth.users join public.accounts as account on account.id = users.id where users.email = sign_up.email)
  )
$$;

comment on function private.owner_of(private.sign_ups) is 'The account that has the matricule or the address of a sign-up, or had it before it was erased; null when none has, and for a record that waits for this sign-up.';

create type public.code_verdict as enum ('right', 'wrong', 'expired', 'over');
comment on type public.code_verdict is 'What became of a code: right, wrong, expired, or the attempt is over.';

create function public.check_sign_up_code(sign_up_id uuid, code text) returns public.code_verdict
language plpgsql
security definer
set search_path = ''
as $$
declare
  sign_up private.sign_ups;
  hash text;
  owner uuid;
begin
  select * into sign_up from private.sign_ups where id = sign_up_id for update;
  if sign_up.id is null or sign_up.wrong_codes >= 5 then
    return 'over';
  end if;
  hash := private.code_hash(sign_up.id, code);
  if sign_up.code_hash <> hash then
    if sign_up.last_wrong_code is distinct from hash then
      update private.sign_ups set wrong_codes = wrong_codes + 1, last_wrong_code = hash where id = sign_up.id;
      sign_up.wrong_codes := sign_up.wrong_codes + 1;
    end if;
    return case when sign_up.wrong_codes >= 5 then 'over' else 'wrong' end::public.code_verdict;
  end if;
  if sign_up.confirmed_at is not null then
    return 'right'; -- sent again
  end if;
  if sign_up.code_sent_at < now() - interval '10 minutes' then
    return 'expired';
  end if;
  update private.sign_ups set confirmed_at = now() where id = sign_up.id;
  owner := private.owner_of(sign_up);
  if owner is not null then
    perform public.notify_account(owner, 'account_exists');
  elsif not exists (select from auth.users where email = sign_up.email) then
    perform private.notify_sign_up(sign_up);
  end if; -- else somebody whom an administrator invited: they have their link, and nobody else gets one
  return 'right';
end
$$;

comment on function public.check_sign_up_code(uuid, text) is 'Judges the code of a sign-up; five different wrong ones end it. A right one puts the activation e-mail into the outbox, or tells the owner of the matricule or address; sent again it does nothing. For the service only.';

create function public.sign_in_email(matricule text) returns text
language sql
stable security definer
set search_path = ''
as $$
  select users.email::text
  from public.patients
  join public.guardianships as own on own.patient_id = patients.id and own.relation = 'self' and own.until is null
  join auth.users on users.id = own.account_id
  where patients.matricule = sign_in_email.matricule
$$;

comment on function public.sign_in_email(text) is 'The e-mail address of the account with a matricule, for signing in; null when there is none. For the service only.';

create function public.confirmed_phone(user_id uuid) returns text
language sql
stable security definer
set search_path = ''
as $$ select phone from public.accounts where id = user_id and active $$;

comment on function public.confirmed_phone(uuid) is 'The confirmed number of an active account, to which sign-in codes go. For the service only.';

grant execute on function
  public.begin_sign_up(uuid, text, text, text, text, text, text, text, text, text, public.language_code, text),
  public.renew_sign_up_code(uuid),
  public.check_sign_up_code(uuid, text),
  public.notify_account(uuid, public.notification_kind),
  public.sign_in_email(text),
  public.confirmed_phone(uuid)
to service_role;
