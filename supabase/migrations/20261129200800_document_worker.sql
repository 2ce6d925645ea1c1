-- For the worker: what is to be issued, made and sent. Any number of workers; a crash leaves a lease that runs out.

create function public.claim_documents(batch integer default 5, lease_seconds integer default 60) returns setof jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  draft public.documents;
begin
  for draft in
    select * from public.documents
    where state = 'draft' and issues_at <= now()
    order by issues_at
    limit batch
    for update skip locked
  loop
    perform private.issue(draft);
  end loop;
  return query
  with due as (
    select id from public.documents
    where state <> 'draft' and sha256 is null and (leased_until is null or leased_until < now())
    order by issued_at
    limit batch
    for update skip locked
  ),
  claimed as (
    update public.documents as document
    set lease = gen_random_uuid(), leased_until = now() + make_interval(secs => lease_seconds), attempts = attempts + 1
    from due
    where document.id = due.id
    returning document.*
  )
  select private.printable(document) || jsonb_build_object('lease', claimed.lease)
  from claimed
  join public.documents as document on document.id = claimed.id
  order by claimed.issued_at;
end
$$;

comment on function public.claim_documents(integer, integer) is 'Issues the drafts whose ten seconds are over and leases the documents without a file, with what they are made of. For the service only.';

create function public.document_made(
  id uuid, lease uuid, sha256 text, file_bytes integer, employer_sha256 text default null
) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.documents as document
  set sha256 = document_made.sha256, employer_sha256 = document_made.employer_sha256,
    file_bytes = document_made.file_bytes, lease = null, leased_until = null, last_error = null
  where document.id = document_made.id and document.lease = document_made.lease and document.sha256 is null
  returning true
$$;

comment on function public.document_made(uuid, uuid, text, integer, text) is 'The PDF lies in Storage, of a sick leave that of the employer''s sheet too. Null when the lease was lost. For the service only.';

create function public.document_not_made(id uuid, lease uuid, reason text) returns void
language sql
security definer
set search_path = ''
as $$
  update public.documents as document
  set last_error = left(reason, 500),
    lease = null,
    -- 10 s, 40 s, 160 s … at most an hour
    leased_until = now() + least(interval '1 hour', interval '10 seconds' * power(4, least(attempts, 10) - 1))
  where document.id = document_not_made.id and document.lease = document_not_made.lease
$$;

comment on function public.document_not_made(uuid, uuid, text) is 'A try failed: again later. For the service only.';

create function public.claim_document_deliveries(batch integer default 8, lease_seconds integer default 120) returns setof jsonb
language sql
security definer
set search_path = ''
as $$
  with due as (
    select delivery.id
    from public.document_deliveries as delivery
    join public.documents as document on document.id = delivery.document_id
    where delivery.state = 'waiting' and delivery.due_at <= now()
      and (delivery.leased_until is null or delivery.leased_until < now())
      and (document.sha256 is not null or delivery.purpose = 'withdrawn')
    order by delivery.due_at
    limit batch
    for update of delivery skip locked
  ),
  claimed as (
    update public.document_deliveries as delivery
    set lease = gen_random_uuid(), leased_until = now() + make_interval(secs => lease_seconds), attempts = attempts + 1,
      first_tried_at = coalesce(first_tried_at, now())
    from due
    where delivery.id = due.id
    returning delivery.*
  )
  select jsonb_build_object(
    'id', claimed.id, 'lease', claimed.lease, 'recipient', claimed.recipient, 'purpose', claimed.purpose,
    'attempts', claimed.attempts, 'first_tried_at', claimed.first_tried_at,
    'proof_path', claimed.proof_path, 'proof_name', claimed.proof_name,
    'email', coalesce(
      claimed.address,
      case claimed.recipient
        when 'patient' then users.email
        when 'cns' then (select cns_email from private.settings)
        else organisation.email
      end
    ),
    'name', case claimed.recipient
      when 'patient' then concat_ws(' ', named.first_name, named.last_name)
      when 'cns' then 'CNS'
      when 'other' then ''
      else organisation.name
    end,
    'language', coalesce(account.language, 'fr'),
    'document', jsonb_build_object(
      'id', document.id, 'kind', document.kind, 'number', private.document_number(document),
      'issued_at', document.issued_at, 'sha256', document.sha256, 'employer_sha256', document.employer_sha256,
      'state', document.state,
      -- What the doctor writes to whoever treats the patient is not for an employer.
      'void_reason', case when document.replaced_by is null and claimed.recipient <> 'other' then document.void_reason end,
      'replaced_by', private.document_number(replacement),
      'doctor', document.facts -> 'doctor', 'patient', document.facts -> 'patient',
      'copy_to', (
        select organisations.name
        from public.document_deliveries as copy
        join public.organisations on organisations.id = copy.organisation_id
        where copy.document_id = document.id and copy.purpose = 'copy' and copy.organisation_id is not null
        order by copy.created_at desc
        limit 1
      ),
      'failed_to', case when claimed.purpose = 'not_delivered' then (
        select coalesce(organisations.name, failed.address)
        from public.document_deliveries as failed
        left join public.organisations on organisations.id = failed.organisation_id
        where failed.document_id = document.id and failed.state = 'failed' and failed.purpose in ('copy', 'forward')
          and failed.updated_at <= claimed.created_at
        order by failed.updated_at desc
        limit 1
      ) end
    )
  )
  from claimed
  join public.documents as document on document.id = claimed.document_id
  left join public.documents as replacement on replacement.id = document.replaced_by
  left join public.organisations as organisation on organisation.id = claimed.organisation_id
  left join public.accounts as account on account.id = claimed.account_id
  left join auth.users on users.id = account.id
  left join private.account_names as named on named.account_id = account.id
  order by claimed.due_at
