-- What the pages of documents show, and who may read them. Every reading by another person is in the audit log.

create function private.log_document_reading(documents public.documents[]) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_log (account_id, account_kind, action, patient_id, appointment_id, details)
  select
    (select auth.uid()), (select private.verified_kind()), 'document_read', document.patient_id, document.appointment_id,
    jsonb_build_object('document_id', document.id)
  from unnest(documents) as document
  where document.patient_id is distinct from private.my_own_patient()
    -- One entry an hour for one document: a page that refreshes itself is one reading.
    and not exists (
      select from public.audit_log
      where audit_log.appointment_id = document.appointment_id and action = 'document_read'
        and details ->> 'document_id' = document.id::text
        and account_id = (select auth.uid()) and at > now() - interval '1 hour'
    )
$$;

comment on function private.log_document_reading(public.documents[]) is 'Notes that whoever asks has read documents, their own record''s excepted.';

create function private.deliveries_of(document public.documents) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', delivery.id, 'recipient', delivery.recipient, 'purpose', delivery.purpose,
    'name', coalesce(
      organisation.name,
      case delivery.recipient when 'patient' then nullif(concat_ws(' ', named.first_name, named.last_name), '') end
    ),
    'city', organisation.city, 'address', delivery.address, 'state', delivery.state, 'reason', delivery.last_error,
    'sent_at', delivery.sent_at, 'due_at', delivery.due_at, 'updated_at', delivery.updated_at
  ) order by delivery.created_at, delivery.recipient), '[]')
  from public.document_deliveries as delivery
  left join public.organisations as organisation on organisation.id = delivery.organisation_id
  left join private.account_names as named on named.account_id = delivery.account_id
  where delivery.document_id = document.id
    -- Where a patient forwards something is not the doctor's business.
    and (delivery.recipient <> 'other' or document.doctor_id is distinct from (select private.verified_uid()))
$$;

comment on function private.deliveries_of(public.documents) is 'The deliveries of a document as pages show them; of what the patient forwarded the doctor sees nothing.';

create function private.document_entry(document public.documents) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', document.id, 'kind', document.kind, 'state', document.state, 'number', private.document_number(document),
    'issued_at', document.issued_at, 'issues_at', document.issues_at, 'updated_at', document.updated_at,
    'appointment_id', document.appointment_id, 'consulted_at', coalesce(appointment.started_at, appointment.starts_at),
    'ready', document.sha256 is not null, 'sha256', document.sha256, 'file_bytes', document.file_bytes,
    'replaced_by', document.replaced_by, 'corrects', document.corrects, 'void_reason', document.void_reason,
    'paid_at', document.paid_at, 'valid_until', document.facts ->> 'valid_until',
    'total_cents', (document.facts ->> 'total_cents')::integer,
    'problem', case when document.state = 'draft' then document.last_error end,
    'doctor', private.doctor_card(doctor),
    'patient', jsonb_build_object(
      'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
      'own', patient.id is not distinct from private.my_own_patient()
    ),
    'deliveries', private.deliveries_of(document)
  )
  from public.appointments as appointment
  join public.doctors as doctor on doctor.id = appointment.doctor_id
  join public.patients as patient on patient.id = appointment.patient_id
  where appointment.id = document.appointment_id
$$;

comment on function private.document_entry(public.documents) is 'A document as a list shows it.';

create function private.readable_document(document public.documents) returns boolean
language sql
stable
set search_path = ''
as $$
  select document.doctor_id = (select private.verified_uid())
    or (document.state <> 'draft' and document.patient_id = any (array(select private.my_patients())))
$$;

comment on function private.readable_document(public.documents) is 'Whether whoever asks may read a document: the doctor of the appointment; once it is issued, whoever acts for the patient.';

