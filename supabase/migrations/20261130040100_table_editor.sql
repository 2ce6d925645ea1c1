-- Studio's table editor: what a cell must not change is refused with a sentence that names the function to use.
-- Functions may: they keep the rules and tell the people concerned.

create function private.refuse_by_hand() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  -- One line is the statement itself; more are a function or a foreign key that runs it.
  if stack like E'%\n%' or current_setting('role') not in ('none', 'postgres')
    or current_setting('econsult.by_hand', true) = 'on' then
    return null;
  end if;
  raise exception '%', tg_argv[0] using errcode = '42501';
end
$$;

comment on function private.refuse_by_hand() is 'Trigger: refuses a statement that somebody writes in Studio, with the sentence that is its argument. Seeds and repairs of many rows set econsult.by_hand to on for their transaction.';

create trigger accounts_by_hand before insert or update of id, kind, active or delete or truncate on public.accounts
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Use admin.invite_doctor(…), admin.deactivate_account(id, reason) or admin.reactivate_account(id): they also do what belongs to it. Only language and phone are changed here.');

create trigger doctors_by_hand before insert or update of id or delete or truncate on public.doctors
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Use admin.invite_doctor(…) for a new doctor and admin.deactivate_account(id, reason) for one who leaves.');

create trigger patients_by_hand before delete or truncate on public.patients
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was deleted. Records of patients stay; two records of one person become one by admin.merge_patients(kept, merged, reason).');

create trigger guardianships_by_hand before update of id, account_id, patient_id, relation or delete or truncate on public.guardianships
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Who acted for whom stays on record: end this row with until and reason, and add another one.');

create trigger appointments_by_hand before insert or update or delete or truncate on public.appointments
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed, because a changed cell tells nobody. Use admin.cancel_appointment(id, reason) or admin.end_consultation(id). Patients book and move in the app.');

create trigger threads_by_hand before insert or update or delete or truncate on public.threads
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Conversations belong to the patient and the doctor.');

create trigger messages_by_hand before insert or update or delete or truncate on public.messages
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Messages belong to the patient and the doctor.');

create trigger attachments_by_hand before insert or update or delete or truncate on public.attachments
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Files of messages belong to the patient and the doctor.');

create trigger attachment_openings_by_hand before insert or update or delete or truncate on public.attachment_openings
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Who opened a file decides who keeps it.');

create trigger patient_notes_by_hand before insert or update or delete or truncate on public.patient_notes
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Notes belong to the doctor who wrote them.');

create trigger appointment_answers_by_hand before insert or update or delete or truncate on public.appointment_answers
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Answers belong to the patient and the doctor.');

create trigger documents_by_hand before insert or update or delete or truncate on public.documents
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. Documents are issued, voided and corrected by the doctor, in the app.');

create trigger document_deliveries_by_hand before insert or update or delete or truncate on public.document_deliveries
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. A document that did not arrive is sent again by admin.retry_delivery(id).');

create trigger notifications_by_hand before insert or update or delete or truncate on public.notifications
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. A message that failed is sent again by admin.retry_notification(id).');

create trigger audit_log_by_hand before insert or update or delete or truncate on public.audit_log
  for each statement when (session_user = 'postgres')
  execute function private.refuse_by_hand('Nothing was changed. The audit log is written by what people do, by nobody''s hand.');

create function private.check_listed() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not (select active from public.accounts where id = new.id) then
    raise exception 'This doctor''s account is deactivated and cannot be listed. First admin.reactivate_account(id).'
      using errcode = '23514';
  end if;
  return new;
end
$$;

comment on function private.check_listed() is 'Trigger: patients find only doctors who can sign in.';

create trigger doctors_listed before insert or update of listed on public.doctors
  for each row when (new.listed) execute function private.check_listed();

-- The keys are for the app, which translates them.
create function private.error_sentence(key text) returns text
language sql
immutable
set search_path = ''
as $$
  select case key
    when 'unknown_time_zone' then 'There is no such time zone. Write an IANA name, such as Europe/Luxembourg.'
    when 'not_a_pharmacy' then 'pharmacy_id must be an organisation whose kind is pharmacy.'
    when 'not_a_laboratory' then 'laboratory_id must be an organisation whose kind is laboratory.'
    when 'too_many_hours' then 'This doctor has the most rows that are allowed: 100 weekly hours, 300 exceptions to come. Delete or widen others first.'
    else key
  end
$$;

comment on function private.error_sentence(text) is 'What an administrator reads in Studio instead of the key of an error.';
grant execute on function private.error_sentence(text) to anon, authenticated, service_role;
