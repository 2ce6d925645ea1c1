-- The export of an account (GDPR, articles 15 and 20): everything that whoever asks may know of themselves and of the
-- patients they act for now, in one answer. The files come beside it, each through the function that opens it.

alter table private.settings add column exports_per_day integer not null default 5,
  add constraint "Between 1 and 50 exports a day" check (exports_per_day between 1 and 50);
comment on column private.settings.exports_per_day is 'How often an account may download its data within 24 hours.';

create function private.exported_doctor(doctor_id uuid, language public.language_code) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'title', doctor.title, 'first_name', doctor.first_name, 'last_name', doctor.last_name,
    'specialty', private.name_in(to_jsonb(specialty), exported_doctor.language), 'city', doctor.city, 'time_zone', doctor.time_zone
  )
  from public.doctors as doctor
  join public.specialties as specialty on specialty.id = doctor.specialty_id
  where doctor.id = exported_doctor.doctor_id
$$;

comment on function private.exported_doctor(uuid, public.language_code) is 'A doctor as an export names them.';

create function private.exported_organisation(organisation_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('name', name, 'street', street, 'postal_code', postal_code, 'city', city)
  from public.organisations where id = exported_organisation.organisation_id
$$;

comment on function private.exported_organisation(uuid) is 'A pharmacy or laboratory of choice as an export names it.';

create function private.exported_guardianships(patient_id uuid, asker uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  -- Who the others are, and how to reach them, is theirs.
  select coalesce(jsonb_agg(jsonb_build_object(
    'yours', guardianship.account_id = asker, 'relation', guardianship.relation,
    'since', guardianship.since, 'until', guardianship.until,
    'reason', case when guardianship.account_id = asker then guardianship.reason end
  ) order by guardianship.since, guardianship.id), '[]')
  from public.guardianships as guardianship
  where guardianship.patient_id = exported_guardianships.patient_id
$$;

comment on function private.exported_guardianships(uuid, uuid) is 'Who acts or acted for a patient: of others than the asker only as what and how long.';

create function private.exported_appointments(patient_id uuid, asker uuid, language public.language_code) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'id', appointment.id, 'state', appointment.state, 'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at,
      'doctor', private.exported_doctor(appointment.doctor_id, exported_appointments.language),
      'language', appointment.language, 'reason', appointment.visit_reason, 'symptoms', appointment.symptoms,
      'booked_at', appointment.booked_at, 'booked_by_you', appointment.booked_by is not distinct from asker,
      'terms_accepted_at', appointment.terms_accepted_at,
      'waiting_since', appointment.waiting_since, 'started_at', appointment.started_at, 'ended_at', appointment.ended_at,
      'held_by', appointment.held_by, 'moves', appointment.moves, 'moved_from', appointment.moved_from,
      'cancelled_at', appointment.cancelled_at, 'cancelled_by', appointment.cancelled_by,
      'cancellation_reason', appointment.cancellation_reason
    )
    -- What one person answered for a patient, another who acts for the same patient does not read in the app either.
    || case when patient_id = private.my_own_patient() or appointment.booked_by = asker then jsonb_build_object(
      'answers', (
        select coalesce(jsonb_agg(jsonb_build_object('question', given.question, 'answer', given.answer) order by given.position), '[]')
        from public.appointment_answers as given where given.appointment_id = appointment.id
      ),
      'feedback', (
        select jsonb_build_object(
          'sound_and_picture', feedback.sound_and_picture, 'solved', feedback.solved, 'again', feedback.again,
          'given_at', feedback.created_at
        )
        from public.feedback where feedback.appointment_id = appointment.id
      )
    ) else '{}' end
    -- Of a guest no more than whoever invited them wrote, and not how they are reached.
    || jsonb_build_object('guests', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', guest.name, 'role', guest.role, 'detail', guest.detail, 'state', guest.state, 'invited_at', guest.created_at
      ) order by guest.created_at), '[]')
      from public.guests as guest
      where guest.appointment_id = appointment.id and guest.invited_by = asker
    ))
    order by appointment.starts_at
  ), '[]')
  from public.appointments as appointment
  where appointment.patient_id = exported_appointments.patient_id
