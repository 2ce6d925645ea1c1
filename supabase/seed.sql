-- A small believable world around today. For demonstrations and tests; never for production.
-- Everybody's password stands in seed.accounts.json.

-- Past the guard of the table editor (private.refuse_by_hand): nobody here has to be told of anything.
set econsult.by_hand = 'on';

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
  ('b0000000-0000-4000-8000-000000000001', '1955123199951', 'Marie', 'Schneider', '12, rue de la Gare', '8050', 'Bertrange', 'LU'),
  ('b0000000-0000-4000-8000-000000000002', '1979031201492', 'João', 'Martins', '3, rue du Brill', '4041', 'Esch-sur-Alzette', 'LU'),
  ('b0000000-0000-4000-8000-000000000003', '1990010100160', 'Léa', 'Kieffer', '27, avenue de la Liberté', '1930', 'Luxembourg', 'LU'),
  ('b0000000-0000-4000-8000-000000000004', '2000022900358', 'Thomas', 'Becker', '8, Hauptstraße', '9010', 'Ettelbruck', 'LU'),
  ('b0000000-0000-4000-8000-000000000005', '1985101508751', 'Emma', 'Wilson', '1, côte d''Eich', '1450', 'Luxembourg', 'LU'),
  ('b0000000-0000-4000-8000-000000000006', '1968070412379', 'Nicolas', 'Lambert', '44, rue du Moulin', 'L-7570', 'Mersch', 'FR');

insert into public.guardianships (account_id, patient_id, relation)
select id, ('b' || substr(id::text, 2))::uuid, 'self' from public.accounts where kind = 'patient';

-- Without accounts: Léa Kieffer acts for her son and, with her, João Martins; and for her mother.
insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city)
select person.id::uuid, digits || private.luhn_digit(digits) || private.verhoeff_digit(digits), first_name, 'Kieffer',
  '27, avenue de la Liberté', '1930', 'Luxembourg'
from (values
  ('c0000000-0000-4000-8000-000000000001', (extract(year from current_date)::integer - 7) || '0614123', 'Tom'),
  ('c0000000-0000-4000-8000-000000000002', '19410302417', 'Marguerite')
) as person (id, digits, first_name);

insert into public.guardianships (account_id, patient_id, relation, confirmed_by, reason) values
  ('a0000000-0000-4000-8000-000000000003', 'c0000000-0000-4000-8000-000000000001', 'parent',
    'd0000000-0000-4000-8000-000000000004', 'Livret de famille'),
  ('a0000000-0000-4000-8000-000000000002', 'c0000000-0000-4000-8000-000000000001', 'parent',
    'd0000000-0000-4000-8000-000000000004', 'Livret de famille'),
  ('a0000000-0000-4000-8000-000000000003', 'c0000000-0000-4000-8000-000000000002', 'child',
    'd0000000-0000-4000-8000-000000000001', 'Procuration');

update auth.users as users
set raw_user_meta_data = jsonb_build_object('name', named.name)
from (
  select id, concat_ws(' ', title, first_name, last_name) as name from public.doctors
  union all
  select account_id, concat_ws(' ', first_name, last_name) from public.patients
  join public.guardianships on guardianships.patient_id = patients.id and relation = 'self'
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

update public.doctors set lead_minutes = 0, free_now_until = now() + interval '12 hours' where slug = 'paul-reuter';

-- A week back and a week ahead: about one slot in six is taken, by each patient in turn. In the days to come fewer,
-- so that everybody may still book (book_appointment() allows 20 coming ones).
insert into public.appointments (
  patient_id, booked_by, doctor_id, during, language, symptoms, state, booked_at, waiting_since, called_at, started_at, ended_at,
  cancelled_at, cancelled_by, cancellation_reason
)
select
  patient.id, account.id, doctor.id, slot,
  case when account.language = any (doctor.languages) then account.language else doctor.languages[1] end,
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
  select patient_id as id, account_id, row_number() over (order by patient_id) - 1 as place
  from public.guardianships where relation = 'self'
) as patient on patient.place = numbered.number % 6
join public.accounts as account on account.id = patient.account_id
where extract(isodow from current_date + day) <= 5
  and (day = 0 or number_of_day = 1 + abs(day) % 5)
on conflict do nothing;

