-- The audit log: who read or changed a patient's record, and when. Rows are only ever added.

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account_id uuid,
  account_kind public.account_kind,
  action text not null,
  patient_id uuid,
  appointment_id uuid,
  details jsonb not null default '{}',
  constraint "Actions are words" check (action ~ '^[a-z_]{3,60}$')
);

comment on table public.audit_log is 'Every reading of a patient''s record by another person, and every change of an appointment. Append-only.';
comment on column public.audit_log.id is 'Order of the entries.';
comment on column public.audit_log.at is 'When.';
comment on column public.audit_log.account_id is 'Who; null for the system. No foreign key: the log outlives the account.';
comment on column public.audit_log.account_kind is 'As what.';
comment on column public.audit_log.action is 'What was done, e.g. patient_read, appointment_booked.';
comment on column public.audit_log.patient_id is 'Whose record. No foreign key: the log outlives the patient.';
comment on column public.audit_log.appointment_id is 'Which appointment, if any.';
comment on column public.audit_log.details is 'Facts without health data.';

create index audit_log_patient on public.audit_log (patient_id, at desc);
create index audit_log_appointment on public.audit_log (appointment_id);

grant select on public.audit_log to authenticated, service_role;

create function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'The audit log is append-only' using errcode = '42501';
end
$$;

comment on function private.refuse_change() is 'Trigger: keeps a table append-only.';

create trigger audit_log_append_only before update or delete on public.audit_log
  for each row execute function private.refuse_change();
create trigger audit_log_not_truncated before truncate on public.audit_log
  for each statement execute function private.refuse_change();

create function private.audit(
  action text, patient_id uuid, appointment_id uuid default null, details jsonb default '{}'
) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.audit_log (account_id, account_kind, action, patient_id, appointment_id, details)
  values (
    (select auth.uid()),
    -- Who calls this has asked verified_uid() already.
    (select kind from public.accounts where id = (select auth.uid())),
    action, patient_id, appointment_id, details
  );
end
$$;

comment on function private.audit(text, uuid, uuid, jsonb) is 'Writes one entry of the audit log for whoever asks.';

alter table public.audit_log enable row level security;

create policy "People read the log of the patients they act for" on public.audit_log
  for select to authenticated
  using (patient_id = any (array(select private.my_patients())));
