-- What carriers say on their own account, and what no longer needs to be said.

create function public.notification_accepted(id uuid, carrier_id text) returns void
language sql
security definer
set search_path = ''
as $$
  -- The worker that handed it over died or gave up waiting: without this it would be sent again.
  update public.notifications as notification
  set state = 'sent', sent_at = now(), carrier_id = notification_accepted.carrier_id,
    leased_until = null, lease = null, last_error = null
  where notification.id = notification_accepted.id and state = 'due'
$$;

comment on function public.notification_accepted(uuid, text) is 'The carrier reports on a message that still counts as due: it has it. For the service only.';

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
