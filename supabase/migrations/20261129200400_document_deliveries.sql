-- Deliveries: one sending of one document to one recipient by e-mail. Written with the document; worked like the outbox.

create type public.document_recipient as enum ('patient', 'pharmacy', 'laboratory', 'cns', 'other');
comment on type public.document_recipient is 'Who a document is sent to; other: an address that the patient typed.';

create type public.delivery_purpose as enum ('copy', 'voided', 'withdrawn', 'payment', 'not_delivered', 'forward');
comment on type public.delivery_purpose is 'A copy; word that it is void; word to the former pharmacy or laboratory that another one has it; a fee note with the proof of its payment; word to the patient that somebody could not be reached; forwarded by the patient.';

create type public.delivery_state as enum ('waiting', 'sent', 'delivered', 'failed');
comment on type public.delivery_state is 'Waiting, sent (accepted by the provider), delivered, failed (waits for a person).';

create table public.document_deliveries (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references public.documents (id),
  recipient public.document_recipient not null,
  purpose public.delivery_purpose not null default 'copy',
  account_id uuid references public.accounts (id) on delete set null,
  organisation_id uuid references public.organisations (id),
  address text,
  proof_path text,
  proof_name text,
  state public.delivery_state not null default 'waiting',
  due_at timestamptz not null default now(),
  lease uuid,
  leased_until timestamptz,
  attempts integer not null default 0,
  first_tried_at timestamptz,
  last_error text,
  provider_message_id text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint "Pharmacies and laboratories are organisations" check (
    (recipient in ('pharmacy', 'laboratory')) = (organisation_id is not null)
  ),
  constraint "Only patients have an account" check (account_id is null or recipient in ('patient', 'other')),
  constraint "Only what is forwarded goes elsewhere" check (
    (purpose <> 'forward' or recipient = 'other') and (recipient <> 'other' or address is not null)
  ),
  constraint "Other addresses hold one @" check (address ~ '^[^@\s]+@[^@\s]+$'),
  constraint "A payment has its proof" check ((purpose = 'payment') = (proof_path is not null and proof_name is not null)),
  constraint "What was sent has a time" check (state not in ('sent', 'delivered') or sent_at is not null)
);

comment on table public.document_deliveries is 'Every sending of a document to a recipient. The address is read when it is sent.';
comment on column public.document_deliveries.id is 'Identifier; also the key by which a mail program recognises a second try.';
comment on column public.document_deliveries.document_id is 'Which document.';
comment on column public.document_deliveries.recipient is 'Who gets it.';
comment on column public.document_deliveries.purpose is 'What for.';
comment on column public.document_deliveries.account_id is 'Patients: the account that acts for them. Other addresses: the account that forwarded it.';
comment on column public.document_deliveries.organisation_id is 'Which pharmacy or laboratory.';
comment on column public.document_deliveries.address is 'Another address than the recipient''s own, given by the doctor; of other recipients the address that the patient typed.';
comment on column public.document_deliveries.proof_path is 'Payments: the proof''s file in the bucket documents.';
comment on column public.document_deliveries.proof_name is 'Payments: what the proof''s attachment is called.';
comment on column public.document_deliveries.state is 'Where it stands.';
comment on column public.document_deliveries.due_at is 'Not before this time; moves back after a failure.';
comment on column public.document_deliveries.lease is 'Which claim of a worker holds it.';
comment on column public.document_deliveries.leased_until is 'A worker has it until then.';
comment on column public.document_deliveries.attempts is 'How often it was tried.';
comment on column public.document_deliveries.first_tried_at is 'When a worker claimed it first: before a second try the provider is asked for what it has had since.';
comment on column public.document_deliveries.last_error is 'Why the last try failed; no personal data.';
comment on column public.document_deliveries.provider_message_id is 'The provider''s identifier of the message.';
comment on column public.document_deliveries.sent_at is 'When the provider took it.';
comment on column public.document_deliveries.created_at is 'When it was written.';
comment on column public.document_deliveries.updated_at is 'When the row was last changed.';

create index document_deliveries_document on public.document_deliveries (document_id);
create index document_deliveries_account on public.document_deliveries (account_id);
create index document_deliveries_organisation on public.document_deliveries (organisation_id);
create index document_deliveries_due on public.document_deliveries (due_at) where state = 'waiting';
create index document_deliveries_provider_message on public.document_deliveries (provider_message_id);

grant select on public.document_deliveries to service_role;

create trigger document_deliveries_touch before update on public.document_deliveries
  for each row execute function private.touch_updated_at();

-- No policy: document_page() shows them.
alter table public.document_deliveries enable row level security;

create function private.deliver_to_patient(document public.documents, purpose public.delivery_purpose) returns void
language sql
set search_path = ''
as $$
  insert into public.document_deliveries (document_id, recipient, purpose, account_id)
  select document.id, 'patient', deliver_to_patient.purpose, guardianship.account_id
  from private.current_guardianships as guardianship
  join public.accounts as account on account.id = guardianship.account_id and account.active
  where guardianship.patient_id = document.patient_id
$$;

comment on function private.deliver_to_patient(public.documents, public.delivery_purpose) is 'Sends a document to every account that acts for its patient now.';

create function private.deliver_copies(document public.documents) returns void
language plpgsql
set search_path = ''
as $$
declare
  patient public.patients;
begin
  select * into patient from public.patients where id = document.patient_id;
  perform private.deliver_to_patient(document, 'copy');
  if document.kind = 'prescription' and patient.pharmacy_id is not null then
    insert into public.document_deliveries (document_id, recipient, organisation_id)
    values (document.id, 'pharmacy', patient.pharmacy_id);
  elsif document.kind = 'lab_order' and patient.laboratory_id is not null then
    insert into public.document_deliveries (document_id, recipient, organisation_id)
    values (document.id, 'laboratory', patient.laboratory_id);
  elsif document.kind = 'sick_leave' then
    insert into public.document_deliveries (document_id, recipient) values (document.id, 'cns');
  end if;
end
$$;

comment on function private.deliver_copies(public.documents) is 'The copies that go out with a document: patient, and pharmacy, laboratory or CNS.';

-- Whoever got it or is about to: each address is told once.
create function private.tell_recipients_of_void(document public.documents) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.deliver_to_patient(document, 'voided');
  insert into public.document_deliveries (document_id, recipient, purpose, account_id, organisation_id, address)
  select distinct on (recipient, organisation_id, lower(address))
    document.id, recipient, 'voided'::public.delivery_purpose, account_id, organisation_id, address
  from public.document_deliveries
  where document_id = document.id and recipient <> 'patient' and purpose in ('copy', 'payment', 'forward') and attempts > 0;
  -- What nobody has tried to send yet needs not go out any more.
  update public.document_deliveries
  set state = 'failed', last_error = 'document voided', lease = null, leased_until = null
  where document_id = document.id and purpose in ('copy', 'payment', 'forward') and state = 'waiting';
end
$$;

comment on function private.tell_recipients_of_void(public.documents) is 'Tells whoever got a document that it is void.';
