-- A small believable world around today. For demonstrations and tests; never for production.
-- Everybody's password stands in seed.accounts.json.

insert into public.specialties (id, name_fr, name_de, name_en, name_lb, name_pt) values
  ('general-practice', 'Médecine générale', 'Allgemeinmedizin', 'General practice', 'Allgemengmedezin', 'Medicina geral'),
  ('paediatrics', 'Pédiatrie', 'Kinderheilkunde', 'Paediatrics', 'Pediatrie', 'Pediatria'),
  ('dermatology', 'Dermatologie', 'Dermatologie', 'Dermatology', 'Dermatologie', 'Dermatologia'),
  ('cardiology', 'Cardiologie', 'Kardiologie', 'Cardiology', 'Kardiologie', 'Cardiologia'),
  ('psychiatry', 'Psychiatrie', 'Psychiatrie', 'Psychiatry', 'Psychiatrie', 'Psiquiatria');

insert into public.organisations (kind, name, street, postal_code, city, phone, email) values
  ('pharmacy', 'Pharmacie du Globe', '12, rue Joseph II', '1840', 'Luxembourg', '+35226200001', 'globe@pharmacie.example'),
  ('pharmacy', 'Pharmacie de l''Alzette', '5, rue de l''Alzette', '4010', 'Esch-sur-Alzette', '+35226200002', 'alzette@pharmacie.example'),
  ('pharmacy', 'Pharmacie de la Poste', '3, Grand-Rue', '9050', 'Ettelbruck', '+35226200003', 'poste@pharmacie.example'),
  ('laboratory', 'Laboratoire du Centre', '20, boulevard Royal', '2449', 'Luxembourg', '+35226300001', 'centre@labo.example'),
  ('laboratory', 'Laboratoire du Sud', '9, rue Zénon Bernard', '4030', 'Esch-sur-Alzette', '+35226300002', 'sud@labo.example');

-- Sign-in as GoTrue keeps it: confirmed address, bcrypt, one e-mail identity.
create temporary table people (id uuid, kind public.account_kind, language public.language_code, email text, phone text);
insert into people values
  ('d0000000-0000-4000-8000-000000000001', 'doctor', 'fr', 'claire.weber@praxis.example', '+352621200001'),
  ('d0000000-0000-4000-8000-000000000002', 'doctor', 'de', 'marc.hoffmann@praxis.example', '+352621200002'),
  ('d0000000-0000-4000-8000-000000000003', 'doctor', 'pt', 'ines.ferreira@praxis.example', '+352621200003'),
  ('d0000000-0000-4000-8000-000000000004', 'doctor', 'fr', 'jean.muller@praxis.example', '+352621200004'),
  ('d0000000-0000-4000-8000-000000000005', 'doctor', 'fr', 'sophie.klein@praxis.example', '+352621200005'),
  ('d0000000-0000-4000-8000-000000000006', 'doctor', 'fr', 'david.schmit@praxis.example', '+352621200006'),
  ('d0000000-0000-4000-8000-000000000007', 'doctor', 'fr', 'anne.thill@praxis.example', '+352621200007'),
  ('d0000000-0000-4000-8000-000000000008', 'doctor', 'fr', 'paul.reuter@garde.example', '+352621200008'),
  ('a0000000-0000-4000-8000-000000000001', 'patient', 'fr', 'marie.schneider@mail.example', '+352621300001'),
  ('a0000000-0000-4000-8000-000000000002', 'patient', 'pt', 'joao.martins@mail.example', '+352621300002'),
  ('a0000000-0000-4000-8000-000000000003', 'patient', 'lb', 'lea.kieffer@mail.example', '+352621300003'),
  ('a0000000-0000-4000-8000-000000000004', 'patient', 'de', 'thomas.becker@mail.example', '+352621300004'),
  ('a0000000-0000-4000-8000-000000000005', 'patient', 'en', 'emma.wilson@mail.example', '+352621300005'),
  ('a0000000-0000-4000-8000-000000000006', 'patient', 'fr', 'nicolas.lambert@mail.example', '+33612345678');

