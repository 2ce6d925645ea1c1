-- Appointments. No client writes here: book_appointment() and transition_appointment() do.

create type public.appointment_state as enum (
  'booked', 'waiting', 'calling', 'in_progress', 'completed', 'cancelled', 'no_show'
);
comment on type public.appointment_state is 'booked, waiting, calling, in_progress, completed; or cancelled; or no_show.';

create table public.appointments (
  id uuid primary key default gen_random_uuid(),
  patient_id uuid not null references public.patients (id),
  doctor_id uuid not null references public.doctors (id),
  during tstzrange not null,
  starts_at timestamptz not null generated always as (lower(during)) stored,
  ends_at timestamptz not null generated always as (upper(during)) stored,
  state public.appointment_state not null default 'booked',
  language public.language_code not null,
  symptoms text not null default '',
  terms_accepted_at timestamptz not null default now(),
  booked_at timestamptz not null default now(),
  booked_by uuid references public.accounts (id) on delete set null,
  waiting_since timestamptz,
  called_at timestamptz,
  started_at timestamptz,
  left_at timestamptz,
  ended_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by public.account_kind,
  cancellation_reason text,
  updated_at timestamptz not null default now(),
  constraint "Appointments have a start and an end" check (
    not isempty(during) and not lower_inf(during) and not upper_inf(during)
    and lower_inc(during) and not upper_inc(during)
  ),
  constraint "Symptoms have at most 2000 characters" check (length(symptoms) <= 2000),
  constraint "Reasons say something in at most 500 characters" check (
    not private.is_blank(cancellation_reason) and length(cancellation_reason) <= 500
  ),
  constraint "Who waits has come" check (state not in ('waiting', 'calling', 'in_progress') or waiting_since is not null),
  constraint "Who is called has a time of the call" check (state not in ('calling', 'in_progress') or called_at is not null),
  constraint "A consultation has a start" check (state <> 'in_progress' or started_at is not null),
  constraint "A completed consultation has an end" check (state <> 'completed' or ended_at is not null),
  constraint "A cancellation says when and by whom" check (
    (state = 'cancelled') = (cancelled_at is not null and cancelled_by is not null)
  ),
  constraint "A doctor has one appointment at a time" exclude using gist (doctor_id with =, during with &&)
    where (state <> 'cancelled'),
  constraint "A patient is in one place at a time" exclude using gist (patient_id with =, during with &&)
    where (state <> 'cancelled')
);

comment on table public.appointments is 'Booked slots, from the booking to the end of the consultation.';
comment on column public.appointments.id is 'Identifier; chosen by the booking form, so that a form sent twice books once.';
comment on column public.appointments.patient_id is 'Who consults.';
comment on column public.appointments.doctor_id is 'Who is consulted.';
comment on column public.appointments.during is 'The slot, start included, end excluded.';
comment on column public.appointments.starts_at is 'Start of the slot.';
comment on column public.appointments.ends_at is 'End of the slot.';
comment on column public.appointments.state is 'Where it stands.';
comment on column public.appointments.language is 'Language of the consultation, one that the doctor speaks.';
comment on column public.appointments.symptoms is 'What the patient wrote for the doctor; read through functions only.';
comment on column public.appointments.terms_accepted_at is 'When the patient accepted the terms.';
comment on column public.appointments.booked_at is 'When it was booked.';
comment on column public.appointments.booked_by is 'The account that booked it; null when that was deleted.';
comment on column public.appointments.waiting_since is 'When the patient came to the waiting room.';
comment on column public.appointments.called_at is 'When the doctor called last.';
comment on column public.appointments.started_at is 'When the patient accepted the call.';
comment on column public.appointments.left_at is 'When the patient left the running consultation, or when it went on without them and waits for their press; null while they are in it.';
comment on column public.appointments.ended_at is 'When the doctor ended it.';
comment on column public.appointments.cancelled_at is 'When it was cancelled.';
comment on column public.appointments.cancelled_by is 'Who cancelled it.';
comment on column public.appointments.cancellation_reason is 'The reason, told to the other side.';
comment on column public.appointments.updated_at is 'When the row was last changed.';

create index appointments_patient on public.appointments (patient_id, starts_at);
create index appointments_doctor on public.appointments (doctor_id, starts_at);
create index appointments_booked_by on public.appointments (booked_by, booked_at);
create index appointments_open on public.appointments (starts_at)
  where state in ('booked', 'waiting', 'calling', 'in_progress');
-- A handful of rows: who is in a waiting room or a consultation now, without all that is booked for later.
create index appointments_present on public.appointments (doctor_id)
  where state in ('waiting', 'calling', 'in_progress');

-- symptoms and cancellation_reason are missing on purpose: patients write there what ails them, and reading it goes
-- through functions that write the audit log.
grant select (
  id, patient_id, doctor_id, during, starts_at, ends_at, state, language, booked_at, booked_by, waiting_since,
  called_at, started_at, left_at, ended_at, cancelled_at, cancelled_by, updated_at
) on public.appointments to authenticated;
grant select on public.appointments to service_role;

create trigger appointments_touch before update on public.appointments
  for each row execute function private.touch_updated_at();

alter table public.appointments enable row level security;

create policy "Patients and doctors read their appointments" on public.appointments
  for select to authenticated
  using (
    patient_id = any (array(select private.my_patients()))
    or doctor_id = (select private.verified_uid())
  );

create function private.my_doctors() returns setof uuid
language sql
stable security definer
set search_path = ''
as $$
  select distinct doctor_id
  from public.appointments
  where patient_id = any (array(select private.my_patients()))
$$;

comment on function private.my_doctors() is 'The doctors with whom the patients of whoever asks have or had an appointment.';
grant execute on function private.my_doctors() to authenticated;

create policy "People read listed doctors and those of their appointments" on public.doctors
  for select to authenticated
  using (
    listed
    or id = (select private.verified_uid())
    or id in (select private.my_doctors())
  );
