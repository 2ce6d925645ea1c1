-- Free now: a doctor offers to take somebody at once, and it ends by itself.
--
-- free_now_until is what patients see. While the doctor's page is open it is moved on, a few minutes at a time, up to
-- free_now_wanted_until; whoever leaves, or whose computer dies, is no longer offered soon after.

create function private.end_free_now(doctor_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update public.doctors
  set free_now_until = null, free_now_since = null, free_now_wanted_until = null
  where id = end_free_now.doctor_id and (free_now_until is not null or free_now_wanted_until is not null)
$$;

comment on function private.end_free_now(uuid) is 'Switches free now off.';

create function public.set_free_now(minutes integer) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
begin
  if coalesce(minutes, 0) <= 0 then
    perform private.end_free_now(mine);
    return null;
  end if;
  if minutes > 720 then
    perform private.raise_error(400, 'free_now_too_long');
  end if;
  update public.doctors
  set free_now_since = now(), free_now_wanted_until = now() + make_interval(mins => minutes),
    free_now_until = now() + make_interval(mins => minutes)
  where id = mine;
  return now() + make_interval(mins => minutes);
end
$$;

comment on function public.set_free_now(integer) is 'Offers the doctor who asks at once for so many minutes, twelve hours at most; 0 ends it. Returns until when. Errors: doctors_only, free_now_too_long.';
grant execute on function public.set_free_now(integer) to authenticated;

create function public.keep_free_now() returns timestamptz
language sql
security definer
set search_path = ''
as $$
  update public.doctors
  set free_now_until = least(free_now_wanted_until, now() + interval '3 minutes')
  where id = (select private.verified_uid()) and free_now_wanted_until > now()
  returning free_now_wanted_until
$$;

comment on function public.keep_free_now() is 'The page of a doctor who is free now is open: they stay offered for three minutes more, never longer than they wanted. Returns until when they want to be; null when free now is off.';
grant execute on function public.keep_free_now() to authenticated;

create function public.end_abandoned_free_now() returns integer
language sql
security definer
set search_path = ''
as $$
  with ended as (
    update public.doctors
    set free_now_until = null, free_now_since = null, free_now_wanted_until = null
    where free_now_wanted_until is not null and coalesce(free_now_until, '-infinity') <= now()
    returning 1
  )
  select count(*)::integer from ended
$$;

comment on function public.end_abandoned_free_now() is 'Ends free now of doctors who have left or whose time is over. Returns how many. For the service only.';
grant execute on function public.end_abandoned_free_now() to service_role;

create function private.patient_ends_free_now() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.end_free_now(new.doctor_id);
  return null;
end
$$;

comment on function private.patient_ends_free_now() is 'Trigger: a doctor whose booked patient has come is not free now.';

create trigger appointments_end_free_now after update of state on public.appointments
  for each row when (old.state = 'booked' and new.state = 'waiting')
  execute function private.patient_ends_free_now();

create trigger doctors_next_slots_free_now
  after update of free_now_wanted_until on public.doctors
  for each row when (old.free_now_wanted_until is distinct from new.free_now_wanted_until)
  execute function private.follow_doctor();
