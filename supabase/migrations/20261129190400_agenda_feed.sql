-- The agenda in Outlook, Google or Apple: a secret address that shows times and initials only, and can be revoked.

create table private.agenda_feeds (
  doctor_id uuid primary key references public.doctors (id) on delete cascade,
  secret_hash bytea not null unique,
  created_at timestamptz not null default now()
);

comment on table private.agenda_feeds is 'The secret addresses under which doctors subscribe to their own agenda; one for each.';
comment on column private.agenda_feeds.doctor_id is 'Whose agenda.';
comment on column private.agenda_feeds.secret_hash is 'SHA-256 of the secret in the address: whoever reads this table cannot read an agenda.';
comment on column private.agenda_feeds.created_at is 'When the address was made.';

alter table private.agenda_feeds enable row level security;

create function public.renew_agenda_feed() returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
  secret constant text := encode(extensions.gen_random_bytes(24), 'hex');
begin
  insert into private.agenda_feeds (doctor_id, secret_hash) values (mine, sha256(secret::bytea))
  on conflict (doctor_id) do update set secret_hash = excluded.secret_hash, created_at = now();
  return secret;
end
$$;

comment on function public.renew_agenda_feed() is 'Makes the secret of the agenda feed of the doctor who asks; an earlier one ends. It is shown this once. Errors: doctors_only.';
grant execute on function public.renew_agenda_feed() to authenticated;

create function public.revoke_agenda_feed() returns void
language sql
security definer
set search_path = ''
as $$
  delete from private.agenda_feeds where doctor_id = (select private.verified_uid())
$$;

comment on function public.revoke_agenda_feed() is 'Ends the agenda feed of the doctor who asks.';
grant execute on function public.revoke_agenda_feed() to authenticated;

create function public.agenda_feed_since() returns timestamptz
language sql
stable security definer
set search_path = ''
as $$
  select created_at from private.agenda_feeds where doctor_id = (select private.verified_uid())
$$;

comment on function public.agenda_feed_since() is 'When the doctor who asks made their agenda feed; null without one.';
grant execute on function public.agenda_feed_since() to authenticated;

create function public.agenda_feed(secret text) returns table (
  id uuid, starts_at timestamptz, ends_at timestamptz, updated_at timestamptz, initials text
)
language sql
stable security definer
set search_path = ''
as $$
  select appointment.id, appointment.starts_at, appointment.ends_at, appointment.updated_at,
    left(patient.first_name, 1) || '. ' || left(patient.last_name, 1) || '.'
  from private.agenda_feeds as feed
  join public.accounts as account on account.id = feed.doctor_id and account.active
  join public.appointments as appointment on appointment.doctor_id = feed.doctor_id
  join public.patients as patient on patient.id = appointment.patient_id
  where feed.secret_hash = sha256(agenda_feed.secret::bytea)
    and appointment.state <> 'cancelled'
    and appointment.starts_at > now() - interval '31 days'
  order by appointment.starts_at
  limit 5000
$$;

comment on function public.agenda_feed(text) is 'The appointments behind the secret of a feed, from a month ago on: times and initials. For the service only.';
grant execute on function public.agenda_feed(text) to service_role;

create function public.agenda_feed_exists(secret text) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (select from private.agenda_feeds where secret_hash = sha256(agenda_feed_exists.secret::bytea))
$$;

comment on function public.agenda_feed_exists(text) is 'Whether a feed has this secret: an agenda without appointments is no unknown one. For the service only.';
grant execute on function public.agenda_feed_exists(text) to service_role;
