-- Deactivating an account with everything that follows from it, and taking it back.

create function private.cancel_as_doctor_leaves(doctor_id uuid, reason text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
  cancelled integer := 0;
begin
  -- Before anything is cancelled: no slot of this doctor is offered to anybody any more.
  delete from private.waiting_list as place where place.doctor_id = cancel_as_doctor_leaves.doctor_id;
  for appointment in
    select * from public.appointments as open
    where open.doctor_id = cancel_as_doctor_leaves.doctor_id and open.state in ('booked', 'waiting', 'calling')
      and open.starts_at > now() - private.waiting_room_closes_after() -- older ones end by close_abandoned_appointments()
    order by open.id
    for update
  loop
    perform private.cancel_as_administrator(appointment, reason);
    cancelled := cancelled + 1;
  end loop;
  return cancelled;
end
$$;

comment on function private.cancel_as_doctor_leaves(uuid, text) is 'Cancels what is booked with a doctor, tells the patients, and closes the waiting list. Returns how many.';

create function private.cancel_as_patient_leaves(account_id uuid, reason text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
  cancelled integer := 0;
begin
  for appointment in
    select open.*
    from private.current_guardianships as own
    join public.appointments as open on open.patient_id = own.patient_id
    where own.account_id = cancel_as_patient_leaves.account_id
      and open.state in ('booked', 'waiting', 'calling')
      and open.starts_at > now() - private.waiting_room_closes_after()
      and not exists (
        select
        from private.current_guardianships as other
        join public.accounts as acting on acting.id = other.account_id and acting.active
        where other.patient_id = own.patient_id and other.account_id <> own.account_id
      )
    order by open.id
    for update of open
  loop
    perform private.cancel_as_administrator(appointment, reason);
    cancelled := cancelled + 1;
  end loop;
  return cancelled;
end
$$;

comment on function private.cancel_as_patient_leaves(uuid, text) is 'Cancels the appointments of patients for whom nobody but this account acts. Returns how many.';

create function private.end_all_sessions(account_id uuid) returns void
language sql
security definer
set search_path = ''
as $$ delete from auth.sessions where user_id = end_all_sessions.account_id $$;

comment on function private.end_all_sessions(uuid) is 'Signs an account out everywhere, at once.';

create function admin.deactivate_account(account_id uuid, reason text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant public.accounts := private.existing_account(account_id);
  appointment public.appointments;
  cancelled integer;
  ended integer := 0;
begin
  reason := private.needed_reason(reason);
  if not account.active then
    return format('%s was deactivated already.', private.account_name(account.id));
  end if;
  -- While the account is active: who is told must still be able to hear it.
  cancelled := case account.kind
    when 'doctor' then private.cancel_as_doctor_leaves(account.id, reason)
    else private.cancel_as_patient_leaves(account.id, reason)
  end;
  for appointment in
    select * from public.appointments as running
    where running.doctor_id = account.id and running.state = 'in_progress'
    for update
  loop
    perform private.end_as_administrator(appointment);
    ended := ended + 1;
  end loop;
  update public.notifications set state = 'withdrawn'
  where notifications.account_id = account.id and state = 'due' and leased_until is null
    and kind <> 'appointment_cancellation';
  update public.accounts set active = false where id = account.id;
  perform private.end_free_now(account.id);
  perform private.end_all_sessions(account.id);
  -- Begun by somebody else, perhaps: not to be finished after the account is reactivated.
  delete from private.email_changes where email_changes.account_id = account.id;
  perform private.audit_administrator('account_deactivated', (
    select patient_id from public.guardianships where guardianships.account_id = account.id and relation = 'self'
  ), details => jsonb_build_object('account_id', account.id));
  return format(
    '%s can no longer sign in%s. Appointments cancelled, their patients told: %s. Consultations ended: %s.',
    private.account_name(account.id), case account.kind when 'doctor' then ' and is no longer found' else '' end,
    cancelled, ended
  );
end
$$;

comment on function admin.deactivate_account(uuid, text) is 'Closes an account at once: sessions end, a doctor is unlisted, coming appointments are cancelled and the patients told with the reason. Nothing is deleted.';

create function admin.reactivate_account(account_id uuid, listed boolean default false) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant public.accounts := private.existing_account(account_id);
begin
  if exists (
    select from public.erasure_requests as request where request.account_id = account.id and request.decision = 'accepted'
  ) then
    raise exception 'This account was erased at the request of its owner, and cannot be opened again.' using errcode = '55000';
  end if;
  update public.accounts set active = true where id = account.id and not active;
  update public.doctors set listed = true
  where doctors.id = account.id and reactivate_account.listed and not doctors.listed;
  if not account.active then
    perform private.audit_administrator('account_reactivated', (
      select patient_id from public.guardianships where guardianships.account_id = account.id and relation = 'self'
    ), details => jsonb_build_object('account_id', account.id));
  end if;
  return format(
    '%s can sign in%s. What was cancelled stays cancelled.',
    private.account_name(account.id),
    case
      when account.kind <> 'doctor' then ''
      when (select doctors.listed from public.doctors where doctors.id = account.id) then ' and is found by patients'
      else ', but is not found by patients: admin.reactivate_account(id, listed => true)'
    end
  );
end
$$;

comment on function admin.reactivate_account(uuid, boolean) is 'Opens a deactivated account again; a doctor is found by patients only with listed => true. Cancelled appointments stay cancelled.';
