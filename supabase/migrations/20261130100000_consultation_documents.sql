-- The documents of a consultation, as the pages of the call name them: live, for the patient and the doctor.

create function private.consultation_documents(mine public.appointments) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', document.id, 'kind', document.kind, 'state', document.state, 'number', private.document_number(document),
    'signed', document.issues_at is not null, 'corrected', document.replaced_by is not null,
    'paid', document.paid_at is not null, 'copy', copy.copy
  ) order by document.created_at), '[]')
  from public.documents as document
  left join lateral (
    select jsonb_build_object('name', organisation.name, 'state', delivery.state) as copy
    from public.document_deliveries as delivery
    left join public.organisations as organisation on organisation.id = delivery.organisation_id
    where delivery.document_id = document.id and delivery.purpose = 'copy'
      and delivery.recipient in ('pharmacy', 'laboratory', 'cns')
    order by delivery.created_at desc
    limit 1
  ) as copy on true
  where document.appointment_id = mine.id
$$;

comment on function private.consultation_documents(public.appointments) is 'The documents of a consultation, without their content, and where the copy is. The patient learns of a draft that it is being written.';

create trigger document_deliveries_copy after insert or update of state on public.document_deliveries
  for each row when (new.purpose = 'copy' and new.recipient in ('pharmacy', 'laboratory', 'cns'))
  execute function private.broadcast_delivery('appointment');
