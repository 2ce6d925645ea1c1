-- Who administers: Studio (the role postgres) and the service. Nobody else has the schema.

grant usage on schema admin to service_role;
alter default privileges in schema admin grant execute on functions to service_role;
alter default privileges in schema admin grant select on tables to service_role;
grant select on admin.failed_notifications, admin.failed_deliveries, admin.refused_numbers to service_role;

create function private.audit_administrator(
  action text, patient_id uuid, appointment_id uuid default null, details jsonb default '{}'
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_log (account_kind, action, patient_id, appointment_id, details)
  values ('admin', action, patient_id, appointment_id, details)
$$;

comment on function private.audit_administrator(text, uuid, uuid, jsonb) is 'Writes one entry of the audit log for an administrator, who has no account of their own in Studio.';

create function private.account_name(account_id uuid) returns text
language sql
stable security definer
set search_path = ''
as $$
  select coalesce(nullif(concat_ws(' ', doctor.title, named.first_name, named.last_name), ''), users.email, account_name.account_id::text)
  from (select account_name.account_id as id) as asked
  left join private.account_names as named on named.account_id = asked.id
  left join public.doctors as doctor on doctor.id = asked.id
  left join auth.users on users.id = asked.id
$$;

comment on function private.account_name(uuid) is 'What a sentence for an administrator calls the person of an account.';

create function private.existing_account(account_id uuid) returns public.accounts
language plpgsql
security definer
set search_path = ''
as $$
declare
  account public.accounts;
begin
  select * into account from public.accounts where id = account_id for update;
  if account.id is null then
    raise exception 'There is no account %. Its id is in admin.directory (doctors), or in guardianships (who acts for a patient).', account_id
      using errcode = 'P0002';
  end if;
  return account;
end
$$;

comment on function private.existing_account(uuid) is 'An account, locked. Raises a sentence when there is none.';

create function private.needed_reason(reason text) returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(private.is_blank(reason), true) or length(reason) > 500 then
    raise exception 'Say why in reason, in at most 500 characters: the people concerned read it.' using errcode = '22023';
  end if;
  return btrim(reason);
end
$$;

comment on function private.needed_reason(text) is 'A reason without white space around it. Raises a sentence when it says nothing.';

create function private.cancel_as_administrator(appointment public.appointments, reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.appointments
  set state = 'cancelled', cancelled_at = now(), cancelled_by = 'admin', cancellation_reason = cancel_as_administrator.reason
  where id = appointment.id
  returning * into appointment;
  perform private.after_cancellation(appointment);
  perform private.audit_administrator('appointment_cancelled', appointment.patient_id, appointment.id);
end
$$;

comment on function private.cancel_as_administrator(public.appointments, text) is 'Cancels an appointment, frees its slot and tells whoever acts for the patient.';

create function private.end_as_administrator(appointment public.appointments) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.appointments set state = 'completed', ended_at = now() where id = appointment.id;
  perform private.audit_administrator('consultation_ended', appointment.patient_id, appointment.id);
end
$$;

comment on function private.end_as_administrator(public.appointments) is 'Ends a consultation. Both screens show it at once, and the doctor may open it again for five minutes.';

create function admin.cancel_appointment(appointment_id uuid, reason text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
begin
  reason := private.needed_reason(reason);
  select * into appointment from public.appointments where id = appointment_id for update;
  if appointment.id is null then
    raise exception 'There is no appointment %. Today''s are in admin.today.', appointment_id using errcode = 'P0002';
  elsif appointment.state = 'cancelled' then
    return 'It was cancelled already.';
  elsif appointment.state not in ('booked', 'waiting', 'calling') then
    raise exception 'It is % and cannot be cancelled any more.%', appointment.state,
      case appointment.state when 'in_progress' then ' A consultation that hangs is ended by admin.end_consultation(id).' else '' end
      using errcode = '55000';
  end if;
  perform private.cancel_as_administrator(appointment, reason);
  return 'Cancelled. The patient is told by SMS and e-mail, and the slot is free again.';
end
$$;

comment on function admin.cancel_appointment(uuid, text) is 'Cancels an appointment for the helpdesk, for instance when a patient telephones. The patient reads the reason.';

create function admin.end_consultation(appointment_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
begin
  select * into appointment from public.appointments where id = appointment_id for update;
  if appointment.id is null then
    raise exception 'There is no appointment %. Today''s are in admin.today.', appointment_id using errcode = 'P0002';
  elsif appointment.state = 'completed' then
    return 'It was ended already.';
  elsif appointment.state <> 'in_progress' then
    raise exception 'It is %, not in progress: there is nothing to end. admin.cancel_appointment(id, reason) cancels.', appointment.state
      using errcode = '55000';
  end if;
  perform private.end_as_administrator(appointment);
  return 'Ended. The doctor can call the next patient, and may open this one again for five minutes.';
end
$$;

comment on function admin.end_consultation(uuid) is 'Ends a consultation that hangs and keeps the doctor from calling anybody else.';
