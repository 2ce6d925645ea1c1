-- Doctors and patients, each with an account. Triggers are off (session_replication_role): the directory is indexed at
-- the end, once for all. What fill.doctors and fill.patients ask for is made beside whoever is there.

create temporary table filled_doctors as
select gen_random_uuid() as id, n
from generate_series(1, current_setting('fill.doctors')::integer) as n;

create temporary table filled_patients as
select gen_random_uuid() as id, gen_random_uuid() as account_id, n, digits
from (
  select row_number() over (order by candidate) as n, digits
  from (
    -- No two candidates share a day and an order number; a tenth more than wanted, since some may be taken already.
    select
      candidate,
      to_char(date '1935-01-01' + (candidate * 37 % 32000), 'YYYYMMDD')
        || lpad((100 + candidate / 32000 * 7 % 900)::text, 3, '0') as digits
    from generate_series(0, current_setting('fill.patients')::integer * 11 / 10 + 10) as candidate
  ) as candidates
  where not exists (
    select from public.patients where matricule >= digits || '00' and matricule <= digits || '99'
  )
) as numbered
where n <= current_setting('fill.patients')::integer;

insert into auth.users (
  instance_id, id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  confirmation_token, recovery_token, email_change_token_new, email_change, created_at, updated_at
)
select
  '00000000-0000-0000-0000-000000000000', id, 'authenticated', 'authenticated', id || '@fill.example', now(),
  jsonb_build_object('provider', 'email', 'providers', jsonb_build_array('email'), 'kind', kind), '{}',
  '', '', '', '', now(), now()
from (
  select id, 'doctor' as kind from filled_doctors
  union all
  select account_id, 'patient' from filled_patients
) as people;

insert into public.accounts (id, kind, language, phone)
select
  id, kind::public.account_kind, (array['fr', 'de', 'en', 'lb', 'pt'])[1 + n % 5]::public.language_code,
  '+352691' || lpad(phone::text, 6, '0')
from (
  select id, 'doctor' as kind, n, n as phone from filled_doctors
  union all
  select account_id, 'patient', n, 100000 + n from filled_patients
) as people;

-- Some hundred family names, so that a typing error has many neighbours, as in life.
create temporary table family_names as
select name, row_number() over (order by md5(name)) as n
from (
  select head || tail as name
  from unnest(array[
    'Wag', 'Schnei', 'Mül', 'Kie', 'Thi', 'Bec', 'Stef', 'Wel', 'Bra', 'Kra', 'Fri', 'Lang', 'Rosen', 'Gold', 'Stein',
    'Kirsch', 'Linden', 'Neu', 'Alt', 'Ober', 'Nieder', 'Reu', 'Schu', 'Zim', 'Brun'
  ]) as head
  cross join unnest(array[
    'ner', 'der', 'ler', 'fer', 'ker', 'mann', 'bach', 'berg', 'haus', 'hoff', 'meyer', 'ert', 'es', 'inger', 'weiler'
  ]) as tail
  union
  select unnest(array[
    'Weber', 'Muller', 'Schmit', 'Schmitz', 'Hoffmann', 'Ferreira', 'Da Silva', 'Klein', 'Thill', 'Reuter', 'Kieffer',
    'Dos Santos', 'Pereira', 'Martins', 'Rodrigues', 'Gonçalves', 'Lambert', 'Majerus', 'Faber', 'Meyer', 'Kremer',
    'Weis', 'Conter', 'Simon', 'Diederich', 'Engel', 'Adam', 'Braun', 'Feltes', 'Hansen'
  ])
) as names;

create temporary table given_names as
select name, row_number() over () as n
from unnest(array[
  'Anne', 'Paul', 'Marc', 'Léa', 'Tom', 'Eva', 'Luc', 'Mia', 'João', 'Zoé', 'Jürgen', 'Inês', 'Claire', 'David',
  'Sophie', 'Jean', 'Marie', 'Nadine', 'Patrick', 'Chantal', 'Félix', 'Elise', 'Bruno', 'Carla', 'Günther', 'Käthe'
]) as name;

create temporary table filled_specialties as
select id, row_number() over (order by id) as n, count(*) over () as count from public.specialties;

insert into public.doctors (
  id, slug, first_name, last_name, code, specialty_id, languages, city, slot_minutes, lead_minutes, horizon_days
)
select
  doctor.id, 'fill-' || doctor.n || '-' || left(doctor.id::text, 8), given.name, family.name,
  '99 ' || lpad(doctor.n::text, 6, '0') || ' ' || left(translate(doctor.id::text, 'abcdef-', '0123451'), 5), specialty.id,
  (array['{fr,de}', '{fr,en}', '{de,lb}', '{pt,fr}', '{fr,de,en,lb}'])[1 + doctor.n % 5]::public.language_code[],
  (array[
    'Luxembourg', 'Esch-sur-Alzette', 'Mersch', 'Differdange', 'Dudelange', 'Ettelbruck', 'Diekirch', 'Wiltz',
    'Echternach', 'Rumelange'
  ])[1 + doctor.n * 7 % 10],
  (array[10, 15, 10, 20, 10, 10])[1 + doctor.n % 6],
  (array[5, 60, 0, 30, 240, 0])[1 + doctor.n % 6],
  (array[60, 30, 90, 60])[1 + doctor.n % 4]
from filled_doctors as doctor
join given_names as given on given.n = 1 + doctor.n * 11 % (select count(*) from given_names)
join family_names as family on family.n = 1 + doctor.n * 17 % (select count(*) from family_names)
join filled_specialties as specialty on specialty.n = 1 + doctor.n % specialty.count;

insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city)
select
  patient.id, digits || private.luhn_digit(digits) || private.verhoeff_digit(digits), given.name, family.name,
  1 + patient.n % 200 || ', rue de la Gare', lpad((1000 + patient.n % 9000)::text, 4, '0'), 'Luxembourg'
from filled_patients as patient
join given_names as given on given.n = 1 + patient.n * 7 % (select count(*) from given_names)
join family_names as family on family.n = 1 + patient.n * 13 % (select count(*) from family_names);

insert into public.guardianships (account_id, patient_id, relation)
select account_id, id, 'self' from filled_patients;
