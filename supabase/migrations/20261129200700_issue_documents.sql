-- From the draft to the document: signed by the doctor, taken back within ten seconds, issued, corrected, voided.

create function public.issue_document(document_id uuid, version integer) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
  problem text;
  due timestamptz;
begin
  if mine.state <> 'draft' or mine.issues_at is not null then
    return coalesce(mine.issued_at, mine.issues_at);
  end if;
  if mine.version <> issue_document.version then
    perform private.raise_error(409, 'document_changed');
  end if;
  select private.documents_may_be_issued(appointment) into problem
  from public.appointments as appointment where appointment.id = mine.appointment_id;
  problem := coalesce(problem, private.document_problem(mine));
  if problem is not null then
    perform private.raise_error(409, problem);
  end if;
  update public.documents set issues_at = now() + private.undo_for() where id = mine.id returning issues_at into due;
  return due;
end
$$;

comment on function public.issue_document(uuid, integer) is 'The doctor signs: the document is issued in ten seconds. Signed already: nothing more. Errors: not_found, document_changed, no_consultation, document_too_late, and why it is not complete (private.document_problem).';

create function public.undo_document(document_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
begin
  if mine.state <> 'draft' or mine.issues_at <= now() then
    perform private.raise_error(409, 'document_left');
  end if;
  update public.documents set issues_at = null where id = mine.id;
end
$$;

comment on function public.undo_document(uuid) is 'Takes a signature back before the document is issued. Errors: not_found, document_left.';

create function private.void(document public.documents, reason text, replacement uuid default null) returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.documents
  set state = 'voided', voided_at = now(), void_reason = reason, replaced_by = replacement
  where id = document.id and state = 'issued';
  if found then
    perform private.audit('document_voided', document.patient_id, document.appointment_id, jsonb_build_object('document_id', document.id));
    perform private.tell_recipients_of_void(document);
  end if;
end
$$;

comment on function private.void(public.documents, text, uuid) is 'Voids an issued document and tells whoever got it; a voided one stays as it is.';

create function public.void_document(document_id uuid, reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
begin
  if mine.state = 'draft' then
    perform private.raise_error(409, 'document_not_issued');
  end if;
  if reason is null or private.is_blank(reason) then
    perform private.raise_error(400, 'reason_missing');
  end if;
  perform private.void(mine, left(reason, 500));
end
$$;

comment on function public.void_document(uuid, text) is 'Voids a document for a reason. Voided already: nothing more. Errors: not_found, document_not_issued, reason_missing.';

create function public.correct_document(document_id uuid, correction_id uuid) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
  draft uuid;
begin
  if mine.state = 'draft' then
    perform private.raise_error(409, 'document_not_issued');
  end if;
  if mine.state = 'voided' then
    perform private.raise_error(409, 'document_voided');
  end if;
  select id into draft from public.documents where corrects = mine.id and state = 'draft';
  if draft is null then
    insert into public.documents (id, kind, appointment_id, patient_id, doctor_id, language, content, corrects)
    values (
      correct_document.correction_id, mine.kind, mine.appointment_id, mine.patient_id, mine.doctor_id, mine.language,
      mine.content, mine.id
    )
    returning id into draft;
  end if;
  return draft;
end
$$;

comment on function public.correct_document(uuid, uuid) is 'Begins the draft of a correction, or returns the one there is; once it is issued the former document is void. Errors: not_found, document_not_issued, document_voided.';

create function private.issue(draft public.documents) returns void
language plpgsql
set search_path = ''
as $$
declare
  problem constant text := private.document_problem(draft);
  issue_day constant date := private.doctors_today(draft.doctor_id);
  given integer;
  issued public.documents;
  former public.documents;
begin
  if problem is not null then
    -- A catalogue or the practice changed within the ten seconds: back to the doctor.
    update public.documents set issues_at = null, last_error = problem where id = draft.id;
    return;
  end if;
  insert into private.document_numbers as numbers (kind, year, last)
  values (draft.kind, extract(year from issue_day), 1)
  on conflict (kind, year) do update set last = numbers.last + 1
  returning last into given;
  update public.documents
  set state = 'issued',
    issued_at = now(),
    year = extract(year from issue_day),
    number = given,
    facts = private.document_facts(draft, issue_day),
    code = encode(extensions.gen_random_bytes(16), 'hex'),
    last_error = null
  where id = draft.id
  returning * into issued;
  insert into public.audit_log (account_id, account_kind, action, patient_id, appointment_id, details)
  values (draft.doctor_id, 'doctor', 'document_issued', draft.patient_id, draft.appointment_id, jsonb_build_object('document_id', draft.id));
  perform private.deliver_copies(issued);
  if draft.corrects is not null then
    select * into former from public.documents where id = draft.corrects for update;
    perform private.void(former, private.document_number(issued), draft.id);
  end if;
end
$$;

comment on function private.issue(public.documents) is 'Gives a signed draft its number, what is printed, its code and its deliveries, in one transaction; voids what it corrects.';

grant execute on function
  public.issue_document(uuid, integer),
  public.undo_document(uuid),
  public.void_document(uuid, text),
  public.correct_document(uuid, uuid)
to authenticated;
