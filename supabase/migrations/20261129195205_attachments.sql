-- Attachments: files in threads. Who keeps which: attachment_access.

create type public.attachment_state as enum ('uploading', 'held_back', 'ready', 'refused');
comment on type public.attachment_state is 'Where a file stands: on its way to Storage, waiting for the virus scanner, ready to be opened, refused by the scanner.';

create table public.attachments (
  id uuid primary key,
  thread_id uuid not null references public.threads (id) on delete cascade,
  author_id uuid not null references public.accounts (id),
  appointment_id uuid references public.appointments (id),
  name text not null,
  state public.attachment_state not null default 'uploading',
  type text,
  bytes integer,
  sha256 text,
  begun_at timestamptz not null default clock_timestamp(),
  constraint "Names of files are one line of at most 255 characters" check (
    not private.is_blank(name) and length(name) <= 255 and name !~ '[[:cntrl:]/\\]'
  ),
  constraint "Files are PDF, JPEG, PNG or DOCX" check (
    type in (
      'application/pdf', 'image/jpeg', 'image/png',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    )
  ),
  constraint "Files have between 1 byte and 20 MiB" check (bytes between 1 and 20971520),
  constraint "The sum of a file is a SHA-256" check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint "What has arrived is known by type, size and sum" check (
    state = 'uploading' or (type is not null and bytes is not null and sha256 is not null)
  )
);

comment on table public.attachments is 'Files of threads. A file that was sent is also a message with the same id, whose text is the name.';
comment on column public.attachments.id is 'Identifier, chosen by the writer; that of its message.';
comment on column public.attachments.thread_id is 'In which thread.';
comment on column public.attachments.author_id is 'Who sends it.';
comment on column public.attachments.appointment_id is 'In whose consultation it was sent; null outside of one.';
comment on column public.attachments.name is 'Name as the sender has it. Not the name in Storage, which refuses accents.';
comment on column public.attachments.state is 'Where it stands.';
comment on column public.attachments.type is 'Media type by content; null until it has arrived.';
comment on column public.attachments.bytes is 'Size as it is kept, without the metadata of pictures; null until it has arrived.';
comment on column public.attachments.sha256 is 'SHA-256 as it is kept, hexadecimal; the last part of its name in Storage.';
comment on column public.attachments.begun_at is 'When the upload began.';

create index attachments_author on public.attachments (author_id, begun_at);
create index attachments_thread on public.attachments (thread_id);
create index attachments_appointment on public.attachments (appointment_id);
create index attachments_unfinished on public.attachments (begun_at) where state in ('uploading', 'held_back');

grant select on public.attachments to service_role;
-- No policy: names are health data, and reading goes through functions that write the audit log.
alter table public.attachments enable row level security;

create table public.attachment_openings (
  attachment_id uuid not null references public.attachments (id) on delete cascade,
  account_id uuid not null references public.accounts (id),
  opened_at timestamptz not null default clock_timestamp(),
  primary key (attachment_id, account_id)
);

comment on table public.attachment_openings is 'Who has opened which file of another person; from then on it is kept in that account.';
comment on column public.attachment_openings.attachment_id is 'The file.';
comment on column public.attachment_openings.account_id is 'Who opened it.';
comment on column public.attachment_openings.opened_at is 'When, the first time.';

create index attachment_openings_account on public.attachment_openings (account_id);

grant select on public.attachment_openings to service_role;
alter table public.attachment_openings enable row level security;

alter table private.settings add column attachments_per_day integer not null default 40,
  add constraint "Between 5 and 500 files a day" check (attachments_per_day between 5 and 500);
comment on column private.settings.attachments_per_day is 'How many files an account that acts for patients may send within 24 hours; doctors ten times as many.';

-- The bytes. What a browser uploads is read by nobody but our server, which lays what it has checked beside it.
insert into storage.buckets (id, name, public, file_size_limit)
values ('attachments', 'attachments', false, 20971520);

create function private.attachment_folder(attachment public.attachments) returns text
language sql
immutable
set search_path = ''
as $$
  -- Not the thread's: two records of one person become one, and their threads with them.
  select attachment.id::text
$$;

comment on function private.attachment_folder(public.attachments) is 'Where a file lies in the bucket attachments: `upload` in it is what came, the SHA-256 what is kept.';

create function private.my_uploads() returns setof text
language sql
stable security definer
set search_path = ''
as $$
  select private.attachment_folder(attachment) || '/upload'
  from public.attachments as attachment
  where attachment.author_id = (select private.verified_uid()) and attachment.state = 'uploading'
$$;

comment on function private.my_uploads() is 'The names in Storage that whoever asks may upload to: of files they have begun to send.';
grant execute on function private.my_uploads() to authenticated;

-- The only one: nobody reads, replaces or removes files here; open_attachment() decides who gets an address.
create policy "People upload the files they have begun to send" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'attachments' and name in (select private.my_uploads()));
