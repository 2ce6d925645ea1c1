-- A patient forwards a prescription, or the employer's sheet of a sick leave, to an address of their own choice.

create function private.forwards_today(account_id uuid) returns bigint
language sql
stable
set search_path = ''
as $$
  select count(*)
  from public.document_deliveries as delivery
  where delivery.account_id = forwards_today.account_id and delivery.purpose = 'forward'
    and delivery.created_at > now() - interval '24 hours'
$$;

comment on function private.forwards_today(uuid) is 'How many documents an account has forwarded within 24 hours.';

create function public.forward_document(document_id uuid, delivery_id uuid, address text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_patient(document_id);
  sender constant uuid := (select private.verified_uid());
begin
  if mine.kind not in ('prescription', 'sick_leave') then
    perform private.raise_error(400, 'not_forwarded');
  end if;
  if mine.state = 'voided' then
    perform private.raise_error(409, 'document_voided');
  end if;
  -- One mailbox: what separates or wraps several in a header is refused.
  if address is null or address !~ '^[^@\s,;:<>()"\\\[\]]+@[^@\s,;:<>()"\\\[\]]+\.[^@\s.,;:<>()"\\\[\]]+$' or length(address) > 254 then
    perform private.raise_error(400, 'email_invalid');
  end if;
  -- One after the other: of many requests at once none counts what the others have not written yet.
  perform from public.accounts where id = sender for update;
  if exists (select from public.document_deliveries where id = forward_document.delivery_id) then
    return delivery_id;
  end if;
  if private.forwards_today(sender) >= (select forwards_per_day from private.settings) then
    perform private.raise_error(409, 'too_many_forwards');
  end if;
  insert into public.document_deliveries (id, document_id, recipient, purpose, account_id, address)
  values (forward_document.delivery_id, mine.id, 'other', 'forward', sender, forward_document.address);
  perform private.audit(
    'document_forwarded', mine.patient_id, mine.appointment_id,
    jsonb_build_object('document_id', mine.id, 'address', forward_document.address)
  );
  return delivery_id;
end
$$;

comment on function public.forward_document(uuid, uuid, text) is 'The patient sends a prescription, or the employer''s sheet of a sick leave, to another address. The same id again: nothing more. Errors: not_found, not_forwarded, document_voided, email_invalid, too_many_forwards.';

grant execute on function public.forward_document(uuid, uuid, text) to authenticated;
