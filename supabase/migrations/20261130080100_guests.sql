-- A third person in a consultation: a relative, an interpreter, a colleague. They have no account; our server acts for
-- them with the secret key once it has checked the link's token.

create type public.guest_role as enum ('relative', 'interpreter', 'colleague');
comment on type public.guest_role is 'As what a third person takes part.';

create type public.guest_state as enum ('invited', 'waiting', 'admitted', 'left', 'refused', 'removed', 'withdrawn');
comment on type public.guest_state is 'Where a guest stands: invited, waiting for the doctor to let them in, admitted, left (may ask again); refused, removed from the call (sent out), invitation withdrawn: these three are final.';

create type public.guest_act as enum ('admit', 'refuse', 'remove', 'withdraw', 'arrive', 'leave');
comment on type public.guest_act is 'What happens with a guest: the doctor admits, refuses or removes them; patient or doctor withdraw an invitation; the guest arrives or leaves.';

create table public.guests (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null references public.appointments (id) on delete cascade,
  invited_by uuid references public.accounts (id) on delete set null,
  name text not null,
  role public.guest_role not null,
  detail text not null default '',
  email text,
  phone text,
  language public.language_code not null,
  state public.guest_state not null default 'invited',
  link_hashes text[] not null default '{}',
  browser_hash text,
  opened_at timestamptz,
  waiting_since timestamptz,
  admitted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Guests have a name" check (not private.is_blank(name) and length(name) <= 100),
  constraint "The relation or language is short" check (length(detail) <= 100),
  constraint "Guests are written to in one way" check (num_nonnulls(email, phone) <= 1),
  constraint "E-mail addresses have an at sign" check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  constraint "Numbers of guests are E.164" check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint "Whoever came in has opened the link" check (state not in ('waiting', 'admitted', 'left') or opened_at is not null)
);

comment on table public.guests is 'Third persons of consultations. Without an account: what they may see goes through functions of the service.';
comment on column public.guests.id is 'Identifier.';
comment on column public.guests.appointment_id is 'To which consultation.';
comment on column public.guests.invited_by is 'The account that invited them: of the doctor, or of whoever acts for the patient.';
comment on column public.guests.name is 'What they are called in the call, as whoever invited them wrote it.';
comment on column public.guests.role is 'As what they take part.';
comment on column public.guests.detail is 'The relation to the patient, the language that is interpreted, or the profession; may be empty.';
comment on column public.guests.email is 'Where the invitation goes; removed when the consultation is over.';
comment on column public.guests.phone is 'Mobile number that the invitation goes to, E.164; removed when the consultation is over.';
comment on column public.guests.language is 'In which language they are written to.';
comment on column public.guests.state is 'Where they stand.';
comment on column public.guests.link_hashes is 'SHA-256 of the tokens that went out in links; a message that is sent again has another one.';
comment on column public.guests.browser_hash is 'SHA-256 of the secret of the browser that opened the link first: in no other one does it open again.';
comment on column public.guests.opened_at is 'When the link was opened.';
comment on column public.guests.waiting_since is 'Since when they wait for the doctor; null when they do not.';
comment on column public.guests.admitted_at is 'When the doctor last let them in.';
comment on column public.guests.created_at is 'When they were invited.';
comment on column public.guests.updated_at is 'When the row was last changed.';

create index guests_appointment on public.guests (appointment_id, created_at desc);
create index guests_inviter on public.guests (invited_by, created_at);
create index guests_links on public.guests using gin (link_hashes);
create unique index guests_browser on public.guests (browser_hash) where browser_hash is not null;
-- Three people, not four.
create unique index guests_one_open on public.guests (appointment_id)
  where state in ('invited', 'waiting', 'admitted', 'left');

alter table public.notifications
  add constraint notifications_guest_id_fkey foreign key (guest_id) references public.guests (id) on delete cascade;

grant select on public.guests to service_role;

create trigger guests_touch before update on public.guests
  for each row execute function private.touch_updated_at();

-- No policy: patient and doctor read what they may know through appointment_page.
alter table public.guests enable row level security;

create function private.broadcast_guest() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  payload constant jsonb := jsonb_build_object('appointment_id', new.appointment_id, 'guest', new.state);
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.opened_at is not distinct from old.opened_at then
    return null;
  end if;
  perform realtime.send(payload, 'appointment', 'appointment:' || new.appointment_id, true);
  perform realtime.send(payload, 'appointment', 'doctor:' || appointment.doctor_id, true)
  from public.appointments as appointment
  where appointment.id = new.appointment_id;
  return null;
end
$$;

comment on function private.broadcast_guest() is 'Trigger: tells the appointment and the doctor''s day that something is new about the guest.';

create trigger guests_broadcast after insert or update on public.guests
  for each row execute function private.broadcast_guest();

create function private.may_have_guests(appointment public.appointments) returns boolean
language sql
stable
set search_path = ''
as $$
  select appointment.state in ('booked', 'waiting', 'calling', 'in_progress')
    and now() < appointment.starts_at + private.waiting_room_closes_after()
$$;

comment on function private.may_have_guests(public.appointments) is 'Whether a third person may still be invited to an appointment, and come.';

create function private.guest_of(appointment_id uuid) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'id', guest.id, 'name', guest.name, 'role', guest.role, 'detail', guest.detail, 'state', guest.state,
    'opened', guest.opened_at is not null, 'waiting_since', guest.waiting_since
  )
  from public.guests as guest
  where guest.appointment_id = guest_of.appointment_id and guest.state <> 'withdrawn'
  order by guest.created_at desc
  limit 1
$$;

comment on function private.guest_of(uuid) is 'The last guest of an appointment as patient and doctor see them; null when there is none.';

