-- What people choose about messages: when an e-mail tells of them and, as doctors, when they answer.

create type public.message_notice as enum ('at_once', 'once_a_day', 'never');
comment on type public.message_notice is 'When an e-mail tells of unread messages: after five minutes, at most once a day in the morning, never.';

create table public.message_settings (
  account_id uuid primary key default auth.uid() references public.accounts (id) on delete cascade,
  notice public.message_notice not null default 'at_once',
  answers_within_days integer,
  away_from date,
  away_until date,
  updated_at timestamptz not null default now(),
  constraint "Doctors answer within 1 to 15 working days" check (answers_within_days between 1 and 15),
  constraint "An absence has a first and a last day" check (num_nonnulls(away_from, away_until) <> 1 and away_from <= away_until)
);

comment on table public.message_settings is 'What people choose about messages. Who has no row gets an e-mail after five minutes and promises no time.';
comment on column public.message_settings.account_id is 'Whose.';
comment on column public.message_settings.notice is 'When an e-mail tells of unread messages.';
comment on column public.message_settings.answers_within_days is 'Doctors: within how many working days they usually answer; null: they do not say.';
comment on column public.message_settings.away_from is 'Doctors: first day of an absence in which they do not answer.';
comment on column public.message_settings.away_until is 'Doctors: last day of it.';
comment on column public.message_settings.updated_at is 'When the row was last changed.';

grant select, insert (notice, answers_within_days, away_from, away_until), update (notice, answers_within_days, away_from, away_until)
  on public.message_settings to authenticated;
grant select on public.message_settings to service_role;

create trigger message_settings_touch before update on public.message_settings
  for each row execute function private.touch_updated_at();

alter table public.message_settings enable row level security;

create policy "People read their own message settings" on public.message_settings
  for select to authenticated
  using (account_id = (select private.verified_uid()));
create policy "People make their own message settings" on public.message_settings
  for insert to authenticated
  with check (account_id = (select private.verified_uid()));
create policy "People change their own message settings" on public.message_settings
  for update to authenticated
  using (account_id = (select private.verified_uid()))
  with check (account_id = (select private.verified_uid()));

create function public.save_message_settings(
  notice public.message_notice, answers_within_days integer default null,
  away_from date default null, away_until date default null
) returns void
language sql
set search_path = ''
as $$
  insert into public.message_settings (notice, answers_within_days, away_from, away_until)
  values (
    save_message_settings.notice, save_message_settings.answers_within_days,
    save_message_settings.away_from, save_message_settings.away_until
  )
  on conflict (account_id) do update
  set notice = excluded.notice, answers_within_days = excluded.answers_within_days,
    away_from = excluded.away_from, away_until = excluded.away_until
$$;

comment on function public.save_message_settings(public.message_notice, integer, date, date) is 'Saves the message settings of whoever asks; the policies of the table decide.';
grant execute on function public.save_message_settings(public.message_notice, integer, date, date) to authenticated;
