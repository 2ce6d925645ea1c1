-- The next free slots of every doctor, so that a list of thousands is sorted without computing thousands of agendas.
--
-- Why a row cannot be wrong unnoticed:
--  * What changes an agenda (appointment, weekly hours, exception, setting of the doctor) brings the row up to date in
--    its own transaction, by the triggers of the next migration. Each of them locks the row first and reads the agenda after that: two
--    bookings at once would otherwise each compute without the other, and the later to commit would leave its slot in
--    the list (16 bookings at once left 15 of 15 doctors wrong; locked, none).
--  * Time changes it too. A reader leaves out the slots that can no longer be booked; valid_until says from when on
--    that is not enough, and a reader computes such a row itself (search_doctors). A worker brings rows up to date
--    before that (refresh_next_slots, any number may run) and logs when it comes too late.
--  * What no trigger knows (a new rule for free slots that forgot this table) is found by the same worker: each run
--    computes some rows that are not due, longest untouched first, and reports those that differ; it logs them as errors.

create table private.next_slots (
  doctor_id uuid primary key references public.doctors (id) on delete cascade,
  slots timestamptz[] not null default '{}',
  lead_minutes integer not null default 0,
  starts_at timestamptz not null generated always as (coalesce(slots[1], 'infinity')) stored,
  -- By way of UTC, because a difference of timestamptz could depend on the session's zone.
  passes_at timestamptz not null generated always as (
    (coalesce(slots[1], 'infinity') at time zone 'UTC' - make_interval(mins => lead_minutes)) at time zone 'UTC'
  ) stored,
  complete boolean not null default false,
  known_until timestamptz not null default '-infinity',
  valid_until timestamptz not null default '-infinity',
  refresh_at timestamptz not null default '-infinity',
  computed_at timestamptz not null default now(),
  constraint "Rows are brought up to date before they are wrong" check (refresh_at <= valid_until)
);

comment on table private.next_slots is 'The next free slots of every doctor. Kept by triggers and by refresh_next_slots(); read by search_doctors().';
comment on column private.next_slots.doctor_id is 'The doctor.';
comment on column private.next_slots.slots is 'Starts of the next free slots, in order, at most twelve; without what was taken since.';
comment on column private.next_slots.lead_minutes is 'The doctor''s lead time.';
comment on column private.next_slots.starts_at is 'The first of them: the order of the directory. Infinity without one.';
comment on column private.next_slots.passes_at is 'Until when the first can be booked.';
comment on column private.next_slots.complete is 'Whether these are all within the horizon.';
comment on column private.next_slots.known_until is 'Every free slot that starts until then is in the list.';
comment on column private.next_slots.valid_until is 'From then on fewer than three are left, or the horizon has reached another one.';
comment on column private.next_slots.refresh_at is 'When the worker brings the row up to date.';
comment on column private.next_slots.computed_at is 'When the row was last computed.';

create index next_slots_order on private.next_slots (starts_at, doctor_id);
create index next_slots_passes on private.next_slots (passes_at);
create index next_slots_refresh on private.next_slots (refresh_at);
create index next_slots_computed on private.next_slots (computed_at);
alter table private.next_slots enable row level security;

create function private.bookable_slots(known private.next_slots) returns timestamptz[]
language sql
stable
set search_path = ''
as $$
  select array(
    select slot from unnest(known.slots) as slot where slot >= now() + make_interval(mins => known.lead_minutes) order by slot
  )
$$;

comment on function private.bookable_slots(private.next_slots) is 'The known slots that can still be booked now.';

create function private.sorted_at(known private.next_slots) returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when known.passes_at >= now() then known.starts_at
    else coalesce(
      (private.bookable_slots(known))[1],
      -- Of a row that is overdue only this is known: not before now.
      case when known.valid_until > now() then timestamptz 'infinity' else now() end
    )
  end
$$;

comment on function private.sorted_at(private.next_slots) is 'Where a doctor stands in the directory: the first slot that can be booked, infinity without one.';

