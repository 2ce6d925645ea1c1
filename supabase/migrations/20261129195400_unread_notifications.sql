-- An e-mail without content to whoever was away for five minutes when a message came, at most one until they read.

alter table public.notifications add constraint "Unread messages are told to an account by e-mail" check (
  kind <> 'unread_messages' or (channel = 'email' and account_id is not null)
);

create unique index notifications_unread_messages on public.notifications (account_id)
  where kind = 'unread_messages' and state = 'due';

create function private.message_notice_at(notice public.message_notice, written_at timestamptz) returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
declare
  -- On the clock in Luxembourg; quiet from 21:00 to 8:00.
  due constant timestamp := (written_at + interval '5 minutes') at time zone 'Europe/Luxembourg';
  morning constant timestamp := date_trunc('day', due) + interval '8 hours';
begin
  if notice = 'once_a_day' or due::time >= '21:00' or due::time < '08:00' then
    return (case when due < morning then morning else morning + interval '1 day' end) at time zone 'Europe/Luxembourg';
  end if;
  return written_at + interval '5 minutes';
end
$$;

comment on function private.message_notice_at(public.message_notice, timestamptz) is 'When an e-mail tells of a message: after five minutes, not between 21:00 and 8:00; once a day: at the next 8:00.';

create function private.notify_unread() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.notifications (kind, channel, account_id, language, due_at, created_at)
  select 'unread_messages', 'email', account.id, account.language,
    private.message_notice_at(coalesce(settings.notice, 'at_once'), new.sent_at), clock_timestamp()
  from public.threads as thread
  cross join lateral (
    select thread.doctor_id as account_id where new.author_id <> thread.doctor_id
    union all
    select guardianship.account_id from private.current_guardianships as guardianship
    where guardianship.patient_id = thread.patient_id and new.author_id = thread.doctor_id
  ) as reader
  join public.accounts as account on account.id = reader.account_id and account.active
  left join public.message_settings as settings on settings.account_id = account.id
  where thread.id = new.thread_id
    and coalesce(settings.notice, 'at_once') <> 'never'
    -- They were told already and have not read since.
    and not exists (
      select from public.notifications as told
      where told.account_id = account.id and told.kind = 'unread_messages' and told.state <> 'withdrawn'
        and told.created_at >= (select min(sent_at) from private.unread_messages(account.id))
    )
  on conflict (account_id) where kind = 'unread_messages' and state = 'due' do nothing;
  return null;
end
$$;

comment on function private.notify_unread() is 'Trigger: an e-mail in five minutes to whoever reads the other side of a thread, unless they were told and have not read since.';

create trigger messages_notify after insert on public.messages
  for each row when (new.read_at is null)
  execute function private.notify_unread();

create function private.withdraw_unread() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.notifications as notification set state = 'withdrawn'
  where notification.kind = 'unread_messages' and notification.state = 'due'
    and notification.account_id in (
      select thread.doctor_id from public.threads as thread where thread.id in (select thread_id from read_messages)
      union all
      select guardianship.account_id
      from public.threads as thread
      join public.guardianships as guardianship on guardianship.patient_id = thread.patient_id
      where thread.id in (select thread_id from read_messages)
    )
    and not exists (select from private.unread_messages(notification.account_id));
  return null;
end
$$;

comment on function private.withdraw_unread() is 'Trigger: what was read needs no e-mail.';

create trigger messages_withdraw_notice after update on public.messages
  referencing new table as read_messages
  for each statement execute function private.withdraw_unread();
