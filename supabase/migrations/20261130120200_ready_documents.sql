-- A page that waits for its file asks often: it reads nothing of the document, so the audit log has no line of it.

create function public.document_is_ready(document_id uuid) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select document.sha256 is not null
  from public.documents as document
  where document.id = document_is_ready.document_id and private.readable_document(document)
$$;

comment on function public.document_is_ready(uuid) is 'Whether the PDF of a document is there; null when whoever asks may not read it.';
grant execute on function public.document_is_ready(uuid) to authenticated;
