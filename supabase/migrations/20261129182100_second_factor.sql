-- Wrong SMS codes of sign-ins: GoTrue asks here after each try (hook mfa_verification_attempt).

create table private.wrong_codes (
  user_id uuid primary key references auth.users (id) on delete cascade,
  count integer not null default 0,
  resets_at timestamptz not null,
  ended_at timestamptz,
  today integer not null default 0,
  day_ends_at timestamptz not null
);

comment on table private.wrong_codes is 'Wrong SMS codes of an account. Who is locked out by them may try again when the row is deleted.';
comment on column private.wrong_codes.user_id is 'The account; not the factor, which whoever has the password can make anew as long as none is verified.';
comment on column private.wrong_codes.count is 'How many in this attempt.';
comment on column private.wrong_codes.resets_at is 'When the attempt counts anew.';
comment on column private.wrong_codes.ended_at is 'When the fifth one ended an attempt.';
comment on column private.wrong_codes.today is 'How many within a day, right ones in between or not.';
comment on column private.wrong_codes.day_ends_at is 'When the day counts anew.';

create function private.mfa_verification_attempt(event jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant uuid := (event ->> 'user_id')::uuid;
  right_code constant boolean := (event ->> 'valid')::boolean;
  refusal constant jsonb := jsonb_build_object('decision', 'reject', 'message', 'too_many_wrong_codes');
  tries private.wrong_codes;
begin
  if not right_code then
    insert into private.wrong_codes (user_id, resets_at, day_ends_at)
    values (account, now() + interval '10 minutes', now() + interval '1 day')
    on conflict on constraint wrong_codes_pkey do nothing;
  end if;
  -- One try after the other: what is sent at the same moment waits here, and finds what the ones before it did.
  select * into tries from private.wrong_codes where user_id = account for update;
  if tries.user_id is null then
    return jsonb_build_object('decision', 'continue');
  end if;
  if tries.day_ends_at <= clock_timestamp() then
    tries.today := 0;
    tries.day_ends_at := clock_timestamp() + interval '1 day';
  end if;
  -- The sessions end with the fifth; tries that were under way by then do not count as a new attempt.
  if tries.today >= 20 or tries.ended_at > clock_timestamp() - interval '2 seconds' then
    return refusal;
  end if;
  if right_code or tries.resets_at <= clock_timestamp() then
    tries.count := 0;
    tries.resets_at := clock_timestamp() + interval '10 minutes';
  end if;
  if not right_code then
    tries.count := tries.count + 1;
    tries.today := tries.today + 1;
  end if;
  if tries.count >= 5 then
    tries.count := 0;
    tries.ended_at := clock_timestamp();
  end if;
  update private.wrong_codes
  set count = tries.count, resets_at = tries.resets_at, ended_at = tries.ended_at,
    today = tries.today, day_ends_at = tries.day_ends_at
  where user_id = account;
  if tries.ended_at > clock_timestamp() - interval '2 seconds' then
    return refusal;
  end if;
  return jsonb_build_object('decision', 'continue');
end
$$;

comment on function private.mfa_verification_attempt(jsonb) is 'Auth hook: the fifth wrong code within ten minutes ends the sessions of the account; after twenty within a day no code is taken.';

-- Our sign-in page counts as well; this holds for whoever asks Auth itself, from however many addresses. A right password
-- counts too: otherwise the one that is found would be told.
create function private.password_verification_attempt(event jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select case when public.take_attempt('password ' || (event ->> 'user_id'), 300, 900)
    then jsonb_build_object('decision', 'continue')
    else jsonb_build_object('decision', 'reject', 'message', 'too_many_passwords', 'should_logout_user', false)
  end
$$;

comment on function private.password_verification_attempt(jsonb) is 'Auth hook: after 300 passwords for an account within a quarter of an hour no more are looked at.';

grant usage on schema private to supabase_auth_admin;
grant execute on function
  private.mfa_verification_attempt(jsonb),
  private.password_verification_attempt(jsonb)
to supabase_auth_admin;
