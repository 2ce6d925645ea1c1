-- Offering what is free to the waiting list, and what people do there.

create function private.offer_earlier_slots(doctor_id uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor public.doctors;
  line uuid[];
  free tstzrange[];
  place private.waiting_list;
  mine public.appointments;
  suitable tstzrange;
  offered integer := 0;
begin
  -- An appointment that is being changed at this moment is left for the next round: waiting for it could be for ever.
  line := array(
    select appointment.id
    from private.waiting_list as waiting
    join public.appointments as appointment on appointment.id = waiting.appointment_id
    where waiting.doctor_id = offer_earlier_slots.doctor_id
      and appointment.state = 'booked' and appointment.starts_at > now()
    order by waiting.joined_at
    for key share of appointment skip locked
  );
  if cardinality(line) = 0 then
    return 0;
  end if;
  perform from private.next_slots as known where known.doctor_id = offer_earlier_slots.doctor_id for update;
  select * into doctor from public.doctors where id = offer_earlier_slots.doctor_id;
  update private.slot_offers as offer set ended_at = held_until
  where offer.doctor_id = offer_earlier_slots.doctor_id and ended_at is null and held_until <= now();
  for place in select * from private.waiting_list where appointment_id = any (line) order by joined_at loop
    select * into mine from public.appointments where id = place.appointment_id;
    free := array(
      select slot
      from private.free_slots(doctor, now() + private.slot_offered_ahead(), mine.starts_at, private.minutes_of(mine)) as slot
    );
    update private.waiting_list
    set free_before = free_before * coalesce((select range_agg(slot) from unnest(free) as slot), '{}')
    where appointment_id = place.appointment_id
    returning * into place;
    -- At night nobody is woken: what is free in the morning is offered then.
    continue when private.in_quiet_hours(now(), doctor.time_zone);
    continue when exists (
      select from private.slot_offers where appointment_id = place.appointment_id and ended_at is null
    );
    select slot into suitable
    from unnest(free) as slot
    where extract(isodow from lower(slot) at time zone doctor.time_zone) = any (place.weekdays)
      and (lower(slot) at time zone doctor.time_zone)::time >= place.from_time
      -- As hours since midnight: the end of a slot at 23:50 is 24:00 and not 00:00.
      and (lower(slot) at time zone doctor.time_zone)::time::interval + (upper(slot) - lower(slot)) <= place.to_time::interval
      and not place.free_before @> slot
      and not exists (
        select from private.slot_offers as before
        where before.appointment_id = place.appointment_id and before.during = slot
      )
      and not exists (
        select from public.appointments as other
        where other.patient_id = mine.patient_id and other.id <> mine.id and other.state <> 'cancelled'
          and other.during && slot
      )
    order by slot
    limit 1;
    if suitable is not null then
      insert into private.slot_offers (appointment_id, doctor_id, during, held_until)
      values (mine.id, doctor.id, suitable, now() + private.slot_held_for());
      perform private.notify_guardians('earlier_slot', mine);
      perform private.audit('earlier_slot_offered', mine.patient_id, mine.id);
      offered := offered + 1;
    end if;
  end loop;
  return offered;
end
$$;

comment on function private.offer_earlier_slots(uuid) is 'Ends holds of a doctor''s slots whose time is over, and holds each free slot for the first in line whom it suits and who was not asked yet. Returns how many were offered.';

create function public.offer_earlier_slots(after uuid default null, batch integer default 50)
returns table (offered integer, last_doctor_id uuid)
language plpgsql
security definer
set search_path = ''
as $$
declare
  waited_for uuid[];
begin
  offered := 0;
  -- One round at a time: each locks the agendas of several doctors.
  if not pg_try_advisory_xact_lock(hashtext('offer_earlier_slots')) then
    return next;
    return;
  end if;
  waited_for := array(
    select distinct place.doctor_id from private.waiting_list as place
    where after is null or place.doctor_id > after
    order by 1
    limit batch
  );
  delete from private.waiting_list as place
  using public.appointments as appointment
  where appointment.id = place.appointment_id and place.doctor_id = any (waited_for)
    and (appointment.starts_at <= now() or (appointment.state <> 'booked' and appointment.updated_at < now() - interval '1 minute'));
  foreach last_doctor_id in array waited_for loop
    offered := offered + private.offer_earlier_slots(last_doctor_id);
  end loop;
  if cardinality(waited_for) < batch then
    last_doctor_id := null;
  end if;
  return next;
end
$$;

comment on function public.offer_earlier_slots(uuid, integer) is 'Goes through the waiting list, so many doctors at once, those after one id: ends holds whose time is over, offers what is free, removes whom it no longer concerns. Returns how many slots were offered, and the last doctor''s id; null when none is left. For the service only.';
grant execute on function public.offer_earlier_slots(uuid, integer) to service_role;

create function public.join_waiting_list(appointment_id uuid, weekdays integer[], from_time time, to_time time)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.appointments := private.appointment_to_move(appointment_id);
begin
  if mine.state <> 'booked' or mine.starts_at <= now() then
    perform private.raise_error(409, 'too_late_to_move');
  end if;
  insert into private.waiting_list as place (appointment_id, doctor_id, weekdays, from_time, to_time, free_before)
  values (
    mine.id, mine.doctor_id, join_waiting_list.weekdays, join_waiting_list.from_time, join_waiting_list.to_time,
    coalesce((
      select range_agg(slot)
      from public.doctors as doctor
      cross join private.free_slots(doctor, now(), mine.starts_at, private.minutes_of(mine)) as slot
      where doctor.id = mine.doctor_id
    ), '{}')
  )
  on conflict on constraint waiting_list_pkey do update
  set weekdays = excluded.weekdays, from_time = excluded.from_time, to_time = excluded.to_time;
exception
  when check_violation or not_null_violation then
    perform private.raise_error(400, 'hours_invalid');
end
$$;

comment on function public.join_waiting_list(uuid, integer[], time, time) is 'Puts an appointment of a patient of whoever asks on the waiting list for something earlier, on these weekdays (ISO) between these local times; one that is there keeps its place and changes what suits. Errors: not_found, patients_only, too_late_to_move, hours_invalid.';
grant execute on function public.join_waiting_list(uuid, integer[], time, time) to authenticated;

create function public.leave_waiting_list(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.appointments := private.appointment_to_move(appointment_id);
begin
  delete from private.waiting_list as place where place.appointment_id = mine.id;
  perform private.offer_earlier_slots(mine.doctor_id);
end
$$;

comment on function public.leave_waiting_list(uuid) is 'Takes an appointment off the waiting list; one that is not there is no error. What was held for it goes to the next. Errors: not_found, patients_only.';
grant execute on function public.leave_waiting_list(uuid) to authenticated;

create function public.decline_earlier_slot(appointment_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.appointments := private.appointment_to_move(appointment_id);
begin
  update private.slot_offers as offer set ended_at = now() where offer.appointment_id = mine.id and ended_at is null;
  perform private.offer_earlier_slots(mine.doctor_id);
end
$$;

comment on function public.decline_earlier_slot(uuid) is 'Gives back the slot that is held for an appointment; its place in line stays. Errors: not_found, patients_only.';
grant execute on function public.decline_earlier_slot(uuid) to authenticated;

create function private.offer_of(appointment_id uuid) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select jsonb_build_object('starts_at', lower(during), 'ends_at', upper(during), 'held_until', held_until)
  from private.slot_offers as offer
  where offer.appointment_id = offer_of.appointment_id and ended_at is null and held_until > now()
$$;

comment on function private.offer_of(uuid) is 'The slot that is held for an appointment at this moment; null when there is none.';

create function private.waiting_list_of(appointment_id uuid) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'weekdays', weekdays, 'from_time', left(from_time::text, 5), 'to_time', left(to_time::text, 5),
    'offer', private.offer_of(place.appointment_id)
  )
  from private.waiting_list as place
  where place.appointment_id = waiting_list_of.appointment_id
$$;

comment on function private.waiting_list_of(uuid) is 'What an appointment waits for, and the slot that is held for it; null when it is not on the waiting list.';
