-- Two records of one person become one. Everything moves; what was printed and what was logged stays as it was.

create table private.merged_records (
  merged_id uuid primary key,
  kept_id uuid not null references public.patients (id) on delete cascade,
  merged_matricule text not null,
  reason text not null,
  merged_at timestamptz not null default now()
);

comment on table private.merged_records is 'Records of patients that became part of another one. The audit log still has their ids.';
comment on column private.merged_records.merged_id is 'The id that is no longer.';
comment on column private.merged_records.kept_id is 'The record that everything went to.';
comment on column private.merged_records.merged_matricule is 'The matricule of the record that is no longer.';
comment on column private.merged_records.reason is 'Why; no health data.';
comment on column private.merged_records.merged_at is 'When.';

create index merged_records_kept on private.merged_records (kept_id);
alter table private.merged_records enable row level security;

create function private.my_logged_patients() returns setof uuid
language sql
stable security definer
set search_path = ''
as $$
  with mine as materialized (select private.my_patients() as id)
  select id from mine
  union all
  select merged_id from private.merged_records where kept_id in (select id from mine)
$$;

comment on function private.my_logged_patients() is 'The ids under which the audit log has the patients for whom whoever asks acts now.';
grant execute on function private.my_logged_patients() to authenticated;

drop policy "People read the log of the patients they act for" on public.audit_log;
create policy "People read the log of the patients they act for" on public.audit_log
  for select to authenticated
  using (patient_id = any (array(select private.my_logged_patients())));

create function private.merge_guardianships(kept uuid, merged uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept_own public.guardianships;
  merged_own public.guardianships;
begin
  select * into kept_own from public.guardianships where patient_id = kept and relation = 'self' and until is null;
  select * into merged_own from public.guardianships where patient_id = merged and relation = 'self' and until is null;
  if kept_own.id is not null and merged_own.id is not null then
    if (select active from public.accounts where id = merged_own.account_id) then
      raise exception 'Both records have an account. Deactivate the one that is not used any more, and merge its record: admin.deactivate_account(%, reason), or the two the other way round.',
        quote_literal(merged_own.account_id) using errcode = '55000';
    end if;
    delete from public.guardianships where id = merged_own.id;
  end if;
  -- Who acts for both already needs no second row.
  delete from public.guardianships as double
  where double.patient_id = merged and exists (
    select from public.guardianships as same
    where same.patient_id = kept and same.account_id = double.account_id
      and tstzrange(same.since, same.until) && tstzrange(double.since, double.until)
  );
  update public.guardianships set patient_id = kept where patient_id = merged;
  -- Who signs up for one of two records must not get both: an administrator says so anew.
  delete from private.record_returns where patient_id in (kept, merged);
end
$$;

comment on function private.merge_guardianships(uuid, uuid) is 'Whoever acted for the merged record acts for the kept one.';

create function private.merge_threads(kept uuid, merged uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update public.messages as message
  set thread_id = target.id
  from public.threads as source
  join public.threads as target on target.doctor_id = source.doctor_id and target.patient_id = kept
  where source.patient_id = merged and message.thread_id = source.id;
  update public.attachments as attachment
  set thread_id = target.id
  from public.threads as source
  join public.threads as target on target.doctor_id = source.doctor_id and target.patient_id = kept
  where source.patient_id = merged and attachment.thread_id = source.id;
  delete from public.threads as source
  where source.patient_id = merged
    and exists (select from public.threads where patient_id = kept and doctor_id = source.doctor_id);
  update public.threads set patient_id = kept where patient_id = merged;
$$;

comment on function private.merge_threads(uuid, uuid) is 'One thread with each doctor, with the messages and files of both.';

create function private.merge_notes(kept uuid, merged uuid) returns void
language sql
security definer
set search_path = ''
as $$
  with latest as (
    select distinct on (doctor_id, patient_id) doctor_id, patient_id, body
    from public.patient_notes
    where patient_id in (kept, merged)
    order by doctor_id, patient_id, created_at desc
  )
  -- A doctor reads the last version: it is what both said.
  insert into public.patient_notes (doctor_id, patient_id, body, created_at)
  select first.doctor_id, kept, left(first.body || E'\n\n' || second.body, 20000), clock_timestamp()
  from latest as first
  join latest as second on second.doctor_id = first.doctor_id and second.patient_id = merged
  where first.patient_id = kept;
  update public.patient_notes set patient_id = kept where patient_id = merged;
$$;

comment on function private.merge_notes(uuid, uuid) is 'Moves the notes; a doctor who has some on both gets a version with the last of both.';

-- Tables that a later migration adds need nothing here.
create function private.merge_other_rows(kept uuid, merged uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  reference record;
begin
  for reference in
    select conrelid::regclass as "table", attname as "column"
    from pg_catalog.pg_constraint
    join pg_catalog.pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'public.patients'::regclass
    order by conrelid = 'public.appointments'::regclass desc, conname -- documents follow their appointment
  loop
    execute format('update %s set %I = $1 where %I = $2', reference."table", reference."column", reference."column")
    using kept, merged;
  end loop;
exception
  when exclusion_violation then
    raise exception 'The two records have appointments at the same time. Cancel one of them first: admin.cancel_appointment(id, reason).'
      using errcode = '55000';
end
$$;

comment on function private.merge_other_rows(uuid, uuid) is 'Moves every row that refers to the merged record, whatever its table.';

create function admin.merge_patients(kept uuid, merged uuid, reason text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  survivor public.patients;
  other public.patients;
begin
  reason := private.needed_reason(reason);
  if kept = merged then
    raise exception 'These are the same record.' using errcode = '22023';
  end if;
  if exists (select from private.merged_records where merged_id = merged and kept_id = kept) then
    return 'They were merged already.';
  end if;
  perform from public.patients where id in (kept, merged) order by id for update;
  select * into survivor from public.patients where id = kept;
  select * into other from public.patients where id = merged;
  if survivor.id is null or other.id is null then
    raise exception 'There is no record %. Look for it in patients, by name or matricule.', case when survivor.id is null then kept else merged end
      using errcode = 'P0002';
  end if;
  perform private.merge_guardianships(kept, merged);
  perform private.merge_threads(kept, merged);
  perform private.merge_notes(kept, merged);
  perform private.merge_other_rows(kept, merged);
  update public.patients
  set pharmacy_id = coalesce(pharmacy_id, other.pharmacy_id), laboratory_id = coalesce(laboratory_id, other.laboratory_id)
  where id = kept;
  insert into private.merged_records (merged_id, kept_id, merged_matricule, reason)
  values (merged, kept, other.matricule, merge_patients.reason);
  delete from public.patients where id = merged;
  perform private.audit_administrator('records_merged', kept, details => jsonb_build_object('merged_id', merged));
  return format(
    'Everything of %s is now in the record of %s %s (%s).', other.matricule, survivor.first_name, survivor.last_name, survivor.matricule
  );
end
$$;

comment on function admin.merge_patients(uuid, uuid, text) is 'Moves everything of the merged record into the kept one and removes the merged one: appointments, threads, notes, documents, who acts for the patient. Name, matricule and address stay those of the kept one.';
