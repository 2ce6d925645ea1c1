-- What a guest is told after the invitation: that the appointment is at another time, or does not take place.

create function private.tell_guest(
  kind public.notification_kind, appointment public.appointments, due_at timestamptz default now()
) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  expected public.guests;
  waits boolean;
begin
  select * into expected from public.guests as guest
  where guest.appointment_id = appointment.id and guest.state in ('invited', 'waiting', 'admitted', 'left');
  if expected.id is null then
    return;
  end if;
  -- What has not left yet would tell the former time, or invite to nothing.
  update public.notifications set state = 'withdrawn'
  where notifications.guest_id = expected.id and state = 'due'
    and notifications.kind in ('guest_invitation', 'guest_appointment_moved');
  waits := found;
  -- A try whose outcome is not known may have reached them.
  if exists (
    select from public.notifications as earlier
    where earlier.guest_id = expected.id and earlier.first_tried_at is not null and earlier.state <> 'failed'
  ) then
    perform private.notify_guest(tell_guest.kind, expected, tell_guest.due_at);
  elsif waits and tell_guest.kind = 'guest_appointment_moved' then
    -- An invitation carries the time that holds when it leaves.
    perform private.notify_guest('guest_invitation', expected);
  end if;
end
$$;

comment on function private.tell_guest(public.notification_kind, public.appointments, timestamptz) is 'Tells the guest who is expected at an appointment that it was moved or cancelled, if the invitation may have reached them; one that still waits to be sent invites to the new time, or is withdrawn.';

create function private.move_guest_along(appointment public.appointments) returns void
language sql
security definer
set search_path = ''
as $$
  -- Who waited for the former time asks to come in again at the new one.
  update public.guests set state = 'invited', waiting_since = null
  where guests.appointment_id = appointment.id and state in ('waiting', 'admitted', 'left');
  select private.tell_guest('guest_appointment_moved', appointment)
$$;

comment on function private.move_guest_along(public.appointments) is 'The guest of an appointment that was moved is expected at the new time, and told so.';
