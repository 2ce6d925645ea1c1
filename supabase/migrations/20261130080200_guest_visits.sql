-- What our server does for a guest, who has no account: the link, bound to the first browser, and the way in.

create function public.add_guest_link(guest_id uuid, link_hash text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.guests
  set link_hashes = (link_hashes || link_hash)[greatest(1, cardinality(link_hashes) - 8):]
  where id = guest_id and state = 'invited'
  returning true
$$;

comment on function public.add_guest_link(uuid, text) is 'Keeps the hash of a token that goes out by e-mail or SMS, beside those that went out before; null when the guest no longer waits for one. For the service only.';

create function private.guest_page(guest public.guests) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'id', guest.id, 'name', guest.name, 'state', guest.state, 'appointment_id', appointment.id,
    'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at, 'now', now(),
    'opens_at', appointment.starts_at - private.waiting_room_opens_before(), 'waiting_since', guest.waiting_since,
    -- After the end nothing is left to wait for; the doctor may open again for a while, and the page asks again.
    'over', not private.may_have_guests(appointment), 'cancelled', appointment.state = 'cancelled',
    'talking', appointment.state = 'in_progress' and appointment.held_by = 'video',
    'reopened_at', appointment.reopened_at, 'resumed_at', appointment.resumed_at,
    'doctor', jsonb_build_object(
      'title', doctor.title, 'first_name', doctor.first_name, 'last_name', doctor.last_name, 'time_zone', doctor.time_zone
    )
  )
  from public.appointments as appointment
  join public.doctors as doctor on doctor.id = appointment.doctor_id
  where appointment.id = guest.appointment_id
$$;

comment on function private.guest_page(public.guests) is 'All that a guest learns: the doctor''s name, the time, and where they stand. Nothing about the patient.';

create function public.guest_of_link(link_hash text, browser_hash text) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select private.guest_page(guest) || jsonb_build_object(
    'link', case
      when guest.browser_hash is null then 'unused'
      when guest.browser_hash = guest_of_link.browser_hash then 'mine'
      else 'used'
    end
  )
  from public.guests as guest
  where guest_of_link.link_hash = any (guest.link_hashes)
$$;

comment on function public.guest_of_link(text, text) is 'What a link shows before it is used: nothing is used up here, since mail scanners open links, too. `link` is unused, mine (this browser has opened it) or used (another one has). Null for a link that is none of ours. For the service only.';

create function public.open_guest_link(link_hash text, browser_hash text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  known public.guests;
begin
  select * into known from public.guests as guest
  where open_guest_link.link_hash = any (guest.link_hashes)
  for update;
  if known.id is null or known.browser_hash is not null or known.state not in ('invited', 'left') then
    return coalesce(known.browser_hash = open_guest_link.browser_hash, false);
  end if;
  update public.guests set browser_hash = open_guest_link.browser_hash, opened_at = now() where id = known.id;
  return true;
end
$$;

comment on function public.open_guest_link(text, text) is 'Binds an unused link to the browser that opens it; false when another one was first, or the invitation stands no more. For the service only.';

create function public.release_guest_link(browser_hash text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  known public.guests;
begin
  select * into known from public.guests as guest
  where guest.browser_hash = release_guest_link.browser_hash
  for update;
  if known.id is null then
    return false; -- released already
  elsif known.state = 'waiting' then
    perform private.set_guest_state(known, 'leave', 'left');
  elsif known.state not in ('invited', 'left') then
    perform private.raise_error(409, 'guest_gone');
  end if;
  update public.guests set browser_hash = null where id = known.id;
  return true;
end
$$;

comment on function public.release_guest_link(text) is 'Gives the link back that a browser opened, so that another one may open it: only that browser asks, and not from within the call. Whoever waited has left. False when it has none. Errors: guest_gone. For the service only.';

create function public.guest_visit(browser_hash text) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select private.guest_page(guest)
  from public.guests as guest
  where guest.browser_hash = guest_visit.browser_hash
$$;

comment on function public.guest_visit(text) is 'Where the guest of a browser stands; null for a browser that opened no link. For the service only.';

create function public.move_guest(browser_hash text, act public.guest_act) returns public.guest_state
language plpgsql
security definer
set search_path = ''
as $$
declare
  known public.guests;
  theirs public.appointments;
begin
  select * into known from public.guests as guest where guest.browser_hash = move_guest.browser_hash for update;
  if known.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  select * into theirs from public.appointments as appointment where appointment.id = known.appointment_id;
  if act = 'arrive' and not private.may_have_guests(theirs) then
    perform private.raise_error(409, 'appointment_over');
  elsif act = 'arrive' and now() < theirs.starts_at - private.waiting_room_opens_before() then
    perform private.raise_error(409, 'waiting_room_closed');
  end if;
  return private.set_guest_state(known, act, case
    when act = 'arrive' and known.state in ('invited', 'left', 'waiting') then 'waiting'
    when act = 'arrive' and known.state = 'admitted' then 'admitted'
    when act = 'leave' and known.state in ('waiting', 'admitted', 'left') then 'left'
  end::public.guest_state);
end
$$;

comment on function public.move_guest(text, public.guest_act) is 'The guest of a browser asks to come in, or leaves. Errors: not_found, appointment_over, waiting_room_closed, guest_gone. For the service only.';

grant execute on function
  public.add_guest_link(uuid, text),
  public.guest_of_link(text, text),
  public.open_guest_link(text, text),
  public.release_guest_link(text),
  public.guest_visit(text),
  public.move_guest(text, public.guest_act)
to service_role;
