-- Five wrong SMS codes end a sign-in: GoTrue asks here after each try (hook mfa_verification_attempt).

create table private.wrong_codes (
  factor_id uuid primary key references auth.mfa_factors (id) on delete cascade,
  count integer not null,
  resets_at timestamptz not null
);

comment on table private.wrong_codes is 'Wrong SMS codes of a factor within ten minutes.';
comment on column private.wrong_codes.factor_id is 'The factor.';
comment on column private.wrong_codes.count is 'How many.';
comment on column private.wrong_codes.resets_at is 'When counting begins anew.';

create function private.mfa_verification_attempt(event jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  factor constant uuid := (event ->> 'factor_id')::uuid;
  wrong integer;
begin
  if (event ->> 'valid')::boolean then
    delete from private.wrong_codes where factor_id = factor;
    return jsonb_build_object('decision', 'continue');
  end if;
  insert into private.wrong_codes as codes (factor_id, count, resets_at)
  values (factor, 1, now() + interval '10 minutes')
  on conflict (factor_id) do update set
    count = case when codes.resets_at <= now() then 1 else codes.count + 1 end,
    resets_at = case when codes.resets_at <= now() then now() + interval '10 minutes' else codes.resets_at end
  returning count into wrong;
  if wrong < 5 then
    return jsonb_build_object('decision', 'continue');
  end if;
  delete from private.wrong_codes where factor_id = factor;
  return jsonb_build_object('decision', 'reject', 'message', 'too_many_wrong_codes');
end
$$;

comment on function private.mfa_verification_attempt(jsonb) is 'Auth hook: the fifth wrong code within ten minutes ends the sessions of the account.';

grant usage on schema private to supabase_auth_admin;
grant execute on function private.mfa_verification_attempt(jsonb) to supabase_auth_admin;
