-- What failed and waits for a person is sent again.

create function admin.retry_failed_notifications(since timestamptz default now() - interval '1 day') returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  again integer;
begin
  with retried as (
    update public.notifications
    set state = 'due', due_at = now(), attempts = 0, first_tried_at = null, leased_until = null, lease = null
    where state = 'failed' and updated_at >= since and kind <> 'password_link'
    returning 1
  )
  select count(*) into again from retried;
  return format('%s messages are sent again within a minute; what is no longer true is not.', again);
end
$$;

comment on function admin.retry_failed_notifications(timestamptz) is 'Sends again what failed since a time (defaults to the last day), for instance after a provider was down.';

create function admin.retry_delivery(id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  delivery public.document_deliveries;
begin
  update public.document_deliveries
  set state = 'waiting', due_at = now(), attempts = 0, first_tried_at = null, lease = null, leased_until = null
  where document_deliveries.id = retry_delivery.id and state = 'failed' and last_error is distinct from 'document voided'
  returning * into delivery;
  if delivery.id is null then
    raise exception 'There is no failed delivery % that could be sent again. They are in admin.failed_deliveries.', retry_delivery.id
      using errcode = 'P0002';
  end if;
  return 'It is sent again within a minute.';
end
$$;

comment on function admin.retry_delivery(uuid) is 'Sends a document again that did not reach its recipient; correct the address of the pharmacy or laboratory first.';
