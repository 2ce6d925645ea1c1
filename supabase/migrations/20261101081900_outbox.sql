-- Working the outbox: any number of workers, each message once.

create function public.claim_notifications(batch integer default 20, lease_seconds integer default 60)
returns setof jsonb
language sql
security definer
set search_path = ''
as $$
  with due as (
    select id
    from public.notifications
    where state = 'due' and due_at <= now() and (leased_until is null or leased_until < now())
    order by due_at
    limit batch
    for update skip locked
  ),
  claimed as (
    update public.notifications as notification
    set leased_until = now() + make_interval(secs => lease_seconds),
      lease = gen_random_uuid(),
      attempts = attempts + 1
    from due
    where notification.id = due.id
    returning notification.*
  )
  select jsonb_build_object(
    'id', claimed.id, 'lease', claimed.lease, 'kind', claimed.kind, 'channel', claimed.channel,
    'language', claimed.language, 'attempts', claimed.attempts,
    'account_id', account.id, 'phone', account.phone, 'email', users.email,
    'first_name', coalesce(patient.first_name, own_doctor.first_name),
    'last_name', coalesce(patient.last_name, own_doctor.last_name),
    'appointment', case when appointment.id is not null then jsonb_build_object(
      'id', appointment.id, 'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at,
      'state', appointment.state, 'language', appointment.language, 'booked_at', appointment.booked_at,
      'updated_at', appointment.updated_at, 'cancelled_by', appointment.cancelled_by,
      'cancellation_reason', appointment.cancellation_reason,
      'doctor', private.doctor_card(doctor)
    ) end
  )
  from claimed
  join public.accounts as account on account.id = claimed.account_id
  join auth.users on users.id = account.id
  left join public.patients as patient on patient.id = account.id
  left join public.doctors as own_doctor on own_doctor.id = account.id
  left join public.appointments as appointment on appointment.id = claimed.appointment_id
  left join public.doctors as doctor on doctor.id = appointment.doctor_id
  order by claimed.due_at
$$;

comment on function public.claim_notifications(integer, integer) is 'Leases due notifications with all that is needed to write them. For the service only.';

create function public.settle_notification(id uuid, lease uuid, carrier_id text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set state = 'sent', sent_at = now(), carrier_id = settle_notification.carrier_id, leased_until = null, lease = null, last_error = null
  where notification.id = settle_notification.id and notification.lease = settle_notification.lease
  returning true
$$;

comment on function public.settle_notification(uuid, uuid, text) is 'The carrier took it. Null when the lease was lost. For the service only.';

create function public.postpone_notification(id uuid, lease uuid, reason text, permanent boolean default false) returns public.notification_state
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set leased_until = null,
    lease = null,
    last_error = left(reason, 500),
    state = case when permanent or attempts >= 8 then 'failed' else 'due' end::public.notification_state,
    -- 1, 4, 16, 64, 256, 360, 360 minutes
    due_at = now() + least(interval '6 hours', interval '1 minute' * power(4, attempts - 1))
  where notification.id = postpone_notification.id and notification.lease = postpone_notification.lease
  returning state
$$;

comment on function public.postpone_notification(uuid, uuid, text, boolean) is 'A try failed: again later (1 min to 6 h, 8 tries), or never when permanent. For the service only.';

create function public.notification_reported(carrier_id text, delivered boolean, reason text default null) returns void
language sql
security definer
set search_path = ''
as $$
  update public.notifications as notification
  set state = case when delivered then 'delivered' else 'failed' end::public.notification_state,
    last_error = left(reason, 500)
  where notification.carrier_id = notification_reported.carrier_id and state = 'sent'
$$;

comment on function public.notification_reported(text, boolean, text) is 'The carrier reports what became of a message. For the service only.';

grant execute on function
  public.claim_notifications(integer, integer),
  public.settle_notification(uuid, uuid, text),
  public.postpone_notification(uuid, uuid, text, boolean),
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

create function admin.retry_notification(id uuid) returns void
language sql
set search_path = ''
as $$
  update public.notifications
  set state = 'due', due_at = now(), attempts = 0, leased_until = null, lease = null
  where notifications.id = retry_notification.id and state = 'failed'
$$;

comment on function admin.retry_notification(uuid) is 'Sends a failed notification again.';
