-- What changes an agenda brings its row of next_slots up to date, in the same transaction.

create function private.follow_appointment(doctor_id uuid, freed tstzrange, taken tstzrange) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  known private.next_slots;
  slot_length interval;
  remaining timestamptz[];
  count integer;
begin
  select * into known from private.next_slots where next_slots.doctor_id = follow_appointment.doctor_id for update;
  if known.doctor_id is null
    -- A slot of an hour may begin that much before what was freed.
    or (upper(freed) > now() and (known.complete or lower(freed) - interval '1 hour' <= known.known_until)) then
    perform private.refresh_next_slots_of(follow_appointment.doctor_id);
    return;
  end if;
  if taken is null or cardinality(known.slots) = 0 or lower(taken) > known.slots[cardinality(known.slots)] then
    return;
  end if;
  select make_interval(mins => slot_minutes) into slot_length
  from public.doctors where id = follow_appointment.doctor_id;
  remaining := array(
    select slot from unnest(known.slots) as slot where not taken && tstzrange(slot, slot + slot_length) order by slot
  );
  count := cardinality(remaining);
  if count = cardinality(known.slots) then
    return;
  end if;
  if known.complete then
    update private.next_slots set slots = remaining where next_slots.doctor_id = known.doctor_id;
  elsif count < 6 then
    perform private.refresh_next_slots_of(known.doctor_id);
  else
    update private.next_slots
    set slots = remaining,
      -- Not later than it was: a slot that is held may be free again by then.
      valid_until = least(valid_until, remaining[count - 2] - make_interval(mins => lead_minutes)),
      refresh_at = least(refresh_at, remaining[greatest(count - 6, 1)] - make_interval(mins => lead_minutes))
    where next_slots.doctor_id = known.doctor_id;
  end if;
end
$$;

comment on function private.follow_appointment(uuid, tstzrange, tstzrange) is 'Takes a booked time out of a doctor''s next slots; computes them anew when a time came free that may be one of them.';

create function private.follow_appointments() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  freed tstzrange;
  taken tstzrange;
begin
  if tg_op <> 'INSERT' and old.state <> 'cancelled' then
    freed := old.during;
  end if;
  if tg_op <> 'DELETE' and new.state <> 'cancelled' then
    taken := new.during;
  end if;
  if tg_op = 'UPDATE' and old.doctor_id = new.doctor_id then
    if freed is distinct from taken then
      perform private.follow_appointment(new.doctor_id, freed, taken);
    end if;
    return null;
  end if;
  if freed is not null then
    perform private.follow_appointment(old.doctor_id, freed, null);
  end if;
  if taken is not null then
    perform private.follow_appointment(new.doctor_id, null, taken);
  end if;
  return null;
end
$$;

comment on function private.follow_appointments() is 'Trigger: next_slots follows booking, moving, cancelling and deleting.';

create trigger appointments_next_slots after insert or delete or update of state, during, doctor_id on public.appointments
  for each row execute function private.follow_appointments();

create function private.follow_hours() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor_ids uuid[];
begin
  select array_agg(distinct doctor_id order by doctor_id) into doctor_ids from changed;
  if tg_op = 'UPDATE' then
    -- A row that was given to another doctor is missed by the one who had it.
    doctor_ids := array(select unnest(doctor_ids) union select doctor_id from previous order by 1);
  end if;
  perform private.refresh_next_slots_of(id) from unnest(doctor_ids) as id;
  return null;
end
$$;

comment on function private.follow_hours() is 'Trigger: next_slots follows weekly hours and exceptions; once a doctor and statement, in the order of their ids.';

create trigger weekly_hours_next_slots_inserted after insert on public.weekly_hours
  referencing new table as changed
  for each statement execute function private.follow_hours();
create trigger weekly_hours_next_slots_updated after update on public.weekly_hours
  referencing old table as previous new table as changed
  for each statement execute function private.follow_hours();
create trigger weekly_hours_next_slots_deleted after delete on public.weekly_hours
  referencing old table as changed
  for each statement execute function private.follow_hours();
create trigger availability_exceptions_next_slots_inserted after insert on public.availability_exceptions
  referencing new table as changed
  for each statement execute function private.follow_hours();
create trigger availability_exceptions_next_slots_updated after update on public.availability_exceptions
  referencing old table as previous new table as changed
  for each statement execute function private.follow_hours();
create trigger availability_exceptions_next_slots_deleted after delete on public.availability_exceptions
  referencing old table as changed
  for each statement execute function private.follow_hours();

create function private.follow_doctor() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.refresh_next_slots_of(new.id);
  return null;
end
$$;

comment on function private.follow_doctor() is 'Trigger: next_slots follows the settings of an agenda, and has a row for every doctor.';

create trigger doctors_next_slots_inserted after insert on public.doctors
  for each row execute function private.follow_doctor();
create trigger doctors_next_slots_updated
  after update of listed, slot_minutes, lead_minutes, horizon_days, time_zone on public.doctors
  for each row
  when (
    (old.listed, old.slot_minutes, old.lead_minutes, old.horizon_days, old.time_zone)
      is distinct from (new.listed, new.slot_minutes, new.lead_minutes, new.horizon_days, new.time_zone)
  )
  execute function private.follow_doctor();
