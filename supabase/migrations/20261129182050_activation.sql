-- Activation: the link in the e-mail of a sign-up, which makes the account.

create function public.add_sign_up_link(sign_up_id uuid, link_hash text) returns boolean
language sql
security definer
set search_path = ''
as $$
  update private.sign_ups
  set link_hashes = (link_hashes || link_hash)[greatest(1, cardinality(link_hashes) - 8):], link_sent_at = now()
  where id = sign_up_id and confirmed_at is not null and withdrawn_at is null and completed_at is null
  returning true
$$;

comment on function public.add_sign_up_link(uuid, text) is 'Keeps the hash of a token that goes out by e-mail; null when the sign-up no longer waits for one. For the service only.';

create function public.sign_up_of_link(link_hash text)
returns table (
  id uuid, matricule text, first_name text, last_name text, email text, phone text, city text,
  language public.language_code, next text, account_id uuid
)
language sql
stable security definer
set search_path = ''
as $$
  select id, matricule, first_name, last_name, email, phone, city, language, next, account_id
  from private.sign_ups
  where link_hash = any (link_hashes) and withdrawn_at is null and link_sent_at > now() - interval '24 hours'
$$;

comment on function public.sign_up_of_link(text) is 'The sign-up that a link of an e-mail opens, finished or not; no row for a link that is too old, withdrawn or none of ours. For the service only.';

create index sign_ups_links on private.sign_ups using gin (link_hashes);

create function public.complete_sign_up(sign_up_id uuid, user_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  sign_up private.sign_ups;
  patient uuid;
begin
  -- One after the other: two for the same matricule or address would each wait for what the other one holds.
  perform pg_advisory_xact_lock(hashtext('public.complete_sign_up'));
  select * into sign_up from private.sign_ups where id = sign_up_id and confirmed_at is not null for update;
  if sign_up.id is null or sign_up.withdrawn_at is not null then
    return false;
  end if;
  if sign_up.completed_at is not null then
    return sign_up.account_id = user_id; -- sent twice
  end if;
  if not exists (
    select from auth.users
    where id = user_id and email = sign_up.email and raw_app_meta_data ->> 'sign_up_id' = sign_up.id::text
  ) then
    perform private.raise_error(409, 'user_mismatch');
  end if;
  insert into public.patients (matricule, first_name, last_name, street, postal_code, city, country)
  values (
    sign_up.matricule, sign_up.first_name, sign_up.last_name,
    sign_up.street, sign_up.postal_code, sign_up.city, sign_up.country
  )
  on conflict (matricule) do nothing
  returning id into patient;
  patient := coalesce(patient, private.take_returned_record(sign_up));
  if patient is null then
    return false; -- somebody else proved the same matricule first
  end if;
  insert into public.accounts (id, kind, language, phone)
  values (user_id, 'patient', sign_up.language, sign_up.phone);
  insert into public.guardianships (account_id, patient_id, relation) values (user_id, patient, 'self');
  update private.sign_ups set completed_at = now(), account_id = user_id where id = sign_up.id;
  update private.sign_ups set withdrawn_at = now()
  where id <> sign_up.id and completed_at is null and withdrawn_at is null
    and (email = sign_up.email or matricule = sign_up.matricule);
  perform private.audit('account_created', patient);
  return true;
end
$$;

comment on function public.complete_sign_up(uuid, uuid) is 'Makes account and patient of a sign-up whose link was opened, for the user that was made for it; the others for the same address or matricule end. False when one of them was first. For the service only.';

create function public.user_of_sign_up(sign_up_id uuid) returns uuid
language sql
stable security definer
set search_path = ''
as $$
  select users.id
  from private.sign_ups as sign_up
  join auth.users on users.email = sign_up.email and raw_app_meta_data ->> 'sign_up_id' = sign_up.id::text
  where sign_up.id = sign_up_id
$$;

comment on function public.user_of_sign_up(uuid) is 'The user that a sign-up made before its account was complete; null for one that it did not make. For the service only.';

create function public.withdraw_sign_up(link_hash text) returns void
language sql
security definer
set search_path = ''
as $$
  update private.sign_ups set withdrawn_at = now()
  where link_hash = any (link_hashes) and completed_at is null and withdrawn_at is null
$$;

comment on function public.withdraw_sign_up(text) is 'The owner of the mailbox did not sign up: the link opens nothing any more. For the service only.';

create function public.resend_activation(email text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  sign_up private.sign_ups;
  owner uuid;
begin
  select account.id into owner
  from auth.users join public.accounts as account on account.id = users.id
  where users.email = lower(resend_activation.email);
  if owner is not null then
    perform public.notify_account(
      owner,
      case when (select email_confirmed_at from auth.users where id = owner) is null
        then 'account_activation' else 'account_exists' end::public.notification_kind
    );
    return;
  end if;
  for sign_up in
    select * from private.sign_ups
    where sign_ups.email = lower(resend_activation.email)
      and confirmed_at is not null and completed_at is null and withdrawn_at is null
      and created_at > now() - interval '7 days'
    order by created_at desc
    limit 3
  loop
    if private.owner_of(sign_up) is null then
      perform private.notify_sign_up(sign_up);
    end if;
  end loop;
end
$$;

comment on function public.resend_activation(text) is 'Sends the link of every sign-up that waits for one at an address, or tells its owner that there is an account. For the service only.';

grant execute on function
  public.add_sign_up_link(uuid, text),
  public.sign_up_of_link(text),
  public.complete_sign_up(uuid, uuid),
  public.user_of_sign_up(uuid),
  public.withdraw_sign_up(text),
  public.resend_activation(text)
to service_role;
