-- The patient file: what a doctor knows of somebody they see, and notes that are theirs alone.

create function private.is_my_patient(patient_id uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select exists (
    select from public.appointments
    where appointments.patient_id = is_my_patient.patient_id and doctor_id = (select private.verified_uid())
  )
$$;

comment on function private.is_my_patient(uuid) is 'Whether the doctor who asks has or had an appointment with a patient.';

create table public.patient_notes (
  id uuid primary key default gen_random_uuid(),
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  patient_id uuid not null references public.patients (id) on delete cascade,
  body text not null,
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  constraint "Notes have at most 20000 characters" check (length(body) <= 20000)
);

comment on table public.patient_notes is 'A doctor''s private notes about a patient, every version. Nobody else reads them, the patient neither.';
comment on column public.patient_notes.id is 'Identifier of the version.';
comment on column public.patient_notes.doctor_id is 'Who wrote them, and alone reads them.';
comment on column public.patient_notes.patient_id is 'About whom.';
comment on column public.patient_notes.body is 'The whole text of this version.';
comment on column public.patient_notes.created_at is 'When this version was begun.';
comment on column public.patient_notes.saved_at is 'When it was saved last.';

create index patient_notes_latest on public.patient_notes (doctor_id, patient_id, created_at desc);
create index patient_notes_patient on public.patient_notes (patient_id);

grant select on public.patient_notes to authenticated;
alter table public.patient_notes enable row level security;

create policy "Doctors read their own notes" on public.patient_notes
  for select to authenticated
  using (doctor_id = (select private.verified_uid()));

create function public.save_patient_note(patient_id uuid, body text) returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (select private.verified_uid());
  latest public.patient_notes;
begin
  if not private.is_my_patient(patient_id) then
    perform private.raise_error(404, 'not_found');
  end if;
  if length(body) > 20000 then
    perform private.raise_error(400, 'note_too_long');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(mine::text || save_patient_note.patient_id::text, 0));
  select * into latest from public.patient_notes as note
  where note.doctor_id = mine and note.patient_id = save_patient_note.patient_id
  order by note.created_at desc limit 1;
  if latest.body is not distinct from save_patient_note.body then
    return latest.saved_at;
  end if;
  -- What is typed within five minutes is one version.
  if latest.created_at > now() - interval '5 minutes' then
    update public.patient_notes as note set body = save_patient_note.body, saved_at = now() where note.id = latest.id;
  else
    insert into public.patient_notes (doctor_id, patient_id, body)
    values (mine, save_patient_note.patient_id, save_patient_note.body);
  end if;
  return now();
end
$$;

comment on function public.save_patient_note(uuid, text) is 'Saves the notes of the doctor who asks about a patient of theirs, as a new version when the last was begun more than five minutes ago. Returns when. Errors: not_found, note_too_long.';
grant execute on function public.save_patient_note(uuid, text) to authenticated;

create function public.patient_file(patient_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (select private.verified_uid());
begin
  if not private.is_my_patient(patient_id) then
    return null;
  end if;
  -- One entry an hour: a page that refreshes itself is one reading.
  if not exists (
    select from public.audit_log
    where audit_log.patient_id = patient_file.patient_id and action = 'patient_file_read' and account_id = mine
      and at > now() - interval '1 hour'
  ) then
    perform private.audit('patient_file_read', patient_file.patient_id);
  end if;
  return (
    select jsonb_build_object(
      'now', now(),
      'doctor', private.doctor_card(doctor),
      'patient', jsonb_build_object(
        'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
        'matricule', patient.matricule, 'born_on', private.birth_date(patient.matricule),
        'identity_checked_at', patient.identity_checked_at,
        'street', patient.street, 'postal_code', patient.postal_code, 'city', patient.city
      ),
      'thread_id', (
        select id from public.threads
        where threads.patient_id = patient.id and threads.doctor_id = mine
      ),
      'appointments', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', appointment.id, 'state', appointment.state, 'starts_at', appointment.starts_at,
          'ends_at', appointment.ends_at, 'language', appointment.language, 'symptoms', appointment.symptoms,
          'visit_reason', appointment.visit_reason, 'answers', private.answers_of(appointment.id)
        ) order by appointment.starts_at desc)
        from public.appointments as appointment
        where appointment.patient_id = patient.id and appointment.doctor_id = mine
      ), '[]'),
      'notes', coalesce((
        select jsonb_agg(jsonb_build_object('id', note.id, 'body', note.body, 'saved_at', note.saved_at) order by note.created_at desc)
        from public.patient_notes as note
        where note.patient_id = patient.id and note.doctor_id = mine
      ), '[]')
    )
    from public.patients as patient
    join public.doctors as doctor on doctor.id = mine
    where patient.id = patient_file.patient_id
  );
end
$$;

comment on function public.patient_file(uuid) is 'The file of a patient for a doctor who has or had an appointment with them: record, their appointments with this doctor, thread, the doctor''s own notes, newest first; null for others. Each reading is in the audit log.';
grant execute on function public.patient_file(uuid) to authenticated;

create function public.search_my_patients(query text) returns table (
  id uuid, first_name text, last_name text, born_on date, last_seen_at timestamptz
)
language plpgsql
stable security definer
set search_path = ''
as $$
declare
  mine constant uuid := (select private.verified_uid());
  sought constant text := lower(extensions.unaccent(btrim(coalesce(query, ''))));
  digits constant text := regexp_replace(coalesce(query, ''), '[^0-9]', '', 'g');
begin
  return query
  select patient.id, patient.first_name, patient.last_name, private.birth_date(patient.matricule), seen.last_at
  from (
    -- Whoever is only booked, or did not come, has not been seen.
    select appointment.patient_id,
      max(appointment.starts_at) filter (where appointment.state in ('in_progress', 'completed')) as last_at
    from public.appointments as appointment
    where appointment.doctor_id = mine
    group by appointment.patient_id
  ) as seen
  join public.patients as patient on patient.id = seen.patient_id
  where sought = ''
    or (length(digits) >= 4 and starts_with(patient.matricule, digits))
    -- Every word begins a word of the name.
    or (sought ~ '[[:alpha:]]' and (
      select bool_and(position(' ' || word in ' ' || replace(lower(extensions.unaccent(
        patient.first_name || ' ' || patient.last_name
      )), '-', ' ')) > 0)
      from regexp_split_to_table(replace(sought, '-', ' '), '\s+') as word
    ))
  order by seen.last_at desc nulls last, patient.id
  limit 50;
end
$$;

comment on function public.search_my_patients(text) is 'Patients with whom the doctor who asks has or had an appointment, by name or the beginning of the matricule (4 digits at least), last seen first, then those who were not seen yet (last_seen_at is null); 50 at most. An empty query gives all of them.';
grant execute on function public.search_my_patients(text) to authenticated;