create function private.notify_guest(
  kind public.notification_kind, guest public.guests, due_at timestamptz default now()
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (kind, channel, guest_id, appointment_id, language, due_at)
  values (
    notify_guest.kind, case when guest.email is null then 'sms' else 'email' end::public.notification_channel,
    guest.id, guest.appointment_id, guest.language, notify_guest.due_at
  )
$$;

comment on function private.notify_guest(public.notification_kind, public.guests, timestamptz) is 'Puts a notification to a guest into the outbox, by e-mail or SMS as they were invited, in the language of the invitation.';

create function public.invite_guest(
  appointment_id uuid, name text, role public.guest_role, detail text, language public.language_code,
  email text default null, phone text default null
) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  mine public.appointments;
  known public.guests;
  invited public.guests;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = invite_guest.appointment_id
    and (appointment.doctor_id = asker or appointment.patient_id in (select private.my_patients()))
  for no key update;
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  elsif not private.may_have_guests(mine) then
    perform private.raise_error(409, 'appointment_over');
  elsif private.is_blank(invite_guest.name) or num_nonnulls(invite_guest.email, invite_guest.phone) <> 1 then
    perform private.raise_error(400, 'guest_incomplete');
  end if;
  select * into known from public.guests as guest
  where guest.appointment_id = mine.id and guest.state in ('invited', 'waiting', 'admitted', 'left');
  if known.id is not null then
    -- The form was sent twice.
    if known.name = btrim(invite_guest.name) and known.email is not distinct from lower(invite_guest.email)
      and known.phone is not distinct from invite_guest.phone then
      return known.id;
    end if;
    perform private.raise_error(409, 'guest_invited');
  end if;
  -- Whoever has an account could otherwise have us write to anybody.
  if (select count(*) from public.guests as guest where guest.appointment_id = mine.id) >= 5
    or (select count(*) from public.guests as guest where guest.invited_by = asker and guest.created_at > now() - interval '1 day') >= 20 then
    perform private.raise_error(429, 'too_many_guests');
  end if;
  insert into public.guests (appointment_id, invited_by, name, role, detail, email, phone, language)
  values (
    mine.id, asker, btrim(invite_guest.name), invite_guest.role, coalesce(btrim(invite_guest.detail), ''),
    lower(invite_guest.email), invite_guest.phone, invite_guest.language
  )
  returning * into invited;
  perform private.notify_guest('guest_invitation', invited);
  perform private.audit('guest_invited', mine.patient_id, mine.id);
  return invited.id;
end
$$;

comment on function public.invite_guest(uuid, text, public.guest_role, text, public.language_code, text, text) is 'Patient or doctor invite a third person by e-mail or SMS, one of the two; one at a time. Sent twice, it invites once. Errors: not_found, appointment_over, guest_incomplete, guest_invited, too_many_guests.';
grant execute on function public.invite_guest(uuid, text, public.guest_role, text, public.language_code, text, text) to authenticated;

create function private.set_guest_state(
  guest public.guests, act public.guest_act, target public.guest_state
) returns public.guest_state
language plpgsql
security definer
set search_path = ''
as $$
begin
  if target is null then
    perform private.raise_error(409, 'guest_gone');
  elsif target = guest.state then
    return target; -- done already
  end if;
  update public.guests
  set state = target,
    waiting_since = case when target = 'waiting' then now() end,
    admitted_at = case when target = 'admitted' then now() else admitted_at end
  where guests.id = guest.id;
  perform private.audit(
    case act
      when 'admit' then 'guest_admitted'
      when 'refuse' then 'guest_refused'
      when 'remove' then 'guest_removed'
      when 'withdraw' then 'guest_withdrawn'
      when 'arrive' then 'guest_arrived'
      when 'leave' then 'guest_left'
    end,
    appointment.patient_id, appointment.id
  )
  from public.appointments as appointment
  where appointment.id = guest.appointment_id;
  return target;
end
$$;

comment on function private.set_guest_state(public.guests, public.guest_act, public.guest_state) is 'Writes where a guest stands from now on, notes the act in the audit log, and returns it; done already, it changes nothing. Errors: guest_gone for an act that leads nowhere.';

create function public.transition_guest(guest_id uuid, act public.guest_act) returns public.guest_state
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  known public.guests;
  mine public.appointments;
begin
  select guest.* into known from public.guests as guest
  join public.appointments as appointment on appointment.id = guest.appointment_id
  where guest.id = transition_guest.guest_id
    and (appointment.doctor_id = asker or appointment.patient_id in (select private.my_patients()))
  for update of guest;
  if known.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  select * into mine from public.appointments as appointment where appointment.id = known.appointment_id;
  if act <> 'withdraw' and mine.doctor_id <> asker then
    perform private.raise_error(403, 'doctors_only');
  end if;
  return private.set_guest_state(known, act, case
    when act = 'admit' and known.state in ('waiting', 'admitted') and private.may_have_guests(mine) then 'admitted'
    when act = 'refuse' and known.state in ('invited', 'waiting', 'refused') then 'refused'
    when act = 'remove' and known.state in ('admitted', 'left', 'removed') then 'removed'
    when act = 'withdraw' and known.state in ('invited', 'waiting', 'left', 'withdrawn') then 'withdrawn'
  end::public.guest_state);
end
$$;

comment on function public.transition_guest(uuid, public.guest_act) is 'The doctor admits, refuses or removes a guest; patient or doctor withdraw the invitation of one who is not in the call. Done already, it changes nothing. Errors: not_found, doctors_only, guest_gone.';
grant execute on function public.transition_guest(uuid, public.guest_act) to authenticated;
