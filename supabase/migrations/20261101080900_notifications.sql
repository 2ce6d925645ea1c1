-- The outbox: every SMS and e-mail that is due, written in the transaction of the change it tells of.

create type public.notification_kind as enum (
  'account_activation', 'account_exists', 'appointment_confirmation', 'appointment_reminder', 'appointment_cancellation'
);
comment on type public.notification_kind is 'What a notification tells.';

create type public.notification_channel as enum ('sms', 'email');
comment on type public.notification_channel is 'How a notification travels.';

create type public.notification_state as enum ('due', 'sent', 'delivered', 'failed', 'withdrawn');
comment on type public.notification_state is 'Due, sent (accepted by the carrier), delivered, failed (waits for a person), withdrawn.';

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  kind public.notification_kind not null,
  channel public.notification_channel not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  appointment_id uuid references public.appointments (id) on delete cascade,
  language public.language_code not null,
  state public.notification_state not null default 'due',
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  lease uuid,
  attempts integer not null default 0,
  last_error text,
  carrier_id text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Only failed notifications keep a long error" check (length(last_error) <= 500),
  constraint "What was sent has a time" check (state not in ('sent', 'delivered') or sent_at is not null)
);

comment on table public.notifications is 'The outbox of SMS and e-mails.';
comment on column public.notifications.id is 'Identifier; also the key by which a carrier recognises a second try.';
comment on column public.notifications.kind is 'What it tells.';
comment on column public.notifications.channel is 'SMS or e-mail.';
comment on column public.notifications.account_id is 'Who gets it. Number and address are read when it is sent.';
comment on column public.notifications.appointment_id is 'The appointment it is about.';
comment on column public.notifications.language is 'In which language.';
comment on column public.notifications.state is 'Where it stands.';
comment on column public.notifications.due_at is 'Not before this time; moves back after a failure.';
comment on column public.notifications.leased_until is 'A worker has it until then.';
comment on column public.notifications.lease is 'Which claim of a worker holds it.';
comment on column public.notifications.attempts is 'How often it was tried.';
comment on column public.notifications.last_error is 'Why the last try failed; no personal data.';
comment on column public.notifications.carrier_id is 'The carrier''s identifier of the message.';
comment on column public.notifications.sent_at is 'When the carrier took it.';
comment on column public.notifications.created_at is 'When it was written.';
comment on column public.notifications.updated_at is 'When the row was last changed.';

create index notifications_due on public.notifications (due_at) where state = 'due';
create index notifications_appointment on public.notifications (appointment_id);
create index notifications_account on public.notifications (account_id);
create index notifications_carrier on public.notifications (carrier_id);

grant select on public.notifications to service_role;

create trigger notifications_touch before update on public.notifications
  for each row execute function private.touch_updated_at();

-- No policy: nobody but the service and administrators sees the outbox.
alter table public.notifications enable row level security;

create function private.notify(
  kind public.notification_kind, account_id uuid, appointment_id uuid default null, due_at timestamptz default now()
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (kind, channel, account_id, appointment_id, language, due_at)
  select notify.kind, channel, account.id, notify.appointment_id, account.language, notify.due_at
  from public.accounts as account
  cross join unnest(
    case when notify.kind in ('account_activation', 'account_exists')
      then array['email']::public.notification_channel[]
      else array['sms', 'email']::public.notification_channel[]
    end
  ) as channel
  where account.id = notify.account_id
$$;

comment on function private.notify(public.notification_kind, uuid, uuid, timestamptz)
  is 'Puts one notification into the outbox, by SMS and e-mail (accounts: e-mail only).';