$$;

comment on function private.exported_appointments(uuid, uuid, public.language_code) is 'The appointments of a patient for an export; what was answered to questions and said afterwards only in the patient''s own one and in that of who booked.';

create function private.exported_documents(patient_id uuid, asker uuid, language public.language_code) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', document.id, 'kind', document.kind, 'state', document.state, 'number', private.document_number(document),
    'appointment_id', document.appointment_id, 'doctor', private.exported_doctor(document.doctor_id, exported_documents.language),
    'issued_at', document.issued_at, 'language', document.language, 'content', document.content,
    -- The number on the paper is that of whoever acted for the patient when it was issued.
    'facts', case
      when document.facts #>> '{patient,phone}' = (select phone from public.accounts where accounts.id = asker) then document.facts
      else document.facts #- '{patient,phone}'
    end,
    'code', document.code, 'sha256', document.sha256, 'employer_sha256', document.employer_sha256,
    'corrects', document.corrects, 'replaced_by', document.replaced_by, 'voided_at', document.voided_at,
    'void_reason', document.void_reason, 'paid_at', document.paid_at,
    'deliveries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'recipient', delivery.recipient, 'purpose', delivery.purpose, 'name', organisation.name, 'city', organisation.city,
        -- Where it went to another person who acts for the patient is theirs.
        'address', case when delivery.account_id is null or delivery.account_id = asker then delivery.address end,
        'state', delivery.state, 'sent_at', delivery.sent_at
      ) order by delivery.created_at, delivery.recipient), '[]')
      from public.document_deliveries as delivery
      left join public.organisations as organisation on organisation.id = delivery.organisation_id
      where delivery.document_id = document.id
    )
  ) order by document.issued_at), '[]')
  from public.documents as document
  where document.patient_id = exported_documents.patient_id and document.state <> 'draft'
$$;

comment on function private.exported_documents(uuid, uuid, public.language_code) is 'The issued documents of a patient for an export.';

create function private.exported_threads(patient_id uuid, asker uuid, language public.language_code) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', thread.id, 'doctor', private.exported_doctor(thread.doctor_id, exported_threads.language),
    'created_at', thread.created_at,
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', message.id,
        'author', case message.author_id when asker then 'you' when thread.doctor_id then 'doctor' else 'guardian' end,
        'body', message.body, 'sent_at', message.sent_at, 'read_at', message.read_at, 'appointment_id', message.appointment_id,
        'attachment', case when attachment.id is not null then jsonb_build_object(
          'name', attachment.name, 'type', attachment.type, 'bytes', attachment.bytes, 'sha256', attachment.sha256,
          'standing', private.attachment_standing(attachment, asker)
        ) end
      ) order by message.sent_at), '[]')
      from public.messages as message
      left join public.attachments as attachment on attachment.id = message.id
      where message.thread_id = thread.id
    )
  ) order by thread.created_at), '[]')
  from public.threads as thread
  where thread.patient_id = exported_threads.patient_id
$$;

comment on function private.exported_threads(uuid, uuid, public.language_code) is 'The threads of a patient with their messages, for an export.';

create function private.exported_audit_log(patient_id uuid, asker uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', entry.at, 'action', entry.action, 'appointment_id', entry.appointment_id,
    'who', case
      when entry.account_id = asker then 'you'
      when entry.account_kind = 'doctor' then private.account_name(entry.account_id)
      when entry.account_kind = 'patient' then 'guardian'
      else coalesce(entry.account_kind::text, 'system')
    end
  ) order by entry.id), '[]')
  from public.audit_log as entry
  where entry.patient_id = exported_audit_log.patient_id or entry.patient_id in (
    select merged_id from private.merged_records where kept_id = exported_audit_log.patient_id
  )
$$;

comment on function private.exported_audit_log(uuid, uuid) is 'Who read or changed a patient''s record, for an export. Doctors by name.';

