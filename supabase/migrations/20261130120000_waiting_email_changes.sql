-- A change of address that waits for its link is shown in the account, also to an owner who did not ask for it. It can be
-- withdrawn, and its e-mail sent again.

create function public.my_email_change() returns table (id uuid, email text, sendings integer, ends_at timestamptz)
language sql
stable security definer
set search_path = ''
as $$
  select change.id, change.email, change.sendings, change.asked_at + interval '24 hours'
  from private.email_changes as change
  where change.account_id = (select private.verified_uid()) and private.waits(change)
$$;

comment on function public.my_email_change() is 'The change of address of whoever asks that waits for its link, and until when; no row without one.';
grant execute on function public.my_email_change() to authenticated;

create function public.withdraw_email_change(session_id uuid, change_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant public.accounts := private.lock_account_of_session(withdraw_email_change.session_id);
begin
  if exists (
    select from private.email_changes as change
    where change.account_id = account.id and change.id = change_id and change.confirmed_at is null
  ) then
    perform private.end_email_change(account.id);
  end if; -- else it is over: sent twice, or replaced by a newer one, which stays
end
$$;

comment on function public.withdraw_email_change(uuid, uuid) is 'Ends a change of address: its link opens nothing any more. Sent twice it does nothing. Errors: signed_out. For the service only.';

create function public.renew_email_change(session_id uuid, change_id uuid, sendings integer) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant public.accounts := private.lock_account_of_session(renew_email_change.session_id);
  change private.email_changes;
begin
  select waiting.* into change
  from private.email_changes as waiting
  where waiting.account_id = account.id and waiting.id = change_id and private.waits(waiting);
  if change.id is null then
    perform private.raise_error(409, 'email_change_over');
  elsif change.sendings is distinct from renew_email_change.sendings then
    return; -- sent twice
  elsif change.sendings >= 5 then
    perform private.raise_error(429, 'email_sent_too_often');
  elsif change.asked_at > now() - interval '1 minute' then
    perform private.raise_error(429, 'email_sent_just_now');
  end if;
  update private.email_changes set sendings = change.sendings + 1, asked_at = now() where id = change.id;
  update public.notifications set state = 'withdrawn', lease = null, leased_until = null
  where notifications.account_id = account.id and kind = 'email_link' and state = 'due';
  perform private.notify_email_change(account.id, change.email);
end
$$;

comment on function public.renew_email_change(uuid, uuid, integer) is 'Sends the e-mail of a change of address again, at most every minute and five times in all; the change then waits for 24 hours anew. The same form (by the sendings that it shows) sent twice sends one. Errors: signed_out, email_change_over, email_sent_just_now, email_sent_too_often. For the service only.';

grant execute on function
  public.withdraw_email_change(uuid, uuid),
  public.renew_email_change(uuid, uuid, integer)
to service_role;