-- Two doctors keep a list of reasons, each in their own words.
insert into public.reasons (id, doctor_id, name, minutes, position) values
  ('e0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000001', 'Un nouveau problème de santé', 10, 1),
  ('e0000000-0000-4000-8000-000000000002', 'd0000000-0000-4000-8000-000000000001', 'Le suivi d’un traitement', 20, 2),
  ('e0000000-0000-4000-8000-000000000003', 'd0000000-0000-4000-8000-000000000001', 'Une ordonnance à renouveler', 10, 3),
  ('e0000000-0000-4000-8000-000000000004', 'd0000000-0000-4000-8000-000000000002', 'Rezept erneuern', 10, 1),
  ('e0000000-0000-4000-8000-000000000005', 'd0000000-0000-4000-8000-000000000002', 'Befunde besprechen', 20, 2);

insert into public.reason_questions (reason_id, position, kind, question) values
  ('e0000000-0000-4000-8000-000000000001', 1, 'text', 'Depuis quand ?'),
  ('e0000000-0000-4000-8000-000000000001', 2, 'yes_no', 'Avez-vous de la fièvre ?'),
  ('e0000000-0000-4000-8000-000000000003', 1, 'text', 'Quel médicament, et à quelle dose ?'),
  ('e0000000-0000-4000-8000-000000000004', 1, 'text', 'Welches Medikament, in welcher Dosis?');

update public.appointments set visit_reason = 'Un nouveau problème de santé'
where doctor_id = 'd0000000-0000-4000-8000-000000000001' and symptoms like 'Toux%';

insert into public.appointment_answers (appointment_id, position, kind, question, answer)
select appointment.id, question.position, question.kind, question.question,
  case question.kind when 'text' then 'Depuis trois jours' else 'no' end
from public.appointments as appointment
join public.reason_questions as question on question.reason_id = 'e0000000-0000-4000-8000-000000000001'
where appointment.visit_reason <> '';

insert into public.threads (patient_id, doctor_id)
select distinct patient_id, doctor_id from public.appointments;

insert into public.messages (thread_id, author_id, body, sent_at)
select thread.id, own.account_id, 'Bonjour docteur, dois-je continuer le traitement après la fin de la boîte ?', now() - interval '5 hours'
from public.threads as thread
join public.doctors as doctor on doctor.id = thread.doctor_id and doctor.slug = 'claire-weber'
join public.patients as patient on patient.id = thread.patient_id and patient.last_name in ('Schneider', 'Lambert')
join public.guardianships as own on own.patient_id = patient.id and own.relation = 'self';

-- One conversation with an answer, on both sides of a consultation.
insert into public.messages (thread_id, author_id, body, sent_at, read_at)
select thread.id, case when line.by_doctor then doctor.id else own.account_id end, line.body,
  now() - line.ago, now() - line.ago + interval '20 minutes'
from public.threads as thread
join public.doctors as doctor on doctor.id = thread.doctor_id and doctor.slug = 'claire-weber'
join public.patients as patient on patient.id = thread.patient_id and patient.last_name = 'Schneider'
join public.guardianships as own on own.patient_id = patient.id and own.relation = 'self'
cross join (values
  (false, interval '9 days', 'Bonjour docteur, la toux est revenue cette nuit. Est-ce que je reprends le sirop ?'),
  (true, interval '8 days 20 hours', E'Bonjour,\nvous pouvez reprendre le sirop trois jours. Si la fièvre dépasse 38,5 °C, prenez un rendez-vous.'),
  (false, interval '8 days 19 hours', 'Merci beaucoup !'),
  (true, interval '2 days', 'Les vaccins recommandés sont ici : https://sante.public.lu/fr/espace-citoyen/dossiers-thematiques/v/vaccination.html')
) as line (by_doctor, ago, body);

