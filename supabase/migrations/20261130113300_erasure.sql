-- Erasing an account: it is closed as deactivation does, and what need not be kept goes. The medical record stays with
-- the patient's identity (docs/decisions/0017-what-an-erasure-erases.md).

alter table public.accounts drop constraint "Phone numbers are E.164",
  add constraint "Phone numbers are E.164, and only an erased account has none" check (
    phone ~ '^\+[1-9][0-9]{6,14}$' or (phone = '' and not active)
  );

create function private.erased_address(account_id uuid) returns text
language sql
immutable
set search_path = ''
as $$
  select account_id || '@erased.invalid'
$$;

comment on function private.erased_address(uuid) is 'What stands in the place of the address of an erased account. No mail can reach it (RFC 2606), and its own is free for another account.';

create function private.erase_credentials(account_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.end_all_sessions(account_id);
  delete from auth.mfa_factors where user_id = account_id;
  delete from auth.one_time_tokens where user_id = account_id;
  delete from private.wrong_codes where user_id = account_id;
  delete from private.opened_links where user_id = account_id;
  perform public.announce_credential_change(account_id, credential)
  from unnest(enum_range(null::public.credential)) as credential;
  update auth.users
  set email = private.erased_address(account_id), encrypted_password = '', phone = null, raw_user_meta_data = '{}',
    phone_change = '', email_change = '', confirmation_token = '', recovery_token = '', email_change_token_new = '',
    email_change_token_current = '', phone_change_token = '', reauthentication_token = '', updated_at = now()
  where id = account_id;
  update auth.identities
  set identity_data = jsonb_build_object('sub', account_id, 'email', private.erased_address(account_id), 'email_verified', false)
  where user_id = account_id;
  delete from private.credential_tickets where user_id = account_id;
  update public.accounts set phone = '' where id = account_id;
end
$$;

comment on function private.erase_credentials(uuid) is 'Address, number, password and sessions of an account go; the user stays, because the record refers to it.';

create function private.erase_traces(account_id uuid, address text) returns void
language sql
security definer
set search_path = ''
as $$
  delete from private.drafts where drafts.account_id = erase_traces.account_id;
  delete from private.sign_ups where sign_ups.account_id = erase_traces.account_id or email = address;
  delete from private.email_changes where email_changes.account_id = erase_traces.account_id;
  delete from private.phone_changes where phone_changes.account_id = erase_traces.account_id;
  delete from private.sms_refusals where sms_refusals.account_id = erase_traces.account_id;
  delete from public.push_subscriptions where push_subscriptions.account_id = erase_traces.account_id;
  delete from public.message_settings where message_settings.account_id = erase_traces.account_id;
  -- What was due, that the number changed among it, would find nobody; the cancelled appointments are in the last e-mail.
  delete from public.notifications where notifications.account_id = erase_traces.account_id and state = 'due';
  update public.notifications set former_address = null
  where notifications.account_id = erase_traces.account_id and former_address is not null;
  delete from public.document_deliveries as delivery
  where delivery.account_id = erase_traces.account_id and recipient = 'patient' and state = 'waiting';
  -- Files of consultations that nobody opened are in no record (specification 5.7). Their bytes follow within a day:
  -- what has no message any more is removed like what was never sent.
  delete from public.messages as message
  using public.attachments as attachment
  where attachment.id = message.id and attachment.author_id = erase_traces.account_id
    and attachment.appointment_id is not null
    and not exists (select from public.attachment_openings where attachment_id = attachment.id);
$$;

comment on function private.erase_traces(uuid, text) is 'Removes what an account left beside the records: unsent forms, browsers to tell, settings, what was due, files that nobody opened.';

create function private.erase_from_record(account_id uuid, patient_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.feedback
  using public.appointments as appointment
  where appointment.id = feedback.appointment_id
    and (appointment.patient_id = erase_from_record.patient_id or appointment.booked_by = erase_from_record.account_id);
  update public.appointments set telephone = null
  where appointments.patient_id = erase_from_record.patient_id and telephone is not null;
  update public.guardianships as ended
  set until = greatest(since, now()), reason = 'The account was erased.'
  where ended.account_id = erase_from_record.account_id and (until is null or until > now());
  -- Somebody else who acts for the patient goes on with the record as it is.
  update public.patients
  set street = '–', postal_code = '–', city = '–', pharmacy_id = null, laboratory_id = null
  where id = erase_from_record.patient_id and not exists (
    select from private.current_guardianships as other
    join public.accounts as acting on acting.id = other.account_id and acting.active
    where other.patient_id = erase_from_record.patient_id
  );
end
$$;

comment on function private.erase_from_record(uuid, uuid) is 'Ends what an account may do, and removes from its own record what is not medical: where the person lives, pharmacy and laboratory of choice, feedback.';

create function private.open_erasure_request(request_id uuid) returns public.erasure_requests
language plpgsql
security definer
set search_path = ''
as $$
declare
  request public.erasure_requests;
begin
  select * into request from public.erasure_requests where id = request_id for update;
  if request.id is null then
    raise exception 'There is no request %. They are in admin.erasure_requests.', request_id using errcode = 'P0002';
  elsif request.withdrawn_at is not null then
    raise exception 'The person withdrew this request on %.', request.withdrawn_at::date using errcode = '55000';
  end if;
  return request;
end
$$;

comment on function private.open_erasure_request(uuid) is 'A request for erasure that was not withdrawn, locked. Raises a sentence when there is none.';

create function admin.accept_erasure(request_id uuid, reason text default null) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  request public.erasure_requests := private.open_erasure_request(request_id);
  own constant uuid := (
    select patient_id from public.guardianships where account_id = request.account_id and relation = 'self'
  );
  address constant text := (select email from auth.users where id = request.account_id);
begin
  reason := case when reason is not null then private.needed_reason(reason) end;
  if request.decision is not null then
    return format('It was %s already.', request.decision);
  end if;
  if exists (
    select from public.appointments as running
    join private.current_guardianships as guardianship on guardianship.patient_id = running.patient_id
    where guardianship.account_id = request.account_id and running.state in ('calling', 'in_progress')
  ) then
    raise exception 'The person is in a consultation now. Accept the request when it is over.' using errcode = '55000';
  end if;
  perform admin.deactivate_account(request.account_id, 'The patient had their account erased.');
  perform private.erase_credentials(request.account_id);
  perform private.erase_traces(request.account_id, address);
  perform private.erase_from_record(request.account_id, own);
  update public.erasure_requests
  set decided_at = now(), decision = 'accepted', reason = accept_erasure.reason
  where id = request.id
  returning * into request;
  perform private.notify_erasure('erasure_accepted', request, address);
  perform private.audit_administrator('erasure_accepted', own, details => jsonb_build_object('request_id', request.id));
  return 'Erased: the account is closed, and its address can sign up again. The medical record stays. The person is told by e-mail.';
end
$$;

comment on function admin.accept_erasure(uuid, text) is 'Erases an account as its owner asked: coming appointments are cancelled, nobody can sign in, what is not part of the medical record goes. Cannot be taken back. The person reads the reason, if there is one.';

create function admin.decline_erasure(request_id uuid, reason text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  request public.erasure_requests := private.open_erasure_request(request_id);
begin
  reason := private.needed_reason(reason);
  if request.decision is not null then
    return format('It was %s already.', request.decision);
  end if;
  update public.erasure_requests
  set decided_at = now(), decision = 'declined', reason = decline_erasure.reason
  where id = request.id
  returning * into request;
  perform private.notify_erasure('erasure_declined', request);
  perform private.audit_administrator('erasure_declined', (
    select patient_id from public.guardianships where account_id = request.account_id and relation = 'self'
  ), details => jsonb_build_object('request_id', request.id));
  return 'Declined. The person is told by e-mail, with the reason.';
end
$$;

comment on function admin.decline_erasure(uuid, text) is 'Declines a request for erasure. The person reads the reason.';

create view admin.erasure_requests as
select
  request.id, request.requested_at,
  case when request.withdrawn_at is not null then 'withdrawn' else coalesce(request.decision::text, 'open') end as state,
  left(patient.first_name, 1) || left(patient.last_name, 1) as patient, request.account_id,
  (
    select count(*) from public.appointments as coming
    where coming.patient_id = patient.id and coming.state = 'booked' and coming.starts_at > now()
  ) as coming_appointments,
  (
    select count(*) from private.current_guardianships as other
    where other.patient_id = patient.id and other.account_id <> request.account_id
  ) as others_who_act,
  (
    select count(*) from private.current_guardianships as dependant
    where dependant.account_id = request.account_id and dependant.relation <> 'self'
  ) as dependants,
  request.withdrawn_at, request.decided_at, request.reason
from public.erasure_requests as request
left join public.guardianships as own on own.account_id = request.account_id and own.relation = 'self'
left join public.patients as patient on patient.id = own.patient_id
order by request.withdrawn_at is not null or request.decided_at is not null, request.requested_at;

comment on view admin.erasure_requests is 'Who wants their account erased: the open requests first, the oldest first. Decided by admin.accept_erasure(id) and admin.decline_erasure(id, reason).';
comment on column admin.erasure_requests.others_who_act is 'How many others act for the patient: they keep the record, and its appointments stand.';
comment on column admin.erasure_requests.dependants is 'For how many others the account acts: nobody else may be there for them.';