with password as materialized (
  select extensions.crypt('Bonjour-eConsult-2026', extensions.gen_salt('bf', 10)) as hash
)
insert into auth.users (
  instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  confirmation_token, recovery_token, email_change_token_new, email_change, created_at, updated_at
)
select
  '00000000-0000-0000-0000-000000000000', id, 'authenticated', 'authenticated', email, password.hash, now(),
  jsonb_build_object('provider', 'email', 'providers', jsonb_build_array('email'), 'kind', kind), '{}',
  '', '', '', '', now(), now()
from people, password;

insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
select
  id::text, id, jsonb_build_object('sub', id, 'email', email, 'email_verified', true, 'phone_verified', false),
  'email', now(), now(), now()
from people;

insert into public.accounts (id, kind, language, phone)
select id, kind, language, phone from people;

drop table people;

insert into public.doctors (id, slug, first_name, last_name, code, specialty_id, languages, city) values
  ('d0000000-0000-4000-8000-000000000001', 'claire-weber', 'Claire', 'Weber', '10 0241', 'general-practice', '{fr,de,lb}', 'Luxembourg'),
  ('d0000000-0000-4000-8000-000000000002', 'marc-hoffmann', 'Marc', 'Hoffmann', '10 0358', 'general-practice', '{de,lb,en}', 'Esch-sur-Alzette'),
  ('d0000000-0000-4000-8000-000000000003', 'ines-ferreira', 'Inês', 'Ferreira', '10 0417', 'general-practice', '{pt,fr,en}', 'Differdange'),
  ('d0000000-0000-4000-8000-000000000004', 'jean-muller', 'Jean', 'Muller', '20 0112', 'paediatrics', '{fr,de,lb}', 'Luxembourg'),
  ('d0000000-0000-4000-8000-000000000005', 'sophie-klein', 'Sophie', 'Klein', '30 0095', 'dermatology', '{fr,de,en}', 'Ettelbruck'),
  ('d0000000-0000-4000-8000-000000000006', 'david-schmit', 'David', 'Schmit', '40 0177', 'cardiology', '{fr,lb,en}', 'Luxembourg'),
  ('d0000000-0000-4000-8000-000000000007', 'anne-thill', 'Anne', 'Thill', '50 0063', 'psychiatry', '{fr,de,lb,en}', 'Mersch'),
  ('d0000000-0000-4000-8000-000000000008', 'paul-reuter', 'Paul', 'Reuter', '10 0502', 'general-practice', '{fr,de,en,lb}', 'Luxembourg');

insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city, country) values
  ('a0000000-0000-4000-8000-000000000001', '1955123199951', 'Marie', 'Schneider', '12, rue de la Gare', '8050', 'Bertrange', 'LU'),
  ('a0000000-0000-4000-8000-000000000002', '1979031201492', 'João', 'Martins', '3, rue du Brill', '4041', 'Esch-sur-Alzette', 'LU'),
  ('a0000000-0000-4000-8000-000000000003', '1990010100160', 'Léa', 'Kieffer', '27, avenue de la Liberté', '1930', 'Luxembourg', 'LU'),
  ('a0000000-0000-4000-8000-000000000004', '2000022900358', 'Thomas', 'Becker', '8, Hauptstraße', '9010', 'Ettelbruck', 'LU'),
  ('a0000000-0000-4000-8000-000000000005', '1985101508751', 'Emma', 'Wilson', '1, côte d''Eich', '1450', 'Luxembourg', 'LU'),
  ('a0000000-0000-4000-8000-000000000006', '1968070412379', 'Nicolas', 'Lambert', '44, rue du Moulin', 'L-7570', 'Mersch', 'FR');

update auth.users as users
set raw_user_meta_data = jsonb_build_object('name', named.name)
from (
  select id, concat_ws(' ', title, first_name, last_name) as name from public.doctors
  union all
  select id, concat_ws(' ', first_name, last_name) from public.patients
) as named
where named.id = users.id;

