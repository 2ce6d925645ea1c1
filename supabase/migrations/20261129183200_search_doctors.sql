-- The public list of doctors: searched, filtered, a page at a time, the earliest free slot first.

create function public.search_doctors(
  query text default null,
  specialty text default null,
  language public.language_code default null,
  town text default null,
  today boolean default false,
  free_now boolean default false,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 20
)
returns table (
  id uuid, slug text, title text, first_name text, last_name text, specialty_id text,
  languages public.language_code[], city text, time_zone text, slot_minutes integer, is_free_now boolean,
  next_slots timestamptz[], sorted_at timestamptz, found bigint
)
language plpgsql
stable security definer
set search_path = ''
-- Which filters are given decides the plan: a typed name is looked up, all doctors are read in the index's order.
set plan_cache_mode = force_custom_plan
as $$
declare
  -- Nobody types more than five words to find a doctor, and each costs a look into the lexicon.
  typed constant text[] := private.normalize_words(left(query, 100));
  meant_1 constant text[] := private.words_meant(typed[1]);
  meant_2 constant text[] := private.words_meant(typed[2]);
  meant_3 constant text[] := private.words_meant(typed[3]);
  meant_4 constant text[] := private.words_meant(typed[4]);
  meant_5 constant text[] := private.words_meant(typed[5]);
  page_size constant integer := least(greatest(search_doctors.page_size, 1), 100);
begin
  return query
  with eligible as not materialized (
    select
      doctor.id,
      (date_trunc('day', now() at time zone doctor.time_zone) + interval '1 day') at time zone doctor.time_zone as midnight
    from public.doctors as doctor
    where doctor.listed
      and (meant_1 is null or doctor.id in (select doctor_id from private.doctor_words where words && meant_1))
      and (meant_2 is null or doctor.id in (select doctor_id from private.doctor_words where words && meant_2))
      and (meant_3 is null or doctor.id in (select doctor_id from private.doctor_words where words && meant_3))
      and (meant_4 is null or doctor.id in (select doctor_id from private.doctor_words where words && meant_4))
      and (meant_5 is null or doctor.id in (select doctor_id from private.doctor_words where words && meant_5))
      and (specialty is null or doctor.specialty_id = specialty)
      and (language is null or doctor.languages @> array[language])
      and (town is null or doctor.city = town)
      and (free_now is not true or doctor.free_now_until > now())
  ),
  counted as (
    select count(*) as found
    from eligible
    where today is not true or (
      select private.sorted_at(known) from private.next_slots as known where known.doctor_id = eligible.id
    ) < midnight
  ),
  page as (
    select candidate.id, candidate.sorted_at
    from (
      (
        select eligible.id, known.starts_at as sorted_at
        from private.next_slots as known
        join eligible on eligible.id = known.doctor_id
        where known.passes_at >= now()
          and (today is not true or known.starts_at < midnight)
          and (after_at is null or (known.starts_at, known.doctor_id) > (after_at, after_id))
        order by known.starts_at, known.doctor_id
        limit page_size
      )
      union all
      -- Few: their first slot passed since the worker was there last. The others count from where it was.
      select eligible.id, place.sorted_at
      from private.next_slots as known
      join eligible on eligible.id = known.doctor_id
      cross join lateral (select private.sorted_at(known) as sorted_at) as place
      where known.passes_at < now()
        and (today is not true or place.sorted_at < midnight)
        and (after_at is null or (place.sorted_at, known.doctor_id) > (after_at, after_id))
    ) as candidate
    order by candidate.sorted_at, candidate.id
    limit page_size
  )
  select
    doctor.id, doctor.slug, doctor.title, doctor.first_name, doctor.last_name, doctor.specialty_id,
    doctor.languages, doctor.city, doctor.time_zone, doctor.slot_minutes,
    coalesce(doctor.free_now_until > now(), false),
    case
      when known.valid_until > now() then (private.bookable_slots(known))[1:3]
      else private.next_free_slots(doctor, 3)
    end,
    page.sorted_at, counted.found
  from page
  join public.doctors as doctor using (id)
  join private.next_slots as known on known.doctor_id = page.id
  cross join counted
  order by page.sorted_at, page.id;
end
$$;

comment on function public.search_doctors(text, text, public.language_code, text, boolean, boolean, timestamptz, uuid, integer) is 'A page of the listed doctors, the earliest free slot first, each with the next three; found is how many there are on all pages. query forgives accents and typing errors; today keeps those with a free slot before midnight in their zone. The next page begins after the last row''s sorted_at and id.';
grant execute on function public.search_doctors(text, text, public.language_code, text, boolean, boolean, timestamptz, uuid, integer) to anon, authenticated;

create function public.directory_towns() returns table (town text, doctors bigint)
language sql
stable security definer
set search_path = ''
as $$
  select city, count(*) from public.doctors where listed group by city order by city
$$;

comment on function public.directory_towns() is 'The towns in which listed doctors work, and how many.';
grant execute on function public.directory_towns() to anon, authenticated;
