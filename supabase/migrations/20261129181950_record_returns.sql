-- Records without an account that wait for their owner: an administrator has let them sign up with a matricule that is
-- taken (admin.return_record), whoever proves the number that they gave.

create table private.record_returns (
  patient_id uuid primary key references public.patients (id) on delete cascade,
  phone text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  reason text not null,
  opened_at timestamptz not null default now()
);

comment on table private.record_returns is 'Records that are given to whoever signs up with their matricule and a certain number, within seven days; the row goes with the account that is made.';
comment on column private.record_returns.patient_id is 'Whose record.';
comment on column private.record_returns.phone is 'The mobile number (E.164) that the sign-up proves.';
comment on column private.record_returns.reason is 'What was shown to the administrator; no health data.';
comment on column private.record_returns.opened_at is 'When the administrator allowed it.';

alter table private.record_returns enable row level security;

create function private.returned_record(matricule text, phone text) returns uuid
language sql
stable security definer
set search_path = ''
as $$
  select patient.id
  from public.patients as patient
  join private.record_returns as waiting on waiting.patient_id = patient.id
  where patient.matricule = returned_record.matricule
    and waiting.phone = returned_record.phone
    and waiting.opened_at > now() - interval '7 days'
    and not exists (
      select from public.guardianships as own
      where own.patient_id = patient.id and own.relation = 'self' and own.until is null
    )
$$;

comment on function private.returned_record(text, text) is 'The record that waits for a sign-up with this matricule and number; null when none does.';
