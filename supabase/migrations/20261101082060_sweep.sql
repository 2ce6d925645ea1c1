-- What nobody comes back for: consultations that were left open, and rows that were kept for a while only.

create function public.close_abandoned_consultations() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
  closed integer := 0;
begin
  -- As long as a patient may come late: an open consultation would keep the doctor from calling anybody else.
  for appointment in
    update public.appointments
    set state = 'completed', ended_at = now()
    where state = 'in_progress' and started_at < now() - private.waiting_room_closes_after()
    returning *
  loop
    perform private.audit('consultation_abandoned', appointment.patient_id, appointment.id);
    closed := closed + 1;
  end loop;
  return closed;
end
$$;

comment on function public.close_abandoned_consultations() is 'Ends consultations that nobody ended for four hours; returns how many. For the service only.';

create function public.sweep() returns void
language sql
security definer
set search_path = ''
as $$
  delete from private.sign_ups where created_at < now() - interval '1 day';
  delete from private.drafts where created_at < now() - interval '1 hour';
  delete from private.rate_limits where resets_at < now();
  delete from private.wrong_codes where resets_at < now() and day_ends_at < now();
  -- Whoever never opened the activation link holds a matricule and an address that may be somebody else's.
  delete from auth.users
  using public.accounts
  where accounts.id = users.id and kind = 'patient' and email_confirmed_at is null
    and accounts.created_at < now() - interval '7 days';
  -- A sign-up that broke off in its last step. Invitations of administrators have no account yet either, and stay.
  delete from auth.users
  where raw_user_meta_data ? 'sign_up' and email_confirmed_at is null and created_at < now() - interval '7 days'
    and not exists (select from public.accounts where accounts.id = users.id);
$$;

comment on function public.sweep() is 'Removes sign-ups, drafts and counters whose time is over, and accounts that nobody activated, or that were never complete, for a week. For the service only.';

grant execute on function public.close_abandoned_consultations(), public.sweep() to service_role;
