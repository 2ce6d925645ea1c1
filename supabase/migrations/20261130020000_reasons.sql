-- Why somebody comes: each doctor's list of reasons, with a length and up to five questions. Patients read it through
-- doctor_calendar(); doctors change it through save_reason(), place_reason() and remove_reason().

create type public.question_kind as enum ('text', 'yes_no');
comment on type public.question_kind is 'How a question is answered: in words, or with yes or no.';

create table public.reasons (
  id uuid primary key default gen_random_uuid(),
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  name text not null,
  minutes integer not null,
  position integer not null default 1,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint "Names of reasons say something in at most 80 characters" check (not private.is_blank(name) and length(name) <= 80),
  constraint "Reasons take between 5 and 60 minutes" check (minutes between 5 and 60)
);

comment on table public.reasons is 'Reasons for a visit, as each doctor offers them.';
comment on column public.reasons.id is 'Identifier; chosen by the form, so that a form sent twice adds one.';
comment on column public.reasons.doctor_id is 'Whose list.';
comment on column public.reasons.name is 'What patients choose, in the doctor''s words.';
comment on column public.reasons.minutes is 'How long an appointment for it lasts.';
comment on column public.reasons.position is 'Place in the list, from 1.';
comment on column public.reasons.active is 'Whether patients can choose it.';
comment on column public.reasons.created_at is 'When it was added.';

create index reasons_doctor on public.reasons (doctor_id, position);

grant select on public.reasons to authenticated, service_role;

alter table public.reasons enable row level security;

create policy "Doctors read their own reasons" on public.reasons
  for select to authenticated using (doctor_id = (select private.verified_uid()));

create table public.reason_questions (
  id uuid primary key default gen_random_uuid(),
  reason_id uuid not null references public.reasons (id) on delete cascade,
  position integer not null,
  kind public.question_kind not null default 'text',
  question text not null,
  constraint "A reason has at most five questions" check (position between 1 and 5),
  constraint "One question at a place" unique (reason_id, position),
  constraint "Questions say something in at most 200 characters" check (not private.is_blank(question) and length(question) <= 200)
);

comment on table public.reason_questions is 'What a doctor asks whoever books for a reason.';
comment on column public.reason_questions.id is 'Identifier; another one when the doctor changes the question, so that no answer is taken for the answer to another question.';
comment on column public.reason_questions.reason_id is 'Whoever books for this reason is asked.';
comment on column public.reason_questions.position is 'Place among the questions, 1 to 5.';
comment on column public.reason_questions.kind is 'How it is answered.';
comment on column public.reason_questions.question is 'The question, in the doctor''s words.';

grant select on public.reason_questions to authenticated, service_role;

alter table public.reason_questions enable row level security;

create policy "Doctors read their own questions" on public.reason_questions
  for select to authenticated
  using (reason_id in (select id from public.reasons where doctor_id = (select private.verified_uid())));

-- Names and questions are copied, so that an appointment shows what was asked when it was booked.
alter table public.appointments
  add column visit_reason text not null default '',
  add constraint "Reasons for the visit have at most 80 characters" check (length(visit_reason) <= 80);

comment on column public.appointments.visit_reason is 'The reason that the patient chose, as it was called then; empty for another one. Read through functions only.';

create table public.appointment_answers (
  appointment_id uuid not null references public.appointments (id) on delete cascade,
  position integer not null,
  kind public.question_kind not null,
  question text not null,
  answer text not null,
  primary key (appointment_id, position),
  constraint "Answers say something in at most 500 characters" check (not private.is_blank(answer) and length(answer) <= 500),
  constraint "Yes and no are the answers to yes or no" check (kind <> 'yes_no' or answer in ('yes', 'no'))
);

comment on table public.appointment_answers is 'What a patient answered to the doctor''s questions. No client reads it here: the doctor does through functions that write the audit log.';
comment on column public.appointment_answers.appointment_id is 'The appointment for which it was asked.';
comment on column public.appointment_answers.position is 'Place among the questions.';
comment on column public.appointment_answers.kind is 'How it is answered.';
comment on column public.appointment_answers.question is 'The question as it was asked.';
comment on column public.appointment_answers.answer is 'The answer in words; `yes` or `no` to a question of this kind. What was left empty has no row.';

grant select on public.appointment_answers to service_role;
alter table public.appointment_answers enable row level security;
