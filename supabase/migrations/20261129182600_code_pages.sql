-- What the pages that ask for an SMS code show, in one round trip each.

create function public.sign_up_code(sign_up_id uuid)
returns table (email text, phone text, next text, sent_at timestamptz, tries_left integer, confirmed boolean, email_failed boolean)
language sql
stable security definer
set search_path = ''
as $$
  select
    email, phone, next, code_sent_at, greatest(0, 5 - wrong_codes), confirmed_at is not null,
    coalesce((
      select notification.state = 'failed' from public.notifications as notification
      where notification.sign_up_id = sign_up.id
      order by notification.created_at desc
      limit 1
    ), false)
  from private.sign_ups as sign_up
  where id = sign_up_id and created_at > now() - interval '1 day'
$$;

comment on function public.sign_up_code(uuid) is 'Where code and link of a sign-up went, how many tries are left, and whether the e-mail came back; no row when there is no such sign-up. For the service only.';

-- A number that a provider refuses for good gets no code: the sign-in page says so, and the helpdesk sees it.
create table private.sms_refusals (
  account_id uuid primary key references public.accounts (id) on delete cascade,
  phone text not null,
  cause text not null,
  reason text not null,
  refused_at timestamptz not null default now()
);

comment on table private.sms_refusals is 'Accounts whose number gets no SMS: the last refusal for good. Gone with the next code that leaves.';
comment on column private.sms_refusals.account_id is 'The account.';
comment on column private.sms_refusals.phone is 'The number that was refused (E.164): a new one is not.';
comment on column private.sms_refusals.cause is 'What the person is told: number, stopped, region, blocked.';
comment on column private.sms_refusals.reason is 'The provider''s code and what it means.';
comment on column private.sms_refusals.refused_at is 'When.';

create function public.note_sms_refusal(account_id uuid, phone text, cause text, reason text) returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.sms_refusals (account_id, phone, cause, reason)
  select account.id, note_sms_refusal.phone, note_sms_refusal.cause, left(note_sms_refusal.reason, 200)
  from public.accounts as account where account.id = note_sms_refusal.account_id and note_sms_refusal.cause is not null
  on conflict (account_id) do update
    set phone = excluded.phone, cause = excluded.cause, reason = excluded.reason, refused_at = now()
$$;

comment on function public.note_sms_refusal(uuid, text, text, text) is 'Notes that a provider refused the number of an account for good. For the service only.';

create function public.clear_sms_refusal(account_id uuid) returns void
language sql
security definer
set search_path = ''
as $$ delete from private.sms_refusals where sms_refusals.account_id = clear_sms_refusal.account_id $$;

comment on function public.clear_sms_refusal(uuid) is 'A code left for the number of an account: it is no longer refused. For the service only.';

create view admin.refused_numbers as
select refusal.account_id, users.email, refusal.cause, refusal.reason, refusal.refused_at
from private.sms_refusals as refusal
join auth.users on users.id = refusal.account_id
order by refusal.refused_at desc;

comment on view admin.refused_numbers is 'People who cannot sign in because their number gets no SMS, with the provider''s reason.';

-- Tried codes: the same wrong one sent again (a reload, a second click) counts once.
create table private.tried_codes (
  challenge_id uuid not null references auth.mfa_challenges (id) on delete cascade,
  code_hash text not null,
  primary key (challenge_id, code_hash)
);

comment on table private.tried_codes is 'Codes that were tried on a challenge.';
comment on column private.tried_codes.challenge_id is 'The challenge; the row goes with it.';
comment on column private.tried_codes.code_hash is 'SHA-256 of challenge and code.';

create function public.try_code(challenge_id uuid, code text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.tried_codes (challenge_id, code_hash)
  values (try_code.challenge_id, private.code_hash(try_code.challenge_id, try_code.code))
  on conflict do nothing;
  return found;
exception when foreign_key_violation then
  return true; -- Auth says that the challenge is over
end
$$;

comment on function public.try_code(uuid, text) is 'Whether a code is tried on a challenge for the first time. For the service only.';

create function public.is_answered(challenge_id uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select not exists (select from auth.mfa_challenges where id = challenge_id and verified_at is null)
$$;

comment on function public.is_answered(uuid) is 'Whether a challenge is no longer open. For the service only.';

create function public.account_words(user_id uuid) returns text[]
language sql
stable security definer
set search_path = ''
as $$
  select array_remove(array[
    users.email::text, account.phone, named.first_name, named.last_name, patient.matricule, patient.street, patient.city,
    doctor.code, doctor.slug
  ], null)
  from public.accounts as account
  join auth.users on users.id = account.id
  join private.account_names as named on named.account_id = account.id
  left join public.patients as patient on patient.id = named.patient_id
  left join public.doctors as doctor on doctor.id = account.id
  where account.id = account_words.user_id
$$;

comment on function public.account_words(uuid) is 'What is known of a person and no password should be made of. For the service only.';

grant execute on function
  public.note_sms_refusal(uuid, text, text, text),
  public.clear_sms_refusal(uuid),
  public.try_code(uuid, text),
  public.is_answered(uuid),
  public.account_words(uuid)
to service_role;

-- Sign-in codes: the newest open challenge is the one whose code the person has in hand, whichever request made it.
create function public.sign_in_code(user_id uuid)
returns table (
  phone text, factor_id uuid, challenge_id uuid, sent_at timestamptz, tries_left integer, other_factors uuid[],
  sms_refused text
)
language sql
stable security definer
set search_path = ''
as $$
  select
    account.phone,
    factor.id,
    challenge.id,
    challenge.created_at,
    5 - coalesce((
      select count from private.wrong_codes where wrong_codes.user_id = account.id and resets_at > now()
    ), 0),
    array(
      select other.id from auth.mfa_factors as other
      where other.user_id = account.id and other.phone is distinct from factor.phone and other.status = 'verified'
    ),
    (select cause from private.sms_refusals where account_id = account.id and sms_refusals.phone = account.phone)
  from public.accounts as account
  left join lateral (
    select id, mfa_factors.phone from auth.mfa_factors
    where mfa_factors.user_id = account.id and ltrim(mfa_factors.phone, '+') = ltrim(account.phone, '+')
    order by status = 'verified' desc, created_at desc
    limit 1
  ) as factor on true
  left join lateral (
    select id, mfa_challenges.created_at from auth.mfa_challenges
    where factor_id = factor.id and verified_at is null and mfa_challenges.created_at > now() - interval '10 minutes'
    order by mfa_challenges.created_at desc
    limit 1
  ) as challenge on true
  where account.id = sign_in_code.user_id and account.active
$$;

comment on function public.sign_in_code(uuid) is 'The confirmed number of an active account, its factor, the newest open challenge, the factors of other numbers, and why the number gets no SMS; no row for an inactive account. For the service only.';

grant execute on function public.sign_up_code(uuid), public.sign_in_code(uuid) to service_role;

create function public.account_contact(user_id uuid)
returns table (language public.language_code, phone text, first_name text, last_name text)
language sql
stable security definer
set search_path = ''
as $$
  select account.language, account.phone, named.first_name, named.last_name
  from public.accounts as account
  join private.account_names as named on named.account_id = account.id
  where account.id = account_contact.user_id
$$;

comment on function public.account_contact(uuid) is 'Language, confirmed number and name of an account, for the messages of Auth''s hooks; no row when there is none. For the service only.';
grant execute on function public.account_contact(uuid) to service_role;
