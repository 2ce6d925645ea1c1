-- Search forgives accents and typing errors: the words of each doctor, and a lexicon of all words with a trigram index.
-- A typed word is first looked up in the lexicon (some thousand words), and only then do doctors come into it.

create function private.normalize_words(phrase text) returns text[]
language sql
immutable parallel safe
set search_path = ''
as $$
  select array(
    select distinct word
    from regexp_split_to_table(
      -- unaccent() is only stable, because its dictionary could be another one tomorrow; named, it is not.
      lower(extensions.unaccent('extensions.unaccent'::regdictionary, phrase)), '[^[:alnum:]]+'
    ) as word
    where length(word) > 1
    order by word
  )
$$;

comment on function private.normalize_words(text) is 'The words of a phrase without accents and capitals, sorted; single letters are left out.';

create type private.synonym_kind as enum ('title', 'specialty', 'language', 'town');
comment on type private.synonym_kind is 'Which property of a doctor a synonym belongs to.';

create table private.search_synonyms (
  kind private.synonym_kind not null,
  name text not null,
  words text not null,
  primary key (kind, name)
);

comment on table private.search_synonyms is 'What else people type for a title, a specialty, a language or a town. Administrators add to it in Studio; the search follows at once.';
comment on column private.search_synonyms.kind is 'Title, specialty, language or town.';
comment on column private.search_synonyms.name is 'As the doctor''s row has it: title, id of the specialty, code of the language, town.';
comment on column private.search_synonyms.words is 'Words that find it as well, separated by spaces or commas.';

alter table private.search_synonyms enable row level security;

insert into private.search_synonyms (kind, name, words) values
  ('title', 'Dr', 'docteur, docteure, Doktor, Doktorin, doctor, Dokter, doutor, doutora'),
  ('language', 'fr', 'français, Französisch, French, Franséisch, francês'),
  ('language', 'de', 'allemand, Deutsch, German, Däitsch, alemão'),
  ('language', 'en', 'anglais, Englisch, English, Englesch, inglês'),
  ('language', 'lb', 'luxembourgeois, Luxemburgisch, Luxembourgish, Lëtzebuergesch, luxemburguês'),
  ('language', 'pt', 'portugais, Portugiesisch, Portuguese, Portugisesch, português'),
  ('specialty', 'general-practice', 'généraliste, médecin, Hausarzt, Hausärztin, GP, physician, Hausdokter, médico de família'),
  ('specialty', 'paediatrics', 'pédiatre, enfants, Kinderarzt, Kinderärztin, paediatrician, pediatrician, children, Kannerdokter, pediatra, crianças'),
  ('specialty', 'dermatology', 'dermatologue, peau, Hautarzt, Hautärztin, dermatologist, skin, Hautdokter, dermatologista, pele'),
  ('specialty', 'cardiology', 'cardiologue, coeur, Kardiologe, Kardiologin, Herz, cardiologist, heart, Häerzdokter, cardiologista, coração'),
  ('specialty', 'psychiatry', 'psychiatre, Psychiater, Psychiaterin, psychiatrist, psiquiatra'),
  ('town', 'Luxembourg', 'Luxemburg, Lëtzebuerg, Luxemburgo'),
  ('town', 'Esch-sur-Alzette', 'Esch-Uelzecht, Esch an der Alzette'),
  ('town', 'Differdange', 'Differdingen, Déifferdeng'),
  ('town', 'Dudelange', 'Düdelingen, Diddeleng'),
  ('town', 'Ettelbruck', 'Ettelbrück, Ettelbréck'),
  ('town', 'Diekirch', 'Dikrech'),
  ('town', 'Mersch', 'Miersch'),
  ('town', 'Wiltz', 'Wolz'),
  ('town', 'Echternach', 'Iechternach'),
  ('town', 'Rumelange', 'Rümelingen, Rëmeleng');

create table private.doctor_words (
  -- No foreign key: its cascade would take the words before the trigger has taken them out of the lexicon.
  doctor_id uuid primary key,
  words text[] not null
);

comment on table private.doctor_words is 'The words that find a doctor. Kept by triggers.';
comment on column private.doctor_words.doctor_id is 'The doctor.';
comment on column private.doctor_words.words is 'Title, name, town, specialty and languages, in all five languages, without accents.';

create index doctor_words_words on private.doctor_words using gin (words);
alter table private.doctor_words enable row level security;

create table private.search_words (word text primary key);

comment on table private.search_words is 'The lexicon: every word of doctor_words once. Kept by triggers.';
comment on column private.search_words.word is 'A word.';

