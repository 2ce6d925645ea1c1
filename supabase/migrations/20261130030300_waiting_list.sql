-- The waiting list: who has an appointment and would like an earlier one. When a slot frees that suits, it is held for
-- the first in line for ten minutes; then for the next.
--
-- What frees is found by looking, not by listening: whatever is free now and was not when they joined. That covers
-- cancellations, moves, hours and exceptions alike, and what a doctor cancels stays closed and is never free.
-- Time alone ends a hold: everything that reads one asks the clock, and a worker offers the slot to the next.

create function private.slot_held_for() returns interval
language sql immutable set search_path = '' as $$ select interval '10 minutes' $$;
comment on function private.slot_held_for() is 'How long a slot is held for the one to whom it is offered.';

create function private.slot_offered_ahead() returns interval
language sql immutable set search_path = '' as $$ select interval '30 minutes' $$;
comment on function private.slot_offered_ahead() is 'How long before its start a slot is offered at the latest: the hold, and time to get ready.';

create table private.waiting_list (
  appointment_id uuid primary key references public.appointments (id) on delete cascade,
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  weekdays integer[] not null,
  from_time time not null,
  to_time time not null,
  joined_at timestamptz not null default clock_timestamp(),
  free_before tstzmultirange not null default '{}',
  constraint "Weekdays are ISO: 1 is Monday, 7 is Sunday" check (
    cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]
  ),
  constraint "Hours start before they end" check (from_time < to_time)
);

comment on table private.waiting_list is 'Who would like something earlier than their appointment. Each has one place for an appointment; first come, first served.';
comment on column private.waiting_list.appointment_id is 'The appointment that would be moved.';
comment on column private.waiting_list.doctor_id is 'Its doctor.';
comment on column private.waiting_list.weekdays is 'Days that suit, ISO: 1 Monday to 7 Sunday.';
comment on column private.waiting_list.from_time is 'A slot suits from this local time of the doctor.';
comment on column private.waiting_list.to_time is 'A slot suits when it ends by this local time.';
comment on column private.waiting_list.joined_at is 'The order of the line.';
comment on column private.waiting_list.free_before is 'What has been free ever since they joined: they could have taken it, and nobody freed it.';

create index waiting_list_doctor on private.waiting_list (doctor_id, joined_at);
alter table private.waiting_list enable row level security;

create table private.slot_offers (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null references private.waiting_list (appointment_id) on delete cascade,
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  during tstzrange not null,
  held_until timestamptz not null,
  ended_at timestamptz,
  offered_at timestamptz not null default clock_timestamp(),
  constraint "A slot is offered once to the same place in line" unique (appointment_id, during),
  constraint "A slot is held for one at a time" exclude using gist (doctor_id with =, during with &&) where (ended_at is null)
);

comment on table private.slot_offers is 'Slots that are or were held for somebody on the waiting list.';
comment on column private.slot_offers.id is 'Identifier.';
comment on column private.slot_offers.appointment_id is 'For whom: the appointment that would be moved.';
comment on column private.slot_offers.doctor_id is 'Whose slot.';
comment on column private.slot_offers.during is 'The slot.';
comment on column private.slot_offers.held_until is 'Nobody else can book it until then.';
comment on column private.slot_offers.ended_at is 'When the hold ended: declined, taken, over, or the appointment stands no more.';
comment on column private.slot_offers.offered_at is 'When it was offered.';

create index slot_offers_doctor on private.slot_offers (doctor_id, held_until);
alter table private.slot_offers enable row level security;

create function private.held_slots(doctor_id uuid, other_than uuid default null) returns setof tstzrange
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select during from private.slot_offers as offer
  where offer.doctor_id = held_slots.doctor_id and offer.ended_at is null and offer.held_until > now()
    and offer.appointment_id is distinct from other_than;
end
$$;

comment on function private.held_slots(uuid, uuid) is 'The slots of a doctor that are held at this moment, but for those held for one appointment.';

create function private.is_offered(appointment_id uuid, slot tstzrange) returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from private.slot_offers as offer
    where offer.appointment_id = is_offered.appointment_id and offer.during = slot
      and offer.ended_at is null and offer.held_until > now()
  )
$$;

comment on function private.is_offered(uuid, tstzrange) is 'Whether a slot is held for an appointment at this moment.';

-- Whoever looked before the slot was held is stopped here: the row of next_slots is locked by both, one after the other.
create function private.check_slot_held() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from private.next_slots where doctor_id = new.doctor_id for update;
  if exists (select from private.held_slots(new.doctor_id, new.id) as held where held && new.during) then
    perform private.raise_error(409, 'slot_taken');
  end if;
  return null;
end
$$;

comment on function private.check_slot_held() is 'Trigger: nobody books a slot that is held for somebody else.';

create trigger appointments_slot_held after insert or update of during on public.appointments
  for each row when (new.state <> 'cancelled')
  execute function private.check_slot_held();

create function private.follow_offer() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  offer constant private.slot_offers := case tg_op when 'DELETE' then old else new end;
  ended constant boolean := tg_op <> 'INSERT';
begin
  perform private.refresh_next_slots_of(offer.doctor_id);
  -- One that was taken is booked by now: that was told already.
  if not ended or not exists (
    select from public.appointments as appointment
    where appointment.doctor_id = offer.doctor_id and state <> 'cancelled' and appointment.during && offer.during
  ) then
    perform realtime.send(
      jsonb_build_object('starts_at', lower(offer.during), 'ends_at', upper(offer.during), 'free', ended),
      'slot', 'agenda:' || offer.doctor_id, true
    );
  end if;
  return null;
end
$$;

comment on function private.follow_offer() is 'Trigger: next_slots and open calendars follow what is held, as they follow what is booked.';

create trigger slot_offers_made after insert on private.slot_offers
  for each row execute function private.follow_offer();
create trigger slot_offers_ended after update of ended_at on private.slot_offers
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function private.follow_offer();
create trigger slot_offers_removed after delete on private.slot_offers
  for each row when (old.ended_at is null)
  execute function private.follow_offer();

create function private.leave_line() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.during <> old.during then
    delete from private.waiting_list where appointment_id = new.id;
  else
    -- The place stays for a moment: a doctor who cancels may undo it.
    update private.slot_offers set ended_at = now() where appointment_id = new.id and ended_at is null;
  end if;
  return null;
end
$$;

comment on function private.leave_line() is 'Trigger: whoever has moved no longer waits for something earlier; nothing is held for an appointment that is not booked.';

create trigger appointments_leave_line after update of state, during on public.appointments
  for each row when (old.during <> new.during or (new.state <> 'booked' and old.state = 'booked'))
  execute function private.leave_line();