$$;

comment on function public.claim_document_deliveries(integer, integer) is 'Leases due deliveries whose file is there, with what is needed to write them. For the service only.';

create function public.mark_delivery_sent(id uuid, lease uuid, provider_message_id text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update public.document_deliveries as delivery
  set state = 'sent', sent_at = now(), provider_message_id = mark_delivery_sent.provider_message_id,
    lease = null, leased_until = null, last_error = null
  where delivery.id = mark_delivery_sent.id and delivery.lease = mark_delivery_sent.lease
  returning true
$$;

comment on function public.mark_delivery_sent(uuid, uuid, text) is 'The provider took it. Null when the lease was lost. For the service only.';

create function public.schedule_delivery_retry(id uuid, lease uuid, reason text, permanent boolean default false) returns public.delivery_state
language sql
security definer
set search_path = ''
as $$
  update public.document_deliveries as delivery
  set lease = null,
    leased_until = null,
    last_error = left(reason, 500),
    state = case when permanent or attempts >= 8 then 'failed' else 'waiting' end::public.delivery_state,
    due_at = now() + private.retry_after(attempts)
  where delivery.id = schedule_delivery_retry.id and delivery.lease = schedule_delivery_retry.lease
  returning state
$$;

comment on function public.schedule_delivery_retry(uuid, uuid, text, boolean) is 'A try failed: again later (1 min to 6 h, 8 tries), or never when permanent. For the service only.';

create function public.delivery_reported(provider_message_id text, delivered boolean, reason text default null) returns void
language sql
security definer
set search_path = ''
as $$
  update public.document_deliveries as delivery
  set state = case when delivered then 'delivered' else 'failed' end::public.delivery_state,
    last_error = left(reason, 500)
  where delivery.provider_message_id = delivery_reported.provider_message_id 
    -- A mailbox that took it may still send it back a day later.
    and (state = 'sent' or (state = 'delivered' and not delivered))
$$;

comment on function public.delivery_reported(text, boolean, text) is 'The provider reports what became of a sent document; a late bounce counts. For the service only.';

create function public.delivery_accepted(id uuid, provider_message_id text) returns void
language sql
security definer
set search_path = ''
as $$
  -- The worker that handed it over died: without this it would be sent again.
  update public.document_deliveries as delivery
  set state = 'sent', sent_at = now(), provider_message_id = delivery_accepted.provider_message_id,
    lease = null, leased_until = null, last_error = null
  where delivery.id = delivery_accepted.id and state = 'waiting' and attempts > 0
$$;

comment on function public.delivery_accepted(uuid, text) is 'The provider reports on a document that still counts as waiting: it has it. For the service only.';

create function private.tell_patient_of_failed_copy() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.deliver_to_patient(document, 'not_delivered')
  from public.documents as document
  where document.id = new.document_id and document.state = 'issued';
  return null;
end
$$;

comment on function private.tell_patient_of_failed_copy() is 'Trigger: when a pharmacy, a laboratory or an address of the patient''s own choice cannot be reached, the patient is told.';

create trigger document_deliveries_failed after update of state on public.document_deliveries
  for each row when (
    new.state = 'failed' and old.state <> 'failed' and new.attempts > 0
    and new.purpose in ('copy', 'forward') and new.recipient in ('pharmacy', 'laboratory', 'other')
  )
  execute function private.tell_patient_of_failed_copy();

grant execute on function
  public.claim_documents(integer, integer),
  public.document_made(uuid, uuid, text, integer, text),
  public.document_not_made(uuid, uuid, text),
  public.claim_document_deliveries(integer, integer),
  public.mark_delivery_sent(uuid, uuid, text),
  public.schedule_delivery_retry(uuid, uuid, text, boolean),
  public.delivery_reported(text, boolean, text),
  public.delivery_accepted(uuid, text)
to service_role;

create view admin.failed_deliveries as
select
  delivery.id, private.document_number(document) as document, delivery.recipient, delivery.purpose, delivery.attempts,
  delivery.last_error, delivery.updated_at as failed_at
from public.document_deliveries as delivery
join public.documents as document on document.id = delivery.document_id
where delivery.state = 'failed'
order by delivery.updated_at desc;

comment on view admin.failed_deliveries is 'Documents that did not reach a recipient and wait for a person.';