create function public.list_documents(appointment_id uuid default null, patient_id uuid default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found public.documents[];
begin
  found := array(
    select document
    from public.documents as document
    where (list_documents.appointment_id is null or document.appointment_id = list_documents.appointment_id)
      and (list_documents.patient_id is null or document.patient_id = list_documents.patient_id)
      and (
        document.doctor_id = (select private.verified_uid())
        or (document.state <> 'draft' and document.patient_id = any (array(select private.my_patients())))
      )
    order by coalesce(document.issued_at, document.created_at) desc
    limit 1000
  );
  perform private.log_document_reading(found);
  return coalesce((
    select jsonb_agg(private.document_entry(found[place]) order by place) from generate_subscripts(found, 1) as place
  ), '[]');
end
$$;

comment on function public.list_documents(uuid, uuid) is 'The documents of whoever asks, the newest first, at most 1000: as doctor with drafts, or of the patients they act for; of one appointment or one patient when it is given.';

create function public.document_page(document_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.documents;
  patient public.patients;
begin
  select * into mine from public.documents as document
  where document.id = document_page.document_id and private.readable_document(document);
  if mine.id is null then
    return null;
  end if;
  perform private.log_document_reading(array[mine]);
  select * into patient from public.patients where id = mine.patient_id;
  return private.document_entry(mine) || jsonb_build_object(
    'content', mine.content, 'version', mine.version, 'language', mine.language, 'code', mine.code,
    'now', now(), 'employer_sha256', mine.employer_sha256,
    'problem', case when mine.state = 'draft' then private.document_problem(mine) end,
    -- Where a laboratory visits who cannot travel; what was not confirmed for a year is asked for again.
    'home', jsonb_build_object(
      'address', concat_ws(', ', patient.street, concat_ws(' ', patient.postal_code, patient.city)),
      'phone', private.parties(mine) -> 'patient' ->> 'phone',
      'old', patient.updated_at < now() - interval '1 year'
    ),
    'pharmacy', (select jsonb_build_object('id', id, 'name', name, 'city', city) from public.organisations where id = patient.pharmacy_id),
    'laboratory', (select jsonb_build_object('id', id, 'name', name, 'city', city) from public.organisations where id = patient.laboratory_id),
    'cns', (select cns_email is not null from private.settings)
  );
end
$$;

comment on function public.document_page(uuid) is 'Everything the pages of one document show; null when it is not the asker''s.';

create function public.document_catalogue(document_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
  consulted constant date := private.consultation_day(mine.appointment_id);
  spoken constant public.language_code := (select language from public.accounts where id = mine.doctor_id);
begin
  return jsonb_build_object(
    'acts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'code', act.code, 'name', private.name_in(to_jsonb(act), spoken), 'cents', private.tariff_cents(act.code, consulted)
      ) order by act.code)
      from public.acts as act
      where act.valid @> consulted and private.tariff_cents(act.code, consulted) is not null
    ), '[]'),
    'analyses', coalesce((
      select jsonb_agg(jsonb_build_object(
        'code', analysis.code, 'group', analysis.group_name, 'name', private.name_in(to_jsonb(analysis), spoken)
      ) order by analysis.group_name, analysis.code)
      from public.analyses as analysis
      where analysis.valid @> private.doctors_today(mine.doctor_id)
    ), '[]'),
    -- What this doctor writes most often comes back by typing.
    'lines', private.frequent_values(mine, 'lines'),
    'frequent', case mine.kind
      when 'lab_order' then private.frequent_values(mine, 'analyses')
      when 'sick_leave' then private.frequent_values(mine, 'diagnosis')
      else '[]'
    end,
    'templates', coalesce((
      select jsonb_agg(jsonb_build_object('id', template.id, 'name', template.name) order by lower(template.name))
      from public.document_templates as template
      where template.doctor_id = mine.doctor_id and template.kind = mine.kind
    ), '[]'),
    'previous_at', (private.previous_document(mine)).issued_at
  );
end
$$;

comment on function public.document_catalogue(uuid) is 'What the doctor''s form offers: acts with the tariff of the day of the consultation, analyses, what they write most often, their templates, and when this patient had the last of this kind.';

grant execute on function
  public.list_documents(uuid, uuid),
  public.document_page(uuid),
  public.document_catalogue(uuid)
to authenticated;

-- For the service, which limits the attempts of an address: nothing about the patient, and null for what is no code.
create function public.verify_document(code text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'kind', document.kind, 'number', private.document_number(document), 'issued_on', document.facts ->> 'issued_on',
    'doctor', concat_ws(
      ' ', document.facts -> 'doctor' ->> 'title', document.facts -> 'doctor' ->> 'first_name', document.facts -> 'doctor' ->> 'last_name'
    ),
    'state', case
      when document.state = 'issued' then 'genuine'
      when document.replaced_by is not null then 'corrected'
      else 'void'
    end,
    'sha256', array_remove(array[document.sha256, document.employer_sha256], null)
  )
  from public.documents as document
  where document.code = verify_document.code and document.state <> 'draft'
$$;

comment on function public.verify_document(text) is 'Whether a code belongs to a genuine document; nothing about the patient. For the service only, which limits the attempts.';
grant execute on function public.verify_document(text) to service_role;