-- Practices work on weekdays; Dr Reuter is on call day and night, so that there is always somebody to book.
insert into public.weekly_hours (doctor_id, weekday, starts, ends)
select id, weekday, hours.starts, hours.ends
from public.doctors
cross join generate_series(1, 5) as weekday
cross join (values (time '08:00', time '12:00'), (time '14:00', time '17:30')) as hours (starts, ends)
where slug <> 'paul-reuter';

insert into public.weekly_hours (doctor_id, weekday, starts, ends)
select id, weekday, time '00:00', time '23:59:59'
from public.doctors
cross join generate_series(1, 7) as weekday
where slug = 'paul-reuter';

update public.doctors set lead_minutes = 0, free_now = true where slug = 'paul-reuter';

-- A week back and a week ahead: about one slot in six is taken, by each patient in turn. In the days to come fewer,
-- so that everybody may still book (book_appointment() allows 20 coming ones).
insert into public.appointments (
  patient_id, doctor_id, during, language, symptoms, state, booked_at, waiting_since, called_at, started_at, ended_at,
  cancelled_at, cancelled_by, cancellation_reason
)
select
  patient.id, doctor.id, slot, account.language,
  (case account.language
    when 'fr' then array['Toux depuis trois jours, pas de fièvre.', 'Contrôle après le traitement.', '']
    when 'de' then array['Rezept für das Blutdruckmittel läuft aus.', 'Seit gestern Rückenschmerzen.', '']
    when 'en' then array['Rash on the left arm since Monday.', 'Follow-up on my blood test.', '']
    when 'lb' then array['Kappwéi zënter dräi Deeg.', 'Ordonnance fir d’Allergie.', '']
    when 'pt' then array['Dor de garganta e cansaço.', 'Controlo da tensão arterial.', '']
  end)[1 + number % 3],
  case when upper(slot) > now() then 'booked' when number % 11 = 0 then 'cancelled' when number % 13 = 0 then 'no_show' else 'completed' end::public.appointment_state,
  lower(slot) - interval '3 days',
  case when upper(slot) <= now() then lower(slot) - interval '4 minutes' end,
  case when upper(slot) <= now() then lower(slot) + interval '1 minute' end,
  case when upper(slot) <= now() then lower(slot) + interval '1 minute' end,
  case when upper(slot) <= now() then lower(slot) + interval '9 minutes' end,
  case when upper(slot) <= now() and number % 11 = 0 then lower(slot) - interval '1 hour' end,
  case when upper(slot) <= now() and number % 11 = 0 then 'doctor'::public.account_kind end,
  case when upper(slot) <= now() and number % 11 = 0 then 'Urgence médicale' end
from (
  select doctor.*, row_number() over (order by slug) as place from public.doctors as doctor where slug <> 'paul-reuter'
) as doctor
cross join generate_series(-7, 7) as day
cross join generate_series(0, 6) as number_of_day
cross join lateral (select (doctor.place * 5 + (day + 7) * 3 + number_of_day * 7)::integer as number) as numbered
cross join lateral (
  select (current_date + day + time '08:00' + make_interval(mins => 10 * (number_of_day * 3 + (number % 3)::integer))) at time zone doctor.time_zone as start
) as started
cross join lateral (select tstzrange(start, start + interval '10 minutes') as slot) as slotted
join (
  select patients.id, row_number() over (order by id) - 1 as place from public.patients
) as patient on patient.place = numbered.number % 6
join public.accounts as account on account.id = patient.id
where extract(isodow from current_date + day) <= 5
  and (day = 0 or number_of_day = 1 + abs(day) % 5)
on conflict do nothing;

insert into public.threads (patient_id, doctor_id)
select distinct patient_id, doctor_id from public.appointments;

insert into public.messages (thread_id, author_id, body, sent_at)
select thread.id, thread.patient_id, 'Bonjour docteur, dois-je continuer le traitement après la fin de la boîte ?', now() - interval '5 hours'
from public.threads as thread
join public.doctors as doctor on doctor.id = thread.doctor_id and doctor.slug = 'claire-weber'
join public.patients as patient on patient.id = thread.patient_id and patient.last_name in ('Schneider', 'Lambert');
