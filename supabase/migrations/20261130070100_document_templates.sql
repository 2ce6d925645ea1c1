-- A doctor's own templates, and what their form offers: what they write most often, and what this patient had last.

create table public.document_templates (
  id uuid primary key default gen_random_uuid(),
  doctor_id uuid not null references public.doctors (id) on delete cascade,
  kind public.document_kind not null,
  name text not null,
  content jsonb not null,
  updated_at timestamptz not null default now(),
  constraint "Templates have a name of at most 80 characters" check (not private.is_blank(name) and length(name) <= 80),
  constraint "Template content is an object of at most 64 kB" check (
    jsonb_typeof(content) = 'object' and length(content::text) <= 65536
  )
);

comment on table public.document_templates is 'Templates of a doctor for their documents. They are about no patient: dates and remarks are left out.';
comment on column public.document_templates.id is 'Identifier.';
comment on column public.document_templates.doctor_id is 'Whose it is; nobody else reads it.';
comment on column public.document_templates.kind is 'The kind of document it fills.';
comment on column public.document_templates.name is 'What the doctor calls it.';
comment on column public.document_templates.content is 'As the content of a document (private.document_problem), complete or not.';
comment on column public.document_templates.updated_at is 'When it was saved last.';

create unique index document_templates_name on public.document_templates (doctor_id, kind, lower(name));

grant select, delete on public.document_templates to authenticated;
alter table public.document_templates enable row level security;

create policy "Doctors read their own templates" on public.document_templates
  for select to authenticated
  using (doctor_id = (select private.verified_uid()));

create policy "Doctors delete their own templates" on public.document_templates
  for delete to authenticated
  using (doctor_id = (select private.verified_uid()));

create function public.save_document_template(document_id uuid, name text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
  named constant text := left(btrim(coalesce(name, '')), 80);
  saved uuid;
begin
  if private.is_blank(named) then
    perform private.raise_error(400, 'name_missing');
  end if;
  if (
    select count(*) from public.document_templates as template
    where template.doctor_id = mine.doctor_id and lower(template.name) <> lower(named)
  ) >= 200 then
    perform private.raise_error(409, 'too_many_templates');
  end if;
  insert into public.document_templates as template (doctor_id, kind, name, content)
  -- What is about this patient alone stays out.
  values (mine.doctor_id, mine.kind, named, mine.content - array['from', 'to', 'reason', 'paid_cents'])
  on conflict (doctor_id, kind, lower(template.name))
  do update set name = excluded.name, content = excluded.content, updated_at = now()
  returning template.id into saved;
  return saved;
end
$$;

comment on function public.save_document_template(uuid, text) is 'Keeps what stands in a document as a template of its doctor; the same name again replaces it. Errors: not_found, name_missing, too_many_templates.';
grant execute on function public.save_document_template(uuid, text) to authenticated;

create function private.previous_document(document public.documents) returns public.documents
language sql
stable
set search_path = ''
as $$
  select earlier.*
  from public.documents as earlier
  where earlier.patient_id = document.patient_id and earlier.doctor_id = document.doctor_id
    and earlier.kind = document.kind and earlier.state = 'issued'
  order by earlier.issued_at desc
  limit 1
$$;

comment on function private.previous_document(public.documents) is 'What this patient had last of this kind from this doctor; void ones do not count.';

-- What a doctor wrote most often, in documents of one kind that were issued.
create function private.frequent_values(document public.documents, field text) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(frequent.value), '[]')
  from (
    select value
    from public.documents as earlier
    cross join jsonb_array_elements(
      case jsonb_typeof(earlier.content -> frequent_values.field)
        when 'array' then earlier.content -> frequent_values.field
        else jsonb_build_array(earlier.content -> frequent_values.field)
      end
    ) as value
    where earlier.doctor_id = document.doctor_id and earlier.kind = document.kind and earlier.state = 'issued'
      and value not in ('null', '""')
    group by value
    order by count(*) desc, max(earlier.issued_at) desc
    limit 100
  ) as frequent
$$;

comment on function private.frequent_values(public.documents, text) is 'What a doctor wrote most often in a field, or in the lines of it, of documents of the same kind.';

create function public.document_filling(document_id uuid, template_id uuid default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant public.documents := private.document_for_doctor(document_id);
begin
  if template_id is not null then
    return (
      select template.content from public.document_templates as template
      where template.id = document_filling.template_id and template.doctor_id = mine.doctor_id and template.kind = mine.kind
    );
  end if;
  return (private.previous_document(mine)).content;
end
$$;

comment on function public.document_filling(uuid, uuid) is 'The content with which a draft is filled: of a template, else of what this patient had last; null when there is none. Errors: not_found.';
grant execute on function public.document_filling(uuid, uuid) to authenticated;
