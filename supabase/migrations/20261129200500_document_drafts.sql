-- Drafts: begun, saved as they are typed, thrown away. Only by the doctor of the appointment.

create function private.document_for_doctor(document_id uuid) returns public.documents
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.documents;
begin
  select * into mine from public.documents
  where id = document_for_doctor.document_id and doctor_id = (select private.verified_uid())
  for update;
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  return mine;
end
$$;

comment on function private.document_for_doctor(uuid) is 'A document of the doctor who asks, locked. Errors: not_found.';

create function private.documents_may_be_issued(appointment public.appointments) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when appointment.state not in ('in_progress', 'completed') then 'no_consultation'
    when appointment.started_at < now() - make_interval(days => document_days) then 'document_too_late'
  end
  from private.settings
$$;

comment on function private.documents_may_be_issued(public.appointments) is 'Why no document of an appointment can be issued now; null when it can: the consultation took place, not too long ago.';

create function public.start_document(id uuid, kind public.document_kind, appointment_id uuid) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
  problem text;
begin
  select * into appointment from public.appointments
  where appointments.id = start_document.appointment_id and doctor_id = (select private.verified_uid());
  if appointment.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  problem := private.documents_may_be_issued(appointment);
  if problem is not null then
    perform private.raise_error(409, problem);
  end if;
  insert into public.documents (id, kind, appointment_id, patient_id, doctor_id, language)
  values (
    start_document.id, start_document.kind, appointment.id, appointment.patient_id, appointment.doctor_id,
    coalesce(
      (
        select account.language
        from private.current_guardianships as guardianship
        join public.accounts as account on account.id = guardianship.account_id
        where guardianship.patient_id = appointment.patient_id
        order by guardianship.relation <> 'self', guardianship.since
        limit 1
      ),
      appointment.language
    )
  )
  on conflict do nothing;
  perform private.document_for_doctor(start_document.id);
  return start_document.id;
end
$$;

comment on function public.start_document(uuid, public.document_kind, uuid) is 'Begins a draft; the same id begins one. Errors: not_found, no_consultation, document_too_late.';

create function public.save_document_draft(document_id uuid, version integer, content jsonb) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
  saved integer;
begin
  if mine.state <> 'draft' or mine.issues_at is not null then
    perform private.raise_error(409, 'document_issued');
  end if;
  if mine.content = save_document_draft.content then
    return mine.version;
  end if;
  if mine.version <> save_document_draft.version then
    perform private.raise_error(409, 'document_changed');
  end if;
  update public.documents
  set content = save_document_draft.content, version = documents.version + 1
  where id = mine.id
  returning documents.version into saved;
  return saved;
end
$$;

comment on function public.save_document_draft(uuid, integer, jsonb) is 'Keeps what was typed so far; returns the new version. The same content again changes nothing. Errors: not_found, document_issued, document_changed (another tab saved meanwhile).';

create function public.discard_document_draft(document_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
begin
  if mine.state <> 'draft' or mine.issues_at is not null then
    perform private.raise_error(409, 'document_issued');
  end if;
  delete from public.documents where id = mine.id;
end
$$;

comment on function public.discard_document_draft(uuid) is 'Throws a draft away. Errors: not_found, document_issued.';

grant execute on function
  public.start_document(uuid, public.document_kind, uuid),
  public.save_document_draft(uuid, integer, jsonb),
  public.discard_document_draft(uuid)
to authenticated;
