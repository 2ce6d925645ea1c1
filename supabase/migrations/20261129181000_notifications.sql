-- The outbox: every SMS and e-mail that is due, written in the transaction of the change it tells of.

create type public.notification_kind as enum (
  'account_activation', 'account_exists', 'password_link', 'email_link', 'email_changed', 'phone_changed', 'password_changed',
  'appointment_confirmation', 'appointment_reminder', 'appointment_cancellation', 'consultation_reopened'
);
comment on type public.notification_kind is 'What a notification tells.';

create type public.notification_channel as enum ('sms', 'email');
comment on type public.notification_channel is 'How a notification travels.';

create type public.notification_state as enum ('due', 'sent', 'delivered', 'failed', 'withdrawn');
comment on type public.notification_state is 'Due, sent (accepted by the provider), delivered, failed (waits for a person), withdrawn.';

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  kind public.notification_kind not null,
  channel public.notification_channel not null,
  account_id uuid references public.accounts (id) on delete cascade,
  sign_up_id uuid,
  guest_id uuid,
  appointment_id uuid references public.appointments (id) on delete cascade,
  former_address text,
  language public.language_code not null,
  state public.notification_state not null default 'due',
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  lease uuid,
  attempts integer not null default 0,
  first_tried_at timestamptz,
  last_error text,
  provider_message_id text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "A notification goes to an account, a sign-up or a guest" check (num_nonnulls(account_id, sign_up_id, guest_id) = 1),
  constraint "Only failed notifications keep a long error" check (length(last_error) <= 500),
  constraint "What was sent has a time" check (state not in ('sent', 'delivered') or sent_at is not null)
);

comment on table public.notifications is 'The outbox of SMS and e-mails.';
comment on column public.notifications.id is 'Identifier; also the key by which a provider recognises a second try.';
comment on column public.notifications.kind is 'What it tells.';
comment on column public.notifications.channel is 'SMS or e-mail.';
comment on column public.notifications.account_id is 'Who gets it. Number and address are read when it is sent.';
comment on column public.notifications.sign_up_id is 'The sign-up whose activation e-mail it is: there is no account yet.';
comment on column public.notifications.guest_id is 'The third person of a consultation whose invitation it is: they have no account.';
comment on column public.notifications.appointment_id is 'The appointment it is about.';
comment on column public.notifications.former_address is 'E-mail address or number that was changed: a notice of the change goes there and not to the new one.';
comment on column public.notifications.language is 'In which language.';
comment on column public.notifications.state is 'Where it stands.';
comment on column public.notifications.due_at is 'Not before this time; moves back after a failure.';
comment on column public.notifications.leased_until is 'A worker has it until then.';
comment on column public.notifications.lease is 'Which claim of a worker holds it.';
comment on column public.notifications.attempts is 'How often it was tried.';
comment on column public.notifications.first_tried_at is 'When a worker claimed it first: before a second try the provider is asked for what it has taken since.';
comment on column public.notifications.last_error is 'Why the last try failed; no personal data.';
comment on column public.notifications.provider_message_id is 'The provider''s identifier of the message.';
comment on column public.notifications.sent_at is 'When the provider took it.';
comment on column public.notifications.created_at is 'When it was written.';
comment on column public.notifications.updated_at is 'When the row was last changed.';

create index notifications_due on public.notifications (due_at) where state = 'due';
create index notifications_appointment on public.notifications (appointment_id);
create index notifications_account on public.notifications (account_id);
create index notifications_sign_up on public.notifications (sign_up_id);
create index notifications_guest on public.notifications (guest_id);
create index notifications_provider_message on public.notifications (provider_message_id)
  where provider_message_id is not null;

grant select on public.notifications to service_role;

create trigger notifications_touch before update on public.notifications
  for each row execute function private.touch_updated_at();

-- No policy: nobody but the service and administrators sees the outbox.
alter table public.notifications enable row level security;

create function private.notify_accounts(
  kind public.notification_kind, accounts uuid[], appointment_id uuid, due_at timestamptz
) returns void
language plpgsql
security definer
set search_path = ''
-- An array of one account looks so much cheaper than the ten that a kept plan reckons with that it is planned at each
-- call otherwise, a sixth of its time.
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into public.notifications (kind, channel, account_id, appointment_id, language, due_at)
  select notify_accounts.kind, channel, account.id, notify_accounts.appointment_id, account.language, notify_accounts.due_at
  from public.accounts as account
  cross join unnest(
    case when notify_accounts.appointment_id is null or notify_accounts.kind::text in ('appointment_missed', 'appointment_not_held')
      then array['email']::public.notification_channel[]
      else array['sms', 'email']::public.notification_channel[]
    end
  ) as channel
  -- An erased account has neither number nor address.
  where account.id = any (accounts) and account.phone <> '';
end
$$;

comment on function private.notify_accounts(public.notification_kind, uuid[], uuid, timestamptz)
  is 'Puts a notification to each of some accounts into the outbox: about an appointment that is to come by SMS and e-mail, else by e-mail.';

create function private.notify(
  kind public.notification_kind, account_id uuid, appointment_id uuid default null, due_at timestamptz default now()
) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.notify_accounts(kind, array[account_id], appointment_id, due_at);
end
$$;

comment on function private.notify(public.notification_kind, uuid, uuid, timestamptz)
  is 'Puts one notification to an account into the outbox, as private.notify_accounts() does.';

create function private.notify_guardians(
  kind public.notification_kind, appointment public.appointments, due_at timestamptz default now()
) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.notify_accounts(
    kind,
    array(
      select guardianship.account_id
      from private.current_guardianships as guardianship
      join public.accounts as account on account.id = guardianship.account_id and account.active
      where guardianship.patient_id = appointment.patient_id
    ),
    appointment.id,
    due_at
  );
end
$$;

comment on function private.notify_guardians(public.notification_kind, public.appointments, timestamptz)
  is 'Notifies every account that acts for the patient of an appointment now, each in its own language.';
