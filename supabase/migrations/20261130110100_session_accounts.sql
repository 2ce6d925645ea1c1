-- Changes of address and number are asked for by our server, which has checked the password: the functions are for the
-- service only, so that a stolen access token cannot begin one. They are given the session, and look it up themselves.

create function private.lock_account_of_session(session_id uuid) returns public.accounts
language plpgsql
security definer
set search_path = ''
as $$
declare
  account public.accounts;
begin
  -- One change of an account after the other.
  perform from public.accounts
  where id = (select user_id from auth.sessions where sessions.id = lock_account_of_session.session_id)
  for no key update;
  -- The same rule as private.verified_uid(), asked anew after the wait: the change before may have ended the session.
  select own.* into account
  from auth.sessions as session
  join auth.mfa_factors as factor on factor.id = session.factor_id and factor.status = 'verified'
  join public.accounts as own on own.id = session.user_id
  where session.id = lock_account_of_session.session_id
    and session.aal = 'aal2'
    and own.active
    and ltrim(factor.phone, '+') = ltrim(own.phone, '+');
  if account.id is null then
    perform private.raise_error(401, 'signed_out');
  end if;
  return account;
end
$$;

comment on function private.lock_account_of_session(uuid) is 'Locks and returns the active account of a live AAL2 session whose factor is the confirmed number. Errors: signed_out.';

create function private.audit_own_account(account public.accounts, action text) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_log (account_id, account_kind, action, patient_id)
  values (account.id, account.kind, action, (
    select patient_id from public.guardianships where account_id = account.id and relation = 'self'
  ))
$$;

comment on function private.audit_own_account(public.accounts, text) is 'Writes into the audit log that somebody changed how they sign in; without address or number.';
