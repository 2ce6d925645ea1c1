-- Reminders. Of each appointment only the time of the next one is kept; the worker of the outbox writes it when it is
-- due, to whoever acts for the patient then, in their language of then.

create function private.in_quiet_hours(at timestamptz, zone text) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (at at time zone zone)::time not between '08:00' and '20:59:59.999999';
end
$$;

comment on function private.in_quiet_hours(timestamptz, text) is 'Whether it is between 21:00 and 8:00 in a zone: nobody is reminded or offered anything then.';

create function private.before_quiet_hours(at timestamptz, zone text) returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
begin
  if not private.in_quiet_hours(at, zone) then
    return at;
  end if;
  -- 20:45 of that evening, or of the evening before when it is in the morning; the worker looks once a minute.
  return ((at at time zone zone - interval '8 hours')::date + time '20:45') at time zone zone;
end
$$;

comment on function private.before_quiet_hours(timestamptz, text) is 'A time, or the evening before it when it is between 21:00 and 8:00 in a zone: earlier rather than never.';

create function private.after_quiet_hours(at timestamptz, zone text) returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
begin
  if not private.in_quiet_hours(at, zone) then
    return at;
  end if;
  return ((at at time zone zone + interval '3 hours')::date + time '08:00') at time zone zone;
end
$$;

comment on function private.after_quiet_hours(timestamptz, text) is 'A time, or eight in the morning after it when it is between 21:00 and 8:00 in a zone: for news that can wait.';

create table private.reminders (
  appointment_id uuid primary key references public.appointments (id) on delete cascade,
  due_at timestamptz not null
);

comment on table private.reminders is 'When the next reminder of an appointment is written. One that is cancelled keeps its row until then: the doctor may undo it.';
comment on column private.reminders.appointment_id is 'The appointment.';
comment on column private.reminders.due_at is 'When its next reminder is written into the outbox.';

create index reminders_due on private.reminders (due_at);
alter table private.reminders enable row level security;

create function private.next_reminder_at(starts_at timestamptz, zone text) returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select min(due_at)
    from (
      values (interval '24 hours', interval '48 hours'), (interval '1 hour', interval '3 hours')
    ) as reminder (before, ahead)
    cross join lateral private.before_quiet_hours(next_reminder_at.starts_at - before, zone) as due_at
    where next_reminder_at.starts_at - now() > ahead
      -- The evening may be over when somebody books at night for the morning: the confirmation has just told them.
      and due_at > now()
  );
end
$$;

comment on function private.next_reminder_at(timestamptz, text) is 'When somebody who was told of an appointment just now is reminded of it next: 24 h before (more than 48 h ahead), 1 h before (more than 3 h ahead), earlier where that is at night; null for never.';

create function private.plan_reminder(appointment_id uuid, starts_at timestamptz, zone text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  next constant timestamptz := private.next_reminder_at(starts_at, zone);
begin
  if next is null then
    delete from private.reminders where reminders.appointment_id = plan_reminder.appointment_id;
  else
    insert into private.reminders (appointment_id, due_at) values (plan_reminder.appointment_id, next)
    on conflict on constraint reminders_pkey do update set due_at = excluded.due_at;
  end if;
end
$$;

comment on function private.plan_reminder(uuid, timestamptz, text) is 'Plans the next reminder of an appointment anew, from now on.';

create function private.write_due_reminders(batch integer) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  due record;
  appointment public.appointments;
  morning timestamptz;
  written integer := 0;
begin
  for due in
    select one as appointment, doctor.time_zone as zone
    from private.reminders as reminder
    join public.appointments as one on one.id = reminder.appointment_id
    join public.doctors as doctor on doctor.id = one.doctor_id
    where reminder.due_at <= now()
    order by reminder.due_at
    -- An appointment that somebody changes at this moment is left for the next round: waiting for it could be for ever.
    for key share of one skip locked
    for update of reminder skip locked
  loop
    exit when written >= batch;
    appointment := due.appointment;
    if appointment.state = 'booked' and appointment.starts_at > now() then
      morning := private.after_quiet_hours(now(), due.zone);
      if morning > now() then
        -- Nobody worked in the evening.
        update private.reminders set due_at = morning where appointment_id = appointment.id;
        continue;
      end if;
      perform private.notify_guardians('appointment_reminder', appointment);
      written := written + 1;
    end if;
    perform private.plan_reminder(appointment.id, appointment.starts_at, due.zone);
  end loop;
end
$$;

comment on function private.write_due_reminders(integer) is 'Writes the reminders that are due into the outbox, of so many appointments at most, and plans the next ones. None of what no longer stands or has begun. Any number of workers may run it at once.';
