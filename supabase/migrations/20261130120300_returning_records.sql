-- Somebody whose account was erased comes back: the record has kept their matricule, so nobody can sign up with it. Who
-- they are is for the helpdesk to see; number and mailbox are proved by the sign-up, as everybody's.

create function private.take_returned_record(sign_up private.sign_ups) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  record constant uuid := private.returned_record(sign_up.matricule, sign_up.phone);
begin
  delete from private.record_returns where patient_id = record;
  if not found then
    return null; -- none waits, or another sign-up was first
  end if;
  -- The name stays as the record has it; where they lived went with the former account.
  update public.patients
  set street = sign_up.street, postal_code = sign_up.postal_code, city = sign_up.city, country = sign_up.country
  where id = record;
  perform private.audit('record_returned', record);
  return record;
end
$$;

comment on function private.take_returned_record(private.sign_ups) is 'The record that waits for a sign-up, which it is given to; null when none does.';

create function admin.return_record(patient_id uuid, phone text, reason text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  patient public.patients;
  owner public.accounts;
begin
  reason := private.needed_reason(reason);
  if phone is null or phone !~ '^\+[1-9][0-9]{6,14}$' then
    raise exception 'Write the mobile number with its country and without spaces, such as +352621200001. They sign up with it.'
      using errcode = '22023';
  end if;
  select * into patient from public.patients where id = return_record.patient_id for update;
  if patient.id is null then
    raise exception 'There is no record %. Look for it in patients, by matricule.', return_record.patient_id using errcode = 'P0002';
  end if;
  select account.* into owner
  from public.guardianships as own
  join public.accounts as account on account.id = own.account_id
  where own.patient_id = patient.id and own.relation = 'self' and own.until is null;
  if owner.active then
    raise exception 'This record has an account. Its owner signs in, or asks for a new password on the sign-in page.'
      using errcode = '55000';
  elsif owner.id is not null then
    raise exception 'This record has an account that is deactivated: admin.reactivate_account(%).', quote_literal(owner.id)
      using errcode = '55000';
  end if;
  insert into private.record_returns (patient_id, phone, reason)
  values (patient.id, return_record.phone, return_record.reason)
  on conflict on constraint record_returns_pkey
  do update set phone = excluded.phone, reason = excluded.reason, opened_at = now();
  perform private.audit_administrator(
    'record_return_opened', patient.id, details => jsonb_build_object('reason', return_record.reason)
  );
  return format(
    'The record %s waits for seven days. Its owner signs up with this matricule and the number that ends in %s; the SMS code and the e-mail prove both.',
    patient.matricule, right(return_record.phone, 2)
  );
end
$$;

comment on function admin.return_record(uuid, text, text) is 'Lets the owner of a record without an account, which was erased for instance, sign up with its matricule again: with the number that is given here, within seven days. Make sure before who they are. Called again, the new number counts alone.';