create function private.exported_patient(patient public.patients, asker uuid, language public.language_code) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', patient.id, 'own', patient.id is not distinct from private.my_own_patient(),
    'matricule', patient.matricule, 'first_name', patient.first_name, 'last_name', patient.last_name,
    'address', jsonb_build_object(
      'street', patient.street, 'postal_code', patient.postal_code, 'city', patient.city, 'country', patient.country
    ),
    'pharmacy', private.exported_organisation(patient.pharmacy_id),
    'laboratory', private.exported_organisation(patient.laboratory_id),
    'identity_checked_at', patient.identity_checked_at, 'created_at', patient.created_at,
    'guardianships', private.exported_guardianships(patient.id, asker),
    'appointments', private.exported_appointments(patient.id, asker, exported_patient.language),
    'documents', private.exported_documents(patient.id, asker, exported_patient.language),
    'threads', private.exported_threads(patient.id, asker, exported_patient.language),
    'audit_log', private.exported_audit_log(patient.id, asker)
  )
$$;

comment on function private.exported_patient(public.patients, uuid, public.language_code) is 'The whole record of a patient as whoever acts for them may read it.';

create function private.exported_notifications(asker uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  -- When and what about; what it said held links, and codes are kept nowhere.
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', notification.kind, 'channel', notification.channel, 'state', notification.state,
    'due_at', notification.due_at, 'sent_at', notification.sent_at
  ) order by notification.created_at, notification.id), '[]')
  from public.notifications as notification
  where notification.account_id = asker and notification.state <> 'withdrawn'
$$;

comment on function private.exported_notifications(uuid) is 'The SMS and e-mails to an account, for an export: kind and times only.';

create function public.export_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  asker constant uuid := (select private.verified_uid());
  mine public.accounts;
begin
  select * into mine from public.accounts where id = asker;
  if mine.id is null then
    perform private.raise_error(401, 'signed_out');
  end if;
  -- What doctors write belongs to the records of their patients.
  if mine.kind <> 'patient' then
    perform private.raise_error(403, 'patients_only');
  end if;
  if not public.take_attempt('export ' || asker, (select exports_per_day from private.settings), 86400) then
    perform private.raise_error(429, 'too_many_exports');
  end if;
  -- One entry for each record, the own one too: whoever was in the account could take all of it along.
  perform private.audit('record_exported', id) from private.my_patients() as id;
  return jsonb_build_object(
    'exported_at', now(),
    'account', (
      select jsonb_build_object(
        'id', mine.id, 'kind', mine.kind, 'language', mine.language, 'email', users.email, 'phone', mine.phone,
        'created_at', mine.created_at, 'last_sign_in_at', users.last_sign_in_at
      )
      from auth.users where users.id = mine.id
    ),
    'message_settings', (
      select to_jsonb(settings) - 'account_id' from public.message_settings as settings where settings.account_id = mine.id
    ),
    'push_subscriptions', (
      select coalesce(jsonb_agg(jsonb_build_object('appointment_id', kept.appointment_id, 'created_at', kept.created_at) order by kept.created_at), '[]')
      from public.push_subscriptions as kept where kept.account_id = mine.id
    ),
    'patients', (
      select coalesce(jsonb_agg(
        private.exported_patient(patient, mine.id, mine.language)
        order by patient.id is distinct from private.my_own_patient(), patient.first_name, patient.last_name, patient.id
      ), '[]')
      from public.patients as patient
      where patient.id = any (array(select private.my_patients()))
    ),
    -- For whom they act no longer, they read nothing of.
    'former_guardianships', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'relation', former.relation, 'since', former.since, 'until', former.until
      ) order by former.since), '[]')
      from public.guardianships as former
      where former.account_id = mine.id and former.patient_id <> all (array(select private.my_patients()))
    ),
    'erasure_requests', (
      select coalesce(jsonb_agg(to_jsonb(request) - 'account_id' order by request.requested_at), '[]')
      from public.erasure_requests as request where request.account_id = mine.id
    ),
    'notifications', private.exported_notifications(mine.id)
  );
end
$$;

comment on function public.export_account() is 'Everything that the patient account of whoever asks may read about itself and the patients it acts for now. Noted in the audit log of each. Errors: signed_out, patients_only, too_many_exports.';
grant execute on function public.export_account() to authenticated;
