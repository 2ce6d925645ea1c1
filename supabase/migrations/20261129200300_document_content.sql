-- What the content of each kind must hold before it is issued. Drafts may be incomplete.

create function private.text_in(content jsonb, field text, longest integer) returns boolean
language sql
immutable
set search_path = ''
as $$
  select jsonb_typeof(content -> field) = 'string'
    and not private.is_blank(content ->> field)
    and length(content ->> field) <= longest
$$;

comment on function private.text_in(jsonb, text, integer) is 'Whether a field holds a text that says something in at most so many characters.';

create function private.doctors_today(doctor_id uuid) returns date
language sql
stable
set search_path = ''
as $$
  select (now() at time zone doctor.time_zone)::date from public.doctors as doctor where doctor.id = doctors_today.doctor_id
$$;

comment on function private.doctors_today(uuid) is 'The day that it is where a doctor works; current_date is that of UTC, another one after midnight.';

create function private.prescription_problem(content jsonb, day date) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when jsonb_typeof(content -> 'lines') is distinct from 'array' then 'document_incomplete'
    when jsonb_array_length(content -> 'lines') not between 1 and 30 then 'document_incomplete'
    when exists (
      select from jsonb_array_elements(content -> 'lines') as line
      where not coalesce(
        private.text_in(line, 'name', 200) and private.text_in(line, 'strength', 100) and private.text_in(line, 'form', 100)
        and private.text_in(line, 'dose', 300) and private.text_in(line, 'duration', 100)
        and private.text_in(line, 'quantity', 100) and (line ->> 'renewals')::integer between 0 and 5, false)
    ) then 'document_incomplete'
    when exists (
      select from jsonb_array_elements(content -> 'lines') as line
      where private.restricted_substance(line ->> 'name', day) is not null
    ) then 'restricted_substance'
  end
$$;

comment on function private.prescription_problem(jsonb, date) is 'Why a prescription cannot be issued; null when it can. A medicine: common name, strength, form, dose, duration, quantity, renewals (annex 1 of the regulation of 14 October 2014).';

create function private.lab_order_problem(content jsonb, day date) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when jsonb_typeof(content -> 'analyses') is distinct from 'array'
      or jsonb_typeof(content -> 'others') is distinct from 'array' then 'document_incomplete'
    when jsonb_array_length(content -> 'analyses') + jsonb_array_length(content -> 'others') not between 1 and 60
      then 'document_incomplete'
    when exists (
      select from jsonb_array_elements_text(content -> 'analyses') as code
      where not exists (select from public.analyses where analyses.code = code.value and valid @> day)
    ) then 'unknown_analysis'
  end
$$;

comment on function private.lab_order_problem(jsonb, date) is 'Why a lab order cannot be issued; null when it can.';

create function private.sick_leave_problem(content jsonb, document public.documents) returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  first_day date;
  last_day date;
  limits private.settings;
begin
  if not coalesce(
    content ->> 'from' ~ '^\d{4}-\d\d-\d\d$' and content ->> 'to' ~ '^\d{4}-\d\d-\d\d$'
    and content ->> 'type' in ('initial', 'prolongation', 'relapse')
    and content ->> 'outings' in ('none', 'restricted', 'free')
    and content ->> 'diagnosis' ~ '^[A-Z]\d{2}(\.\d{1,2})?$', false
  ) then
    return 'document_incomplete';
  end if;
  first_day := (content ->> 'from')::date;
  last_day := (content ->> 'to')::date;
  if last_day < first_day then
    return 'document_incomplete';
  end if;
  select * into limits from private.settings;
  if not private.text_in(content, 'reason', 500) and (
    first_day < private.doctors_today(document.doctor_id) - limits.sick_leave_past_days
    or last_day - first_day + 1 > limits.sick_leave_days
    or exists (
      select from public.documents as earlier
      where earlier.patient_id = document.patient_id and earlier.kind = 'sick_leave' and earlier.state = 'issued'
        and earlier.id is distinct from document.corrects
        and daterange((earlier.content ->> 'from')::date, (earlier.content ->> 'to')::date, '[]')
          && daterange(first_day, last_day, '[]')
    )
  ) then
    return 'sick_leave_reason_missing';
  end if;
  return null;
exception when datetime_field_overflow or invalid_datetime_format then
  return 'document_incomplete';
end
$$;

comment on function private.sick_leave_problem(jsonb, public.documents) is 'Why a sick leave cannot be issued; null when it can. A long one, one that begins too far back or overlaps an earlier one needs a reason.';

create function private.consultation_day(appointment_id uuid) returns date
language sql
stable
set search_path = ''
as $$
  select (coalesce(appointment.started_at, appointment.starts_at) at time zone doctor.time_zone)::date
  from public.appointments as appointment
  join public.doctors as doctor on doctor.id = appointment.doctor_id
  where appointment.id = consultation_day.appointment_id
$$;

comment on function private.consultation_day(uuid) is 'The day of a consultation where the doctor works: the tariff of that day counts.';

create function private.fee_note_problem(content jsonb, document public.documents) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when jsonb_typeof(content -> 'lines') is distinct from 'array' then 'document_incomplete'
    when jsonb_array_length(content -> 'lines') not between 1 and 30 then 'document_incomplete'
    when exists (
      select from jsonb_array_elements(content -> 'lines') as line
      where not coalesce(private.text_in(line, 'code', 10) and (line ->> 'quantity')::integer between 1 and 99, false)
    ) then 'document_incomplete'
    when not coalesce(
      (content ->> 'supplement_cents')::integer between 0 and 1000000
      and (content ->> 'paid_cents')::integer between 0 and 10000000, false
    ) then 'document_incomplete'
    when exists (
      select from jsonb_array_elements(content -> 'lines') as line
      where private.tariff_cents(line ->> 'code', private.consultation_day(document.appointment_id)) is null
    ) then 'act_without_tariff'
    when (content ->> 'paid_cents')::integer > (content ->> 'supplement_cents')::integer + (
      select sum((line ->> 'quantity')::integer
        * private.tariff_cents(line ->> 'code', private.consultation_day(document.appointment_id)))
      from jsonb_array_elements(content -> 'lines') as line
    ) then 'paid_too_much'
    when not exists (select from public.doctors where id = document.doctor_id and iban is not null) then 'iban_missing'
  end
$$;

comment on function private.fee_note_problem(jsonb, public.documents) is 'Why a fee note cannot be issued; null when it can. An act without a tariff on the day of the consultation is refused.';

create function private.document_problem(document public.documents) returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  today constant date := private.doctors_today(document.doctor_id);
begin
  if not exists (
    select from public.doctors where id = document.doctor_id and street is not null and postal_code is not null and phone is not null
  ) then
    return 'practice_address_missing';
  end if;
  return case document.kind
    when 'prescription' then private.prescription_problem(document.content, today)
    when 'lab_order' then private.lab_order_problem(document.content, today)
    when 'sick_leave' then private.sick_leave_problem(document.content, document)
    when 'fee_note' then private.fee_note_problem(document.content, document)
  end;
exception when invalid_text_representation or numeric_value_out_of_range then
  return 'document_incomplete';
end
$$;

comment on function private.document_problem(public.documents) is 'The key of the rule that keeps a draft from being issued; null when it can be.';
