-- Documents: what a doctor issues after a consultation. No client writes here: functions of their own do.

create type public.document_kind as enum ('prescription', 'lab_order', 'sick_leave', 'fee_note');
comment on type public.document_kind is 'Prescription, lab order, sick leave, fee note.';

create type public.document_state as enum ('draft', 'issued', 'voided');
comment on type public.document_state is 'Draft, issued, voided. Never back.';

create table public.documents (
  id uuid primary key default gen_random_uuid(),
  kind public.document_kind not null,
  appointment_id uuid not null references public.appointments (id),
  patient_id uuid not null references public.patients (id),
  doctor_id uuid not null references public.doctors (id),
  language public.language_code not null,
  content jsonb not null default '{}',
  version integer not null default 1,
  state public.document_state not null default 'draft',
  issues_at timestamptz,
  issued_at timestamptz,
  year integer,
  number integer,
  facts jsonb,
  code text unique,
  sha256 text,
  employer_sha256 text,
  file_bytes integer,
  lease uuid,
  leased_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  corrects uuid references public.documents (id),
  replaced_by uuid references public.documents (id),
  voided_at timestamptz,
  void_reason text,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Numbers of one kind and year are unique" unique (kind, year, number),
  constraint "Content is an object of at most 64 kB" check (jsonb_typeof(content) = 'object' and length(content::text) <= 65536),
  constraint "What is issued has a number, a code and what is printed" check (
    state = 'draft' or (issued_at is not null and year is not null and number is not null and code is not null and facts is not null)
  ),
  constraint "Drafts have no number" check (state <> 'draft' or number is null),
  constraint "Codes have 128 bits" check (code ~ '^[0-9a-f]{32}$'),
  constraint "A file has its SHA-256 and size" check ((sha256 is null) = (file_bytes is null)),
  constraint "SHA-256 is hexadecimal" check (sha256 ~ '^[0-9a-f]{64}$' and employer_sha256 ~ '^[0-9a-f]{64}$'),
  constraint "Sick leaves have a file for the employer" check (
    (employer_sha256 is not null) = (kind = 'sick_leave' and sha256 is not null)
  ),
  constraint "What is voided says when and why" check ((state = 'voided') = (voided_at is not null and void_reason is not null)),
  constraint "Reasons say something in at most 500 characters" check (
    not private.is_blank(void_reason) and length(void_reason) <= 500
  ),
  constraint "Only fee notes are paid" check (paid_at is null or kind = 'fee_note')
);

comment on table public.documents is 'Prescriptions, lab orders, sick leaves and fee notes. Nothing issued is changed or deleted: it is voided, or corrected by a new one.';
comment on column public.documents.id is 'Identifier; chosen by whoever begins the draft, so that a form sent twice makes one.';
comment on column public.documents.kind is 'What it is.';
comment on column public.documents.appointment_id is 'The consultation it comes from.';
comment on column public.documents.patient_id is 'The patient of the appointment.';
comment on column public.documents.doctor_id is 'The doctor of the appointment.';
comment on column public.documents.language is 'Language of the paper: the patient''s.';
comment on column public.documents.content is 'What the doctor filled in; its shape depends on the kind (private.document_problem).';
comment on column public.documents.version is 'Counts the savings of a draft: a second tab with an old version is told.';
comment on column public.documents.state is 'Where it stands.';
comment on column public.documents.issues_at is 'The doctor has signed: the draft becomes a document at this time and may be taken back before.';
comment on column public.documents.issued_at is 'When it was issued.';
comment on column public.documents.year is 'Year of the number, in the doctor''s time zone.';
comment on column public.documents.number is 'Number within kind and year, without gaps.';
comment on column public.documents.facts is 'What else is printed, as it was at the time: doctor, patient, names, amounts, validity.';
comment on column public.documents.code is 'Verification code: 128 random bits, hexadecimal; in the QR code.';
comment on column public.documents.sha256 is 'SHA-256 of the PDF, hexadecimal; null until the worker has made it.';
comment on column public.documents.employer_sha256 is 'Sick leaves: SHA-256 of the PDF that holds the employer''s sheet alone, without the diagnosis.';
comment on column public.documents.file_bytes is 'Length of the PDF.';
comment on column public.documents.lease is 'Which worker makes the PDF.';
comment on column public.documents.leased_until is 'Until when it is that worker''s.';
comment on column public.documents.attempts is 'How often a worker began.';
comment on column public.documents.last_error is 'Why the last try failed; no health data.';
comment on column public.documents.corrects is 'The document that this one takes the place of once it is issued.';
comment on column public.documents.replaced_by is 'The document that corrected this one.';
comment on column public.documents.voided_at is 'When it was voided.';
comment on column public.documents.void_reason is 'Why; told to whoever got it.';
comment on column public.documents.paid_at is 'Fee notes: when the patient said they had paid.';
comment on column public.documents.created_at is 'When the draft was begun.';
comment on column public.documents.updated_at is 'When the row was last changed.';

create index documents_appointment on public.documents (appointment_id);
create index documents_patient on public.documents (patient_id, issued_at desc);
create index documents_doctor on public.documents (doctor_id, created_at desc);
create index documents_corrects on public.documents (corrects);
create index documents_replaced_by on public.documents (replaced_by);
create index documents_due on public.documents (issues_at) where state = 'draft' and issues_at is not null;
create index documents_unmade on public.documents (issued_at) where state <> 'draft' and sha256 is null;
create unique index documents_one_correction on public.documents (corrects) where state = 'draft';

grant select on public.documents to service_role;

create trigger documents_touch before update on public.documents
  for each row execute function private.touch_updated_at();

-- Issued content is evidence: whoever writes, the functions included, leaves it as it is.
create function private.keep_issued_document() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.state = 'draft' and tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'Documents that were issued are never deleted' using errcode = '42501';
  end if;
  if old.state <> 'draft' and (
    (new.kind, new.appointment_id, new.doctor_id, new.language, new.content, new.issued_at, new.year, new.number, new.facts, new.code)
      is distinct from
    (old.kind, old.appointment_id, old.doctor_id, old.language, old.content, old.issued_at, old.year, old.number, old.facts, old.code)
    or (
      old.sha256 is not null
      and (new.sha256, new.employer_sha256) is distinct from (old.sha256, old.employer_sha256)
    )
    -- It follows its appointment when two records of one person become one; what is printed stays.
    or (new.patient_id <> old.patient_id and new.patient_id is distinct from (
      select appointment.patient_id from public.appointments as appointment where appointment.id = new.appointment_id
    ))
    or new.state = 'draft' or (old.state = 'voided' and new.state <> 'voided')
  ) then
    raise exception 'Documents that were issued are never changed' using errcode = '42501';
  end if;
  return new;
end
$$;

comment on function private.keep_issued_document() is 'Trigger: nothing issued is changed or deleted.';

create trigger documents_keep before update or delete on public.documents
  for each row execute function private.keep_issued_document();

-- No policy: content is health data, and reading it goes through functions that write the audit log.
alter table public.documents enable row level security;

create table private.document_numbers (
  kind public.document_kind not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);

comment on table private.document_numbers is 'The last number given, for each kind and year. Its row is locked until the document is written: no gaps.';
comment on column private.document_numbers.kind is 'Kind of document.';
comment on column private.document_numbers.year is 'Year.';
comment on column private.document_numbers.last is 'The last number.';

alter table private.document_numbers enable row level security;

-- The files: no policy opens the bucket. The app reads them for whoever document_file() lets read.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('documents', 'documents', false, 20971520, array['application/pdf', 'image/jpeg', 'image/png']);
