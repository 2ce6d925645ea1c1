-- What is printed beside the content: kept with the document, so that it reads the same whatever changes afterwards.

create function private.name_in(names jsonb, language public.language_code) returns text
language sql
immutable
set search_path = ''
as $$
  select names ->> ('name_' || language)
$$;

comment on function private.name_in(jsonb, public.language_code) is 'The name in a language of a row with name_fr, name_de, name_en, name_lb, name_pt.';

create function private.document_number(document public.documents) returns text
language sql
immutable
set search_path = ''
as $$
  select format(
    '%s-%s-%s',
    case document.kind when 'prescription' then 'O' when 'lab_order' then 'A' when 'sick_leave' then 'I' when 'fee_note' then 'H' end,
    document.year, lpad(document.number::text, 6, '0')
  )
  where document.number is not null
$$;

comment on function private.document_number(public.documents) is 'The number as printed, e.g. O-2026-000123: ordonnance, analyses, incapacité, honoraires. Null for drafts.';

create function private.parties(document public.documents) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'doctor', jsonb_build_object(
      'title', doctor.title, 'first_name', doctor.first_name, 'last_name', doctor.last_name, 'code', doctor.code,
      'specialty', private.name_in(to_jsonb(specialty), document.language), 'street', doctor.street,
      'postal_code', doctor.postal_code, 'city', doctor.city, 'phone', doctor.phone, 'email', users.email,
      'iban', doctor.iban, 'time_zone', doctor.time_zone
    ),
    'patient', jsonb_build_object(
      'first_name', patient.first_name, 'last_name', patient.last_name, 'matricule', patient.matricule,
      'born_on', private.birth_date(patient.matricule), 'street', patient.street, 'postal_code', patient.postal_code,
      'city', patient.city, 'country', patient.country, 'phone', acting.phone,
      -- A dependant's document names who acts for them too.
      'guardian', case when acting.relation <> 'self' then concat_ws(' ', named.first_name, named.last_name) end
    )
  )
  from public.doctors as doctor
  join public.specialties as specialty on specialty.id = doctor.specialty_id
  join auth.users on users.id = doctor.id
  cross join public.patients as patient
  left join lateral (
    select guardianship.account_id, guardianship.relation, account.phone
    from private.current_guardianships as guardianship
    join public.accounts as account on account.id = guardianship.account_id
    where guardianship.patient_id = patient.id
    order by guardianship.relation <> 'self', guardianship.since
    limit 1
  ) as acting on true
  left join private.account_names as named on named.account_id = acting.account_id
  where doctor.id = document.doctor_id and patient.id = document.patient_id
$$;

comment on function private.parties(public.documents) is 'Doctor and patient as a document names them.';

create function private.fee_note_facts(document public.documents, issue_day date) returns jsonb
language sql
stable
set search_path = ''
as $$
  with lines as (
    select
      number, line ->> 'code' as code, private.name_in(to_jsonb(act), document.language) as name,
      (line ->> 'quantity')::integer as quantity, tariff.coefficient, tariff.letter,
      private.tariff_cents(line ->> 'code', private.consultation_day(document.appointment_id)) as cents
    from jsonb_array_elements(
      case jsonb_typeof(document.content -> 'lines') when 'array' then document.content -> 'lines' else '[]' end
    ) with ordinality as given (line, number)
    left join public.acts as act
      on act.code = line ->> 'code' and act.valid @> private.consultation_day(document.appointment_id)
    left join public.tariffs as tariff
      on tariff.act_code = line ->> 'code' and tariff.valid @> private.consultation_day(document.appointment_id)
    where line ->> 'quantity' ~ '^\d{1,2}$'
  )
  select jsonb_build_object(
    'acts', coalesce(jsonb_agg(jsonb_build_object(
      'code', code, 'name', coalesce(name, code), 'quantity', quantity, 'coefficient', coefficient::text,
      'letter', letter, 'cents', cents
    ) order by number), '[]'),
    'total_cents', coalesce(sum(quantity * cents), 0)
      + case when document.content ->> 'supplement_cents' ~ '^\d{1,8}$' then (document.content ->> 'supplement_cents')::integer else 0 end,
    'due_on', fee_note_facts.issue_day + (select payment_days from private.settings)
  )
  from lines
$$;

comment on function private.fee_note_facts(public.documents, date) is 'The acts of a fee note with the tariffs of the day of the consultation, and the total in cents.';

create function private.lab_order_facts(document public.documents, issue_day date) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('analyses', coalesce(jsonb_agg(jsonb_build_object(
    'code', analysis.code, 'group', analysis.group_name, 'name', private.name_in(to_jsonb(analysis), document.language)
  ) order by analysis.group_name, analysis.code), '[]'))
  from jsonb_array_elements_text(
    case jsonb_typeof(document.content -> 'analyses') when 'array' then document.content -> 'analyses' else '[]' end
  ) as given (code)
  join public.analyses as analysis on analysis.code = given.code and analysis.valid @> lab_order_facts.issue_day
$$;

comment on function private.lab_order_facts(public.documents, date) is 'The analyses of a lab order with their names.';

create function private.document_facts(document public.documents, issue_day date) returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.parties(document)
    || jsonb_build_object('issued_on', issue_day, 'consulted_on', private.consultation_day(document.appointment_id))
    || case document.kind
      when 'prescription' then jsonb_build_object(
        'valid_until', (document_facts.issue_day + make_interval(months => prescription_months))::date,
        'renewable_until', (document_facts.issue_day + make_interval(months => renewal_months))::date
      )
      when 'lab_order' then private.lab_order_facts(document, issue_day)
      when 'fee_note' then private.fee_note_facts(document, issue_day)
      else '{}'
    end
    || jsonb_build_object('corrects', (
      select private.document_number(former) from public.documents as former where former.id = document.corrects
    ))
  from private.settings
$$;

comment on function private.document_facts(public.documents, date) is 'Everything that is printed beside the content, as it is on the day of issue.';

create function private.printable(document public.documents) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', document.id, 'kind', document.kind, 'language', document.language, 'content', document.content,
    'number', private.document_number(document), 'code', document.code, 'issued_at', document.issued_at,
    'facts', coalesce(
      document.facts, private.document_facts(document, private.doctors_today(document.doctor_id))
    )
  )
$$;

comment on function private.printable(public.documents) is 'What the PDF is made of. Of a draft: as it would be issued now, without number and code.';

create function public.document_preview(document_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return private.printable(private.document_for_doctor(document_id));
end
$$;

comment on function public.document_preview(uuid) is 'What the PDF of a document of the doctor who asks is made of. Errors: not_found.';
grant execute on function public.document_preview(uuid) to authenticated;
