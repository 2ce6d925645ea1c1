-- Web Push: a browser that closed the waiting room, or whose screen is locked, is told of the call, and that an ended
-- consultation is opened again.

create table public.push_subscriptions (
  appointment_id uuid not null references public.appointments (id) on delete cascade,
  endpoint text not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null default now(),
  primary key (appointment_id, endpoint),
  constraint "Endpoints are addresses" check (endpoint ~ '^https?://[^[:space:]]+$' and length(endpoint) <= 1000),
  constraint "Keys are base64url" check (p256dh ~ '^[A-Za-z0-9_-]{80,100}$' and auth ~ '^[A-Za-z0-9_-]{16,40}$')
);

comment on table public.push_subscriptions is 'Browsers that are told when the doctor of one appointment calls, or opens it again (Web Push); removed when it is over for good.';
comment on column public.push_subscriptions.appointment_id is 'Whose call.';
comment on column public.push_subscriptions.endpoint is 'Address at the push service of the browser.';
comment on column public.push_subscriptions.account_id is 'Who is told.';
comment on column public.push_subscriptions.p256dh is 'The browser''s public key, with which the message is encrypted (RFC 8291).';
comment on column public.push_subscriptions.auth is 'The browser''s secret of the encryption (RFC 8291).';
comment on column public.push_subscriptions.created_at is 'When it was saved.';

create index push_subscriptions_account on public.push_subscriptions (account_id);

-- The address and the keys leave the database for our server alone.
grant select (appointment_id, account_id, created_at) on public.push_subscriptions to authenticated;

alter table public.push_subscriptions enable row level security;

create policy "People see which of their browsers are told" on public.push_subscriptions
  for select to authenticated
  using (account_id = (select private.verified_uid()));

create function public.save_push_subscription(appointment_id uuid, endpoint text, p256dh text, auth text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
begin
  if not exists (
    select from public.appointments as mine
    where mine.id = save_push_subscription.appointment_id
      and mine.patient_id in (select private.my_patients())
      and mine.state in ('booked', 'waiting', 'calling', 'in_progress')
  ) then
    perform private.raise_error(404, 'not_found');
  end if;
  insert into public.push_subscriptions as kept (appointment_id, endpoint, account_id, p256dh, auth)
  values (
    save_push_subscription.appointment_id, save_push_subscription.endpoint, asker,
    save_push_subscription.p256dh, save_push_subscription.auth
  )
  on conflict on constraint push_subscriptions_pkey do update
  set account_id = excluded.account_id, p256dh = excluded.p256dh, auth = excluded.auth, created_at = now();
  -- Somebody's telephone, tablet and computer; more would only make the call slower.
  delete from public.push_subscriptions as kept
  where kept.appointment_id = save_push_subscription.appointment_id and kept.endpoint not in (
    select latest.endpoint from public.push_subscriptions as latest
    where latest.appointment_id = save_push_subscription.appointment_id
    order by latest.created_at desc, latest.endpoint
    limit 5
  );
end
$$;

comment on function public.save_push_subscription(uuid, text, text, text) is 'A browser of whoever acts for the patient wants to be told when the doctor calls; the last five of an appointment are kept. Errors: not_found.';
grant execute on function public.save_push_subscription(uuid, text, text, text) to authenticated;

create function public.ringing_subscriptions(appointment_id uuid) returns table (
  endpoint text, p256dh text, auth text, language public.language_code
)
language sql
stable security definer
set search_path = ''
as $$
  select kept.endpoint, kept.p256dh, kept.auth, account.language
  from public.push_subscriptions as kept
  join public.appointments as appointment on appointment.id = kept.appointment_id
  join public.accounts as account on account.id = kept.account_id
  where kept.appointment_id = ringing_subscriptions.appointment_id
    and (
      appointment.state = 'calling'
      -- Told once: an act that is sent again rings nobody again.
      or (private.is_reopened(appointment) and coalesce(appointment.reopening_pushed_at < appointment.reopened_at, true))
    )
$$;

comment on function public.ringing_subscriptions(uuid) is 'The browsers to tell that the doctor calls, or has opened the consultation again; none when neither is so. For the service only.';

create function public.remove_push_subscriptions(endpoints text[]) returns void
language sql
security definer
set search_path = ''
as $$
  delete from public.push_subscriptions where endpoint = any (endpoints)
$$;

comment on function public.remove_push_subscriptions(text[]) is 'Removes browsers that their push service no longer knows. For the service only.';

grant execute on function public.ringing_subscriptions(uuid), public.remove_push_subscriptions(text[]) to service_role;
