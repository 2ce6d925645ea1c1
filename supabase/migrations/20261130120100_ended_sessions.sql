-- A change of number or address ends every session. Whoever comes with one of them, by a second click on Confirm for
-- instance, is told that the change was done, and not that the session was too old.

create function public.session_ended_by(account_id uuid, issued_at timestamptz) returns public.credential
language sql
stable security definer
set search_path = ''
as $$
  select change.credential
  from (
    select 'phone'::public.credential as credential, account_id, confirmed_at from private.phone_changes
    union all
    select 'email'::public.credential, account_id, confirmed_at from private.email_changes
  ) as change
  where change.account_id = session_ended_by.account_id
    -- A token that was given out later belongs to a session that the change did not end.
    and change.confirmed_at > issued_at
  order by change.confirmed_at desc
  limit 1
$$;

comment on function public.session_ended_by(uuid, timestamptz) is 'Which change of an account ended the sessions whose token was given out before; null when none did. The database answers such a token itself with signed_out. For the service only.';
grant execute on function public.session_ended_by(uuid, timestamptz) to service_role;
