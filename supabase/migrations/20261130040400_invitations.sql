-- Inviting a doctor: user, account and doctor in one step. The e-mail with the link goes out by the outbox.

create function private.new_slug(first_name text, last_name text) returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  plain constant text := coalesce(nullif(btrim(regexp_replace(
    lower(extensions.unaccent('extensions.unaccent'::regdictionary, concat_ws(' ', first_name, last_name))), '[^a-z0-9]+', '-', 'g'
  ), '-'), ''), 'doctor');
  candidate text := plain;
  number integer := 2;
begin
  while exists (select from public.doctors where slug = candidate) loop
    candidate := plain || '-' || number;
    number := number + 1;
  end loop;
  return candidate;
end
$$;

comment on function private.new_slug(text, text) is 'The end of a calendar''s address for a name, with a number when it is taken.';

create function private.check_invitation(email text, phone text, code text, specialty_id text, languages public.language_code[])
returns void
language plpgsql
stable security definer
set search_path = ''
as $$
begin
  if email !~ '^[^@\s]+@[^@\s]+\.[^@\s.]+$' then
    raise exception '"%" is not an e-mail address.', email using errcode = '22023';
  elsif phone !~ '^\+[1-9][0-9]{6,14}$' then
    raise exception 'Write the mobile number with its country and without spaces, such as +352621200001. The codes for signing in go there.'
      using errcode = '22023';
  elsif cardinality(languages) is distinct from (select count(distinct language) from unnest(languages) as language) then
    raise exception 'Each language once, such as {fr,de}.' using errcode = '22023';
  elsif not exists (select from public.specialties where id = specialty_id) then
    raise exception 'There is no specialty "%". There are: %.', specialty_id, (
      select string_agg(id, ', ' order by id) from public.specialties
    ) using errcode = '23503';
  elsif exists (select from public.doctors where doctors.code = check_invitation.code) then
    raise exception 'The code % belongs to % already.', code, (
      select private.account_name(id) from public.doctors where doctors.code = check_invitation.code
    ) using errcode = '23505';
  elsif exists (select from auth.users where users.email = check_invitation.email) then
    raise exception 'Somebody with the address % has signed up already. A doctor needs an address of their own for the practice.', email
      using errcode = '23505';
  end if;
end
$$;

comment on function private.check_invitation(text, text, text, text, public.language_code[]) is 'Raises a sentence when a doctor cannot be invited with these.';

-- As Auth keeps a user who has not confirmed the address: its invitation link, which the worker asks for, does the rest.
create function private.new_invited_user(email text, kind public.account_kind, name text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  user_id constant uuid := gen_random_uuid();
begin
  insert into auth.users (
    instance_id, id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data, invited_at,
    confirmation_token, recovery_token, email_change_token_new, email_change, created_at, updated_at
  )
  values (
    '00000000-0000-0000-0000-000000000000', user_id, 'authenticated', 'authenticated', email, '',
    jsonb_build_object('provider', 'email', 'providers', jsonb_build_array('email'), 'kind', kind),
    jsonb_build_object('name', name), now(), '', '', '', '', now(), now()
  );
  insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
  values (
    user_id::text, user_id,
    jsonb_build_object('sub', user_id, 'email', email, 'email_verified', false, 'phone_verified', false),
    'email', now(), now(), now()
  );
  return user_id;
end
$$;

comment on function private.new_invited_user(text, public.account_kind, text) is 'A user of Auth without a password, who is waiting for a link. Returns the id.';

create function admin.invite_doctor(
  email text,
  first_name text,
  last_name text,
  code text,
  specialty_id text,
  languages public.language_code[],
  city text,
  phone text,
  language public.language_code default 'fr',
  title text default 'Dr'
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  address constant text := lower(btrim(email));
  named constant text := concat_ws(' ', nullif(btrim(title), ''), btrim(first_name), btrim(last_name));
  invited uuid;
begin
  -- One invitation after the other: sent twice at the same moment it finds what the first one did.
  perform pg_advisory_xact_lock(hashtextextended('invitation', 0));
  select users.id into invited
  from auth.users
  join public.doctors as doctor on doctor.id = users.id and doctor.code = invite_doctor.code
  where users.email = address and users.email_confirmed_at is null;
  if invited is null then
    perform private.check_invitation(address, phone, code, specialty_id, languages);
    invited := private.new_invited_user(address, 'doctor', named);
    insert into public.accounts (id, kind, language, phone)
    values (invited, 'doctor', invite_doctor.language, invite_doctor.phone);
    insert into public.doctors (id, slug, title, first_name, last_name, code, specialty_id, languages, city)
    values (
      invited, private.new_slug(first_name, last_name), btrim(title), btrim(first_name), btrim(last_name), invite_doctor.code,
      invite_doctor.specialty_id, invite_doctor.languages, btrim(city)
    );
  end if;
  if not exists (
    select from public.notifications
    where notifications.account_id = invited and kind = 'account_activation' and state = 'due'
  ) then
    perform private.notify('account_activation', invited);
  end if;
  return format(
    '%s is invited: an e-mail with a link, good for 24 hours, goes to %s. No patient can book before there are weekly hours. Account: %s',
    named, address, invited
  );
end
$$;

comment on function admin.invite_doctor(text, text, text, text, text, public.language_code[], text, text, public.language_code, text) is 'Makes the account of a doctor and sends the link to choose a password. Called again before it is used, it sends another link. The codes for signing in go to phone.';