insert into public.message_settings (account_id, answers_within_days)
select id, 2 from public.doctors where slug = 'claire-weber';
-- Practices as documents print them. The IBANs have right check digits and belong to nobody.
update public.doctors as doctor
set street = practice.street, postal_code = practice.postal_code, phone = practice.phone, iban = practice.iban
from (values
  ('claire-weber', '12, rue de Hollerich', '1740', '+352271250401', 'LU280019400644750000'),
  ('marc-hoffmann', '7, rue de l''Alzette', '4010', '+352271250402', 'LU280019400644750000'),
  ('ines-ferreira', '31, avenue de la Liberté', '4601', '+352271250403', 'LU280019400644750000'),
  ('jean-muller', '4, boulevard Royal', '2449', '+352271250404', 'LU280019400644750000'),
  ('sophie-klein', '15, Grand-Rue', '9050', '+352271250405', 'LU280019400644750000'),
  ('david-schmit', '22, rue Sainte-Zithe', '2763', '+352271250406', 'LU280019400644750000'),
  ('anne-thill', '2, rue d''Arlon', '7513', '+352271250407', 'LU280019400644750000'),
  ('paul-reuter', '1, rue du Fort Thüngen', '1499', '+352271250408', 'LU280019400644750000')
) as practice (slug, street, postal_code, phone, iban)
where practice.slug = doctor.slug;

update private.settings set cns_email = 'cns@cns.example';

-- Samples to try with: an administrator enters the acts, tariffs and analyses that are in force.
insert into public.acts (code, name_fr, name_de, name_en, name_lb, name_pt, valid) values
  ('C1', 'Consultation', 'Sprechstunde', 'Consultation', 'Consultatioun', 'Consulta', '[2020-01-01,)'),
  ('C45', 'Téléconsultation', 'Telekonsultation', 'Teleconsultation', 'Telekonsultatioun', 'Teleconsulta', '[2020-03-01,)'),
  ('E10', 'Rapport écrit', 'Schriftlicher Bericht', 'Written report', 'Schrëftleche Rapport', 'Relatório escrito', '[2020-01-01,)');
insert into public.key_letters (letter, amount, valid) values
  ('C', 4.925000, '[2020-01-01,2026-01-01)'),
  ('C', 5.103000, '[2026-01-01,)');
insert into public.tariffs (act_code, coefficient, letter, valid) values
  ('C1', 11.3, 'C', '[2020-01-01,)'),
  ('C45', 11.3, 'C', '[2020-03-01,)');
insert into public.analyses (code, group_name, name_fr, name_de, name_en, name_lb, name_pt, valid) values
  ('B001', 'Hématologie', 'Numération formule sanguine', 'Blutbild', 'Full blood count', 'Bluttbild', 'Hemograma', '[2020-01-01,)'),
  ('B010', 'Hématologie', 'Vitesse de sédimentation', 'Blutsenkung', 'Erythrocyte sedimentation rate', 'Bluttsenkung', 'Velocidade de sedimentação', '[2020-01-01,)'),
  ('B101', 'Biochimie', 'Glucose à jeun', 'Nüchternglukose', 'Fasting glucose', 'Glukos nüchter', 'Glicemia em jejum', '[2020-01-01,)'),
  ('B110', 'Biochimie', 'Cholestérol total, HDL, LDL', 'Cholesterin gesamt, HDL, LDL', 'Cholesterol: total, HDL, LDL', 'Cholesterin, HDL, LDL', 'Colesterol total, HDL, LDL', '[2020-01-01,)'),
  ('B120', 'Biochimie', 'Créatinine', 'Kreatinin', 'Creatinine', 'Kreatinin', 'Creatinina', '[2020-01-01,)'),
  ('B130', 'Biochimie', 'Protéine C réactive', 'C-reaktives Protein', 'C-reactive protein', 'C-reaktiivt Protein', 'Proteína C reativa', '[2020-01-01,)'),
  ('B201', 'Hormones', 'TSH', 'TSH', 'TSH', 'TSH', 'TSH', '[2020-01-01,)');
insert into public.restricted_substances (name, valid) values
  ('morphine', '[2020-01-01,)'), ('morphin', '[2020-01-01,)'), ('fentanyl', '[2020-01-01,)'), ('oxycodon', '[2020-01-01,)'),
  ('méthadone', '[2020-01-01,)'), ('hydromorphon', '[2020-01-01,)'), ('buprénorphine', '[2020-01-01,)'), ('méthylphénidate', '[2020-01-01,)');
update public.patients set pharmacy_id = (select id from public.organisations where name = 'Pharmacie du Globe'),
  laboratory_id = (select id from public.organisations where name = 'Laboratoire du Centre')
where last_name in ('Schneider', 'Martins', 'Kieffer');
