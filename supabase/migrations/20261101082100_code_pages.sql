-- What the pages that ask for an SMS code show, in one round trip each.

create function public.sign_up_code(sign_up_id uuid)
returns table (name text, email text, phone text, sent_at timestamptz, tries_left integer, confirmed boolean)
language sql
stable security definer
set search_path = ''
as $$
  select first_name || ' ' || last_name, email, phone, code_sent_at, greatest(0, 5 - wrong_codes), confirmed_at is not null
  from private.sign_ups
  where id = sign_up_id and created_at > now() - interval '1 day'
$$;

comment on function public.sign_up_code(uuid) is 'Who signs up, where the code went and how many tries are left; no row when there is no such sign-up. For the service only.';

-- Sign-in codes: the newest open challenge is the one whose code the person has in hand, whichever request made it.
create function public.sign_in_code(user_id uuid)
returns table (
  phone text, factor_id uuid, challenge_id uuid, sent_at timestamptz, tries_left integer, other_factors uuid[]
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
    )
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

comment on function public.sign_in_code(uuid) is 'The confirmed number of an active account, its factor, the newest open challenge and the factors of other numbers; no row for an inactive account. For the service only.';

grant execute on function public.sign_up_code(uuid), public.sign_in_code(uuid) to service_role;
