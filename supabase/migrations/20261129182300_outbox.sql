-- Working the outbox: any number of workers, each message once.

create view private.account_names as
select account.id as account_id, patient.id as patient_id, coalesce(doctor.first_name, patient.first_name) as first_name,
  coalesce(doctor.last_name, patient.last_name) as last_name
from public.accounts as account
left join public.doctors as doctor on doctor.id = account.id
left join public.guardianships as own on own.account_id = account.id and own.relation = 'self'
left join public.patients as patient on patient.id = own.patient_id;

comment on view private.account_names is 'What the person of an account is called: as doctor, or in their own record.';

create function private.acts_for(account_id uuid, patient_id uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (
    select from private.current_guardianships as guardianship
    where guardianship.account_id = acts_for.account_id and guardianship.patient_id = acts_for.patient_id
  )
$$;

comment on function private.acts_for(uuid, uuid) is 'Whether an account acts for a patient now.';

create function public.claim_notifications(batch integer default 20, lease_seconds integer default 60)
returns setof jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.write_due_reminders(batch);
  return query
  with due as (
    select notification.id,
      case
        when notification.kind = 'email_link' then exists (
          select from private.email_changes as change
          where change.account_id = notification.account_id and private.waits(change)
        )
        when notification.kind = 'guest_appointment_cancellation'
          then guest.state in ('invited', 'waiting', 'admitted', 'left')
        -- Whoever is back needs no message, however late it comes to be sent.
        when notification.kind = 'consultation_reopened'
          then private.is_reopened(appointment) and private.acts_for(notification.account_id, appointment.patient_id)
        when notification.guest_id is not null
          then guest.state = 'invited' and (notification.kind <> 'guest_invitation' or guest.opened_at is null)
        else appointment.id is null or private.acts_for(notification.account_id, appointment.patient_id)
      end as stands
    from public.notifications as notification
    left join public.guests as guest on guest.id = notification.guest_id
    left join public.appointments as appointment on appointment.id = notification.appointment_id
    where notification.state = 'due' and due_at <= now() and (leased_until is null or leased_until < now())
    order by due_at
    limit batch
    for update of notification skip locked
  ),
  stale as (
    -- Planned for somebody who no longer acts for the patient, or a guest who is not wanted any more. Asked of these few only: of all that are due it took
    -- longer than sending them.
    update public.notifications as notification
    set state = 'withdrawn', leased_until = null, lease = null
    from due
    where notification.id = due.id and not due.stands
  ),
  claimed as (
    update public.notifications as notification
    set leased_until = now() + make_interval(secs => lease_seconds),
      lease = gen_random_uuid(),
      attempts = attempts + 1,
      first_tried_at = coalesce(first_tried_at, now())
    from due
    where notification.id = due.id and due.stands
    returning notification.*
  )
  select jsonb_build_object(
    'id', claimed.id, 'lease', claimed.lease, 'kind', claimed.kind, 'channel', claimed.channel,
    'language', claimed.language, 'attempts', claimed.attempts, 'first_tried_at', claimed.first_tried_at,
    'account_id', account.id, 'sign_up_id', sign_up.id, 'guest_id', guest.id, 'role', guest.role, 'change_id', change.id,
    'phone', case when claimed.channel = 'sms' then coalesce(claimed.former_address, account.phone, guest.phone) else coalesce(account.phone, sign_up.phone, '') end,
    'email', case when claimed.channel = 'email' then coalesce(claimed.former_address, change.email, users.email, sign_up.email, guest.email) else coalesce(users.email, '') end,
    'first_name', coalesce(recipient.first_name, sign_up.first_name, guest.name, ''),
    'last_name', coalesce(recipient.last_name, sign_up.last_name, ''),
    'reason', (select reason from public.erasure_requests where erasure_requests.id = claimed.erasure_request_id),
    'appointment', case when appointment.id is not null then jsonb_build_object(
      'id', appointment.id, 'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at,
      'state', appointment.state, 'language', appointment.language, 'booked_at', appointment.booked_at,
      'updated_at', appointment.updated_at, 'cancelled_by', appointment.cancelled_by,
      'cancellation_reason', appointment.cancellation_reason,
      'moves', appointment.moves, 'moved_from', appointment.moved_from, 'offer', private.offer_of(appointment.id),
      'patient', jsonb_build_object(
        'first_name', patient.first_name, 'last_name', patient.last_name,
        'own', patient.id is not distinct from recipient.patient_id
      ),
      'doctor', private.doctor_card(doctor)
    ) end
  )
  from claimed
  left join public.accounts as account on account.id = claimed.account_id
  left join auth.users on users.id = account.id
  left join private.sign_ups as sign_up on sign_up.id = claimed.sign_up_id
  left join public.guests as guest on guest.id = claimed.guest_id
  left join private.email_changes as change on change.account_id = account.id and claimed.kind = 'email_link'
  left join private.account_names as recipient on recipient.account_id = account.id
  left join public.appointments as appointment on appointment.id = claimed.appointment_id
  left join public.patients as patient on patient.id = appointment.patient_id
  left join public.doctors as doctor on doctor.id = appointment.doctor_id
  order by claimed.due_at;
end
$$;

comment on function public.claim_notifications(integer, integer) is 'Writes the reminders that are due, and leases due notifications with all that is needed to write them. For the service only.';

create function public.mark_notification_sent(id uuid, lease uuid, provider_message_id text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set state = 'sent', sent_at = now(), provider_message_id = mark_notification_sent.provider_message_id, leased_until = null, lease = null, last_error = null
  where notification.id = mark_notification_sent.id and notification.lease = mark_notification_sent.lease
  returning true
$$;

comment on function public.mark_notification_sent(uuid, uuid, text) is 'The provider took it. Null when the lease was lost. For the service only.';

create function private.retry_after(attempts integer) returns interval
language sql
immutable
set search_path = ''
as $$
  -- 1, 4, 16, 64, 256, 360, 360 minutes
  select least(interval '6 hours', interval '1 minute' * power(4, attempts - 1))
$$;

comment on function private.retry_after(integer) is 'How long a message waits after so many failed tries: notifications and documents alike.';

create function public.schedule_notification_retry(id uuid, lease uuid, reason text, permanent boolean default false) returns public.notification_state
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set leased_until = null,
    lease = null,
    last_error = left(reason, 500),
    state = case when permanent or attempts >= 8 then 'failed' else 'due' end::public.notification_state,
    due_at = now() + private.retry_after(attempts)
  where notification.id = schedule_notification_retry.id and notification.lease = schedule_notification_retry.lease
  returning state
$$;

comment on function public.schedule_notification_retry(uuid, uuid, text, boolean) is 'A try failed: again later (1 min to 6 h, 8 tries), or never when permanent. For the service only.';

create function public.notification_reported(provider_message_id text, delivered boolean, reason text default null) returns void
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set state = case when delivered then 'delivered' else 'failed' end::public.notification_state,
    last_error = left(reason, 500)
  where notification.provider_message_id = notification_reported.provider_message_id and state = 'sent'
$$;

comment on function public.notification_reported(text, boolean, text) is 'The provider reports what became of a message. For the service only.';

grant execute on function
  public.claim_notifications(integer, integer),
  public.mark_notification_sent(uuid, uuid, text),
  public.schedule_notification_retry(uuid, uuid, text, boolean),
  public.notification_reported(text, boolean, text)
to service_role;

create view admin.failed_notifications as
select
  notification.id, notification.kind, notification.channel, notification.attempts, notification.last_error,
  notification.updated_at as failed_at, notification.account_id, notification.appointment_id
from public.notifications as notification
where notification.state = 'failed'
order by notification.updated_at desc;

comment on view admin.failed_notifications is 'SMS and e-mails that wait for a person.';

create function admin.retry_notification(id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  notification public.notifications;
begin
  select * into notification from public.notifications where notifications.id = retry_notification.id for update;
  if notification.state is distinct from 'failed' then
    raise exception 'There is no failed message %. They are in admin.failed_notifications.', retry_notification.id
      using errcode = 'P0002';
  elsif notification.kind = 'password_link' then
    raise exception 'The link in this message was not kept. The person asks for another one on the sign-in page.'
      using errcode = '55000';
  end if;
  update public.notifications
  set state = 'due', due_at = now(), attempts = 0, first_tried_at = null, leased_until = null, lease = null
  where notifications.id = notification.id;
  return 'It is sent again within a minute.';
end
$$;

comment on function admin.retry_notification(uuid) is 'Sends a failed notification again; not a link of Auth''s, which is not kept: its owner asks for another.';

create function public.note_auth_email(
  id uuid, account_id uuid, kind public.notification_kind, provider_message_id text default null, reason text default null
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (
    id, kind, channel, account_id, language, state, attempts, provider_message_id, last_error, sent_at
  )
  select note_auth_email.id, note_auth_email.kind, 'email', account.id, account.language,
    case when reason is null then 'sent' else 'failed' end::public.notification_state,
    1, note_auth_email.provider_message_id, left(reason, 500), case when reason is null then now() end
  from public.accounts as account
  where account.id = note_auth_email.account_id
$$;

comment on function public.note_auth_email(uuid, uuid, public.notification_kind, text, text) is 'Auth had an e-mail with a link sent past the outbox: noted, so that the provider''s report of a bounce has its place. Without a reason it was sent. For the service only.';
grant execute on function public.note_auth_email(uuid, uuid, public.notification_kind, text, text) to service_role;

create function public.notification_accepted(id uuid, provider_message_id text) returns void
language sql
security definer
set search_path = ''
as $$
  -- The worker that handed it over died or gave up waiting: without this it would be sent again.
  update public.notifications as notification
  set state = 'sent', sent_at = now(), provider_message_id = notification_accepted.provider_message_id,
    leased_until = null, lease = null, last_error = null
  where notification.id = notification_accepted.id and state = 'due'
$$;

comment on function public.notification_accepted(uuid, text) is 'The provider reports on a message that still counts as due: it has it. For the service only.';

create function public.withdraw_notification(id uuid, lease uuid) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set state = 'withdrawn', leased_until = null, lease = null
  where notification.id = withdraw_notification.id and notification.lease = withdraw_notification.lease
  returning true
$$;

comment on function public.withdraw_notification(uuid, uuid) is 'What a leased notification tells is no longer so. Null when the lease was lost. For the service only.';

grant execute on function
  public.notification_accepted(uuid, text),
  public.withdraw_notification(uuid, uuid)
to service_role;
