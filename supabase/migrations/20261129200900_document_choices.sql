-- What patients and doctors do with an issued document: another pharmacy, the CNS, another try.

create function private.document_for_patient(document_id uuid) returns public.documents
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.documents;
begin
  select * into mine from public.documents
  where id = document_for_patient.document_id and state <> 'draft' and patient_id in (select private.my_patients())
  for update;
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  return mine;
end
$$;

comment on function private.document_for_patient(uuid) is 'An issued document of a patient for whom whoever asks acts, locked. Errors: not_found.';

create function private.send_copy_to(document public.documents, chosen public.organisations) returns void
language plpgsql
set search_path = ''
as $$
declare
  former public.document_deliveries;
begin
  if document.state = 'voided' then
    perform private.raise_error(409, 'document_voided');
  end if;
  select * into former from public.document_deliveries
  where document_id = document.id and purpose = 'copy' and organisation_id is not null
  order by created_at desc
  limit 1
  for update;
  if former.organisation_id = chosen.id and former.state <> 'failed' then
    return;
  end if;
  if former.state = 'waiting' and former.attempts = 0 then
    update public.document_deliveries set state = 'failed', last_error = 'another one was chosen' where id = former.id;
  elsif former.id is not null and former.organisation_id <> chosen.id then
    insert into public.document_deliveries (document_id, recipient, purpose, organisation_id, address)
    values (document.id, former.recipient, 'withdrawn', former.organisation_id, former.address);
  end if;
  insert into public.document_deliveries (document_id, recipient, organisation_id, created_at)
  values (document.id, chosen.kind::text::public.document_recipient, chosen.id, clock_timestamp());
end
$$;

comment on function private.send_copy_to(public.documents, public.organisations) is 'Sends the copy to another organisation and tells the former one. The same one again: nothing more, unless it failed.';

create function public.choose_pharmacy(document_id uuid, pharmacy_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_patient(document_id);
  chosen public.organisations;
begin
  select * into chosen from public.organisations where id = choose_pharmacy.pharmacy_id and kind = 'pharmacy' and active;
  if chosen.id is null or mine.kind <> 'prescription' then
    perform private.raise_error(400, 'not_a_pharmacy');
  end if;
  update public.patients set pharmacy_id = chosen.id where id = mine.patient_id;
  perform private.send_copy_to(mine, chosen);
end
$$;

comment on function public.choose_pharmacy(uuid, uuid) is 'The patient chooses the pharmacy of a prescription, and of coming ones. Errors: not_found, not_a_pharmacy, document_voided.';

create function public.choose_laboratory(document_id uuid, laboratory_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_patient(document_id);
  chosen public.organisations;
begin
  select * into chosen from public.organisations where id = choose_laboratory.laboratory_id and kind = 'laboratory' and active;
  if chosen.id is null or mine.kind <> 'lab_order' then
    perform private.raise_error(400, 'not_a_laboratory');
  end if;
  update public.patients set laboratory_id = chosen.id where id = mine.patient_id;
  perform private.send_copy_to(mine, chosen);
end
$$;

comment on function public.choose_laboratory(uuid, uuid) is 'The patient chooses the laboratory of a lab order, and of coming ones. Errors: not_found, not_a_laboratory, document_voided.';

create function public.send_fee_note_to_cns(document_id uuid, proof_path text, proof_name text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_patient(document_id);
  sending uuid;
begin
  if mine.kind <> 'fee_note' then
    perform private.raise_error(400, 'not_a_fee_note');
  end if;
  if mine.state = 'voided' then
    perform private.raise_error(409, 'document_voided');
  end if;
  -- Only what our server laid beside this very document: another path would send somebody else's file.
  if send_fee_note_to_cns.proof_path !~ format('^%s/payment-[0-9a-f]{64}\.(pdf|jpg|png)$', mine.id) then
    perform private.raise_error(404, 'not_found');
  end if;
  if not exists (select from private.settings where cns_email is not null) then
    perform private.raise_error(409, 'cns_address_missing');
  end if;
  select id into sending from public.document_deliveries
  where document_deliveries.document_id = mine.id and recipient = 'cns' and purpose = 'payment' and state <> 'failed';
  if sending is not null then
    return sending;
  end if;
  update public.documents set paid_at = now() where id = mine.id;
  insert into public.document_deliveries (document_id, recipient, purpose, proof_path, proof_name)
  values (mine.id, 'cns', 'payment', send_fee_note_to_cns.proof_path, send_fee_note_to_cns.proof_name)
  returning id into sending;
  insert into public.document_deliveries (document_id, recipient, purpose, account_id, proof_path, proof_name)
  values (mine.id, 'patient', 'payment', (select private.verified_uid()), send_fee_note_to_cns.proof_path, send_fee_note_to_cns.proof_name);
  return sending;
end
$$;

comment on function public.send_fee_note_to_cns(uuid, text, text) is 'Sends a paid fee note with the proof of payment to the CNS, and a copy to whoever asks. Sent already: nothing more. The proof lies beside the document in Storage, where only our server writes. Errors: not_found, not_a_fee_note, document_voided, cns_address_missing.';

create function public.retry_delivery(delivery_id uuid, address text default null) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  failed public.document_deliveries;
  mine public.documents;
begin
  -- Whose it is, first: nobody else may hold the row of a delivery.
  mine := private.document_for_doctor((
    select document_id from public.document_deliveries where id = retry_delivery.delivery_id
  ));
  select * into failed from public.document_deliveries where id = retry_delivery.delivery_id for update;
  -- Where a patient forwards something is not the doctor's business.
  if failed.recipient = 'other' then
    perform private.raise_error(404, 'not_found');
  end if;
  if failed.state <> 'failed' then
    return;
  end if;
  if mine.state = 'voided' and failed.purpose <> 'voided' then
    perform private.raise_error(409, 'document_voided');
  end if;
  update public.document_deliveries
  set state = 'waiting', due_at = now(), attempts = 0, first_tried_at = null, address = coalesce(retry_delivery.address, document_deliveries.address)
  where id = failed.id;
end
$$;

comment on function public.retry_delivery(uuid, text) is 'The doctor sends a failed delivery again, to another address when one is given. Errors: not_found, document_voided.';

grant execute on function
  public.choose_pharmacy(uuid, uuid),
  public.choose_laboratory(uuid, uuid),
  public.send_fee_note_to_cns(uuid, text, text),
  public.retry_delivery(uuid, text)
to authenticated;