create function private.refresh_next_slots_of(doctor_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept constant integer := 12;
  doctor public.doctors;
  horizon interval;
  free timestamptz[];
  lead interval;
  beyond timestamptz;
  hold_ends timestamptz;
begin
  insert into private.next_slots (doctor_id)
  select id from public.doctors where id = refresh_next_slots_of.doctor_id
  on conflict do nothing;
  perform from private.next_slots as known where known.doctor_id = refresh_next_slots_of.doctor_id for update;
  if not found then
    return; -- the doctor is gone
  end if;
  select * into doctor from public.doctors where id = refresh_next_slots_of.doctor_id;
  -- Time alone frees a slot that is held for somebody.
  select min(held_until) into hold_ends from private.slot_offers as offer
  where offer.doctor_id = doctor.id and ended_at is null and held_until > now();
  free := private.next_free_slots(doctor, kept);
  if cardinality(free) = kept then
    lead := make_interval(mins => doctor.lead_minutes);
    update private.next_slots as known
    set slots = free, lead_minutes = doctor.lead_minutes, complete = false, known_until = free[kept],
      valid_until = least(free[kept - 2] - lead, hold_ends), refresh_at = least(free[kept - 6] - lead, hold_ends),
      computed_at = now()
    where known.doctor_id = doctor.id;
    return;
  end if;
  -- All that there are: the next change is a slot that the horizon reaches.
  horizon := make_interval(days => doctor.horizon_days);
  doctor.horizon_days := doctor.horizon_days + 1;
  select lower(slot) into beyond
  from private.free_slots(doctor, now() + horizon, now() + horizon + interval '1 day') as slot
  limit 1;
  beyond := coalesce(beyond - horizon + interval '1 microsecond', now() + interval '1 day');
  update private.next_slots as known
  set slots = free, lead_minutes = doctor.lead_minutes, complete = true, known_until = now() + horizon,
    valid_until = least(beyond, hold_ends), refresh_at = least(beyond, hold_ends), computed_at = now()
  where known.doctor_id = doctor.id;
end
$$;

comment on function private.refresh_next_slots_of(uuid) is 'Computes the next free slots of a doctor anew, after locking the row: whoever changes the agenda meanwhile waits and comes after.';

create function public.refresh_next_slots(batch integer default 200)
returns table (refreshed integer, wrong integer, overdue_seconds integer)
language plpgsql
security definer
set search_path = ''
as $$
declare
  row private.next_slots;
  after private.next_slots;
begin
  refreshed := 0;
  wrong := 0;
  -- Every doctor has a row since the trigger on doctors; without one they would not be found at all.
  insert into private.next_slots (doctor_id)
  select id from public.doctors where not exists (select from private.next_slots where doctor_id = doctors.id)
  on conflict do nothing;
  select coalesce(extract(epoch from now() - min(valid_until)), 0)::integer into overdue_seconds
  from private.next_slots
  where refresh_at <= now() and valid_until <= now() and isfinite(valid_until);
  for row in
    select * from private.next_slots
    where refresh_at <= now()
    order by refresh_at
    limit batch
    for update skip locked
  loop
    perform private.refresh_next_slots_of(row.doctor_id);
    refreshed := refreshed + 1;
  end loop;
  -- The slots that have passed since, so that the index has the order of now.
  update private.next_slots as known
  set slots = private.bookable_slots(known)
  where doctor_id in (
    select doctor_id from private.next_slots where passes_at < now() and refresh_at > now() for update skip locked
  );
  -- Rows that should be right, longest untouched first: whether some change of free slots was forgotten.
  for row in
    select * from private.next_slots
    where valid_until > now() and computed_at < now() - interval '1 minute'
    order by computed_at
    limit greatest(1, batch / 10)
    for update skip locked
  loop
    perform private.refresh_next_slots_of(row.doctor_id);
    select * into after from private.next_slots where doctor_id = row.doctor_id;
    wrong := wrong + ((private.bookable_slots(row))[1:3] <> (private.bookable_slots(after))[1:3])::integer;
  end loop;
  return next;
end
$$;

comment on function public.refresh_next_slots(integer) is 'Brings the rows of next_slots that are due up to date, at most so many, and computes a tenth as many that are not due: how many were due, how many of the others were wrong (an error of ours), and for how long the oldest was overdue. Any number may run at once. For the service only.';
grant execute on function public.refresh_next_slots(integer) to service_role;
