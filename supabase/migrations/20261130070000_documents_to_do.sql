-- What a doctor still has to do about documents: drafts to sign, copies that did not arrive. The open day shows it.

create function private.documents_to_do(doctor_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', open.id, 'kind', open.kind, 'why', open.why, 'consulted_at', open.consulted_at,
    'first_name', open.first_name, 'last_name', open.last_name
  ) order by open.why desc, open.consulted_at desc), '[]')
  from (
    select
      document.id, document.kind, coalesce(appointment.started_at, appointment.starts_at) as consulted_at,
      patient.first_name, patient.last_name,
      case document.state when 'draft' then 'draft' else 'failed' end as why
    from public.documents as document
    join public.appointments as appointment on appointment.id = document.appointment_id
    join public.patients as patient on patient.id = document.patient_id
    where document.doctor_id = documents_to_do.doctor_id
      and (
        (document.state = 'draft' and document.issues_at is null)
        or (document.state = 'issued' and exists (
          select from public.document_deliveries as failed
          where failed.document_id = document.id and failed.state = 'failed' and failed.attempts > 0
            and failed.recipient <> 'other'
            -- Another pharmacy has it, or another try was made: nothing to do.
            and not exists (
              select from public.document_deliveries as later
              where later.document_id = document.id and later.recipient = failed.recipient
                and later.purpose = failed.purpose and later.created_at > failed.created_at and later.state <> 'failed'
            )
        ))
      )
    order by document.created_at desc
    limit 20
  ) as open
$$;

comment on function private.documents_to_do(uuid) is 'The drafts of a doctor and the documents that did not reach somebody, at most 20: what the day shows as still to do.';

create function private.broadcast_document() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  touched constant public.documents := coalesce(new, old);
begin
  if tg_op <> 'UPDATE' or (new.state, new.issues_at) is distinct from (old.state, old.issues_at) then
    perform realtime.send(
      jsonb_build_object('document_id', touched.id), 'document', 'doctor:' || touched.doctor_id, true
    );
    perform realtime.send(
      jsonb_build_object('document_id', touched.id), 'document', 'appointment:' || touched.appointment_id, true
    );
  end if;
  return null;
end
$$;

comment on function private.broadcast_document() is 'Trigger: the doctor''s open day and the pages of the consultation read again when a document is begun, signed, issued, voided or thrown away.';

create trigger documents_broadcast after insert or update or delete on public.documents
  for each row execute function private.broadcast_document();

create function private.broadcast_delivery() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object('document_id', document.id), 'document',
    case tg_argv[0] when 'doctor' then 'doctor:' || document.doctor_id else 'appointment:' || document.appointment_id end, true
  )
  from public.documents as document
  where document.id = new.document_id;
  return null;
end
$$;

comment on function private.broadcast_delivery() is 'Trigger: a delivery stands otherwise; the doctor''s open day reads again, or the open pages of the consultation (argument: doctor or appointment).';

-- A copy did not arrive, or is on its way once more.
create trigger document_deliveries_broadcast after update of state on public.document_deliveries
  for each row when ((new.state = 'failed') <> (old.state = 'failed'))
  execute function private.broadcast_delivery('doctor');