create index search_words_prefix on private.search_words (word text_pattern_ops);
create index search_words_trigrams on private.search_words using gin (word extensions.gin_trgm_ops);
alter table private.search_words enable row level security;

create function private.index_doctors(doctor_ids uuid[]) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  dropped text[];
begin
  -- One writer at a time: a word that one transaction drops as unused must not be one that another has just begun to
  -- use. Doctors change a few times a day.
  perform pg_advisory_xact_lock(hashtext('private.search_words'));
  select array_agg(distinct word) into dropped
  from private.doctor_words, unnest(words) as word
  where doctor_id = any(doctor_ids);
  delete from private.doctor_words where doctor_id = any(doctor_ids);

  insert into private.doctor_words (doctor_id, words)
  select doctor.id, private.normalize_words(concat_ws(
    ' ', doctor.title, doctor.first_name, doctor.last_name, doctor.city,
    specialty.name_fr, specialty.name_de, specialty.name_en, specialty.name_lb, specialty.name_pt,
    (
      select string_agg(synonym.words, ' ')
      from private.search_synonyms as synonym
      where (kind, name) in (('title', doctor.title), ('specialty', doctor.specialty_id), ('town', doctor.city))
        or (kind = 'language' and name = any(doctor.languages::text[]))
    )
  ))
  from public.doctors as doctor
  join public.specialties as specialty on specialty.id = doctor.specialty_id
  where doctor.id = any(doctor_ids);

  insert into private.search_words (word)
  select distinct word
  from private.doctor_words, unnest(words) as word
  where doctor_id = any(doctor_ids)
  on conflict do nothing;
  delete from private.search_words
  where word = any(dropped)
    and not exists (select from private.doctor_words where words @> array[word]);
end
$$;

comment on function private.index_doctors(uuid[]) is 'Writes the words of some doctors anew, and the lexicon with them; of a doctor who is gone nothing remains.';

create function private.index_changed_doctors() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor_ids uuid[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(id) into doctor_ids
    from changed
    join previous using (id)
    where (changed.title, changed.first_name, changed.last_name, changed.city, changed.specialty_id, changed.languages)
      is distinct from
      (previous.title, previous.first_name, previous.last_name, previous.city, previous.specialty_id, previous.languages);
  else
    select array_agg(id) into doctor_ids from changed;
  end if;
  if doctor_ids is not null then
    perform private.index_doctors(doctor_ids);
  end if;
  return null;
end
$$;

comment on function private.index_changed_doctors() is 'Trigger: the search knows a doctor as the row is now, or no longer.';

create trigger doctors_index_inserted after insert on public.doctors
  referencing new table as changed
  for each statement execute function private.index_changed_doctors();
create trigger doctors_index_updated after update on public.doctors
  referencing old table as previous new table as changed
  for each statement execute function private.index_changed_doctors();
create trigger doctors_index_deleted after delete on public.doctors
  referencing old table as changed
  for each statement execute function private.index_changed_doctors();

create function private.index_all_doctors() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.index_doctors(array(select id from public.doctors));
  return null;
end
$$;

comment on function private.index_all_doctors() is 'Trigger: names of specialties and synonyms are words of many doctors. About a second for 5,000.';

create trigger specialties_index after update on public.specialties
  for each statement execute function private.index_all_doctors();
create trigger search_synonyms_index after insert or update or delete on private.search_synonyms
  for each statement execute function private.index_all_doctors();

create function private.words_meant(typed text) returns text[]
language plpgsql
stable strict
set search_path = ''
as $$
declare
  begun text[];
  alike text[];
begin
  if exists (select from private.search_words where word = typed) then
    return array[typed];
  end if;
  select coalesce(array_agg(word), '{}') into begun
  from private.search_words
  where word like typed || '%'; -- normalized words hold no % or _
  if length(typed) < 4 then
    return begun; -- too short to be told from a typing error
  end if;
  -- 0.3 is pg_trgm's own threshold for %. 0.1 below the best keeps Hoffmann and Hofmann, and drops Kaufmann. Beside words
  -- that the typed one begins, only what is very much alike: "Muler" is Mulert, or Muller.
  select array_agg(word) into alike
  from (
    select word, likeness, max(likeness) over () as best
    from private.search_words
    cross join lateral (select extensions.similarity(word, typed) as likeness) as compared
    where word operator(extensions.%) typed
  ) as compared
  where likeness >= case when begun = '{}' then best - 0.1 else 0.5 end;
  return begun || coalesce(alike, '{}');
end
$$;

comment on function private.words_meant(text) is 'The words of the lexicon that a typed (normalized) word stands for: itself, else those that it begins and those most alike; none when it resembles nothing.';
