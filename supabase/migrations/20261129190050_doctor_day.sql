-- The doctor's day with its gaps: when they work, beside who comes.

create function private.working_periods(doctor public.doctors, first_day date, last_day date) returns tstzmultirange
language sql
stable
set search_path = ''
as $$
  select coalesce((select range_agg(opening) from private.openings(doctor, first_day, last_day) as opening), '{}')
    - coalesce((
      select range_agg(during)
      from public.availability_exceptions
      where doctor_id = doctor.id and effect = 'closed' and during && tstzrange(
        first_day::timestamp at time zone doctor.time_zone, (last_day + 1)::timestamp at time zone doctor.time_zone
      )
    ), '{}')
$$;

comment on function private.working_periods(public.doctors, date, date) is 'When a doctor works from the first to the last local day, without what is closed.';

create function private.periods_json(periods tstzmultirange) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('starts_at', lower(period), 'ends_at', upper(period)) order by period), '[]'
  )
  from unnest(periods) as period
$$;

comment on function private.periods_json(tstzmultirange) is 'Periods as the pages read them: starts_at and ends_at, in order.';

create function private.appointments_of_day(doctor public.doctors, shown date) returns setof public.appointments
language sql
stable
set search_path = ''
as $$
  select appointment.*
  from public.appointments as appointment
  where appointment.doctor_id = doctor.id
    and appointment.starts_at >= shown::timestamp at time zone doctor.time_zone
    and appointment.starts_at < (shown + 1)::timestamp at time zone doctor.time_zone
  union all
  -- Around midnight: who came early for the next day, or has been there since the day before.
  select appointment.*
  from public.appointments as appointment
  where appointment.doctor_id = doctor.id
    and appointment.state in ('waiting', 'calling', 'in_progress')
    and shown = (now() at time zone doctor.time_zone)::date
    and (appointment.starts_at at time zone doctor.time_zone)::date <> shown
$$;

comment on function private.appointments_of_day(public.doctors, date) is 'What begins on a local day of a doctor, and on the page of today also whoever is in the waiting room or the consultation for another day.';

create function public.doctor_day(day date default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor constant public.doctors := private.my_doctor();
  shown date;
  period tstzrange;
begin
  shown := coalesce(day, (now() at time zone doctor.time_zone)::date);
  period := tstzrange(
    shown::timestamp at time zone doctor.time_zone, (shown + 1)::timestamp at time zone doctor.time_zone
  );
  perform private.log_readings(array(
    select appointment from private.appointments_of_day(doctor, shown) as appointment
  ));
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'day', shown,
    'now', now(),
    'free_now_until', case when doctor.free_now_until > now() then doctor.free_now_wanted_until end,
    'working', private.periods_json(private.working_periods(doctor, shown, shown) * tstzmultirange(period)),
    'appointments', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', mine.id, 'state', mine.state, 'starts_at', mine.starts_at, 'ends_at', mine.ends_at,
        'language', mine.language, 'symptoms', mine.symptoms, 'waiting_since', mine.waiting_since,
        'visit_reason', mine.visit_reason, 'answers', private.answers_of(mine.id),
        'called_at', mine.called_at, 'started_at', mine.started_at, 'left_at', mine.left_at,
        'telephone', private.telephone_of(mine), 'guest', private.guest_of(mine.id),
        'ended_at', mine.ended_at, 'cancellation_reason', mine.cancellation_reason, 'thread_id', thread.id,
        'unread', (
          select count(*) from public.messages
          where messages.thread_id = thread.id and read_at is null and author_id <> doctor.id
        ),
        'patient', jsonb_build_object(
          'id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name,
          'matricule', patient.matricule, 'born_on', private.birth_date(patient.matricule),
          'identity_checked_at', patient.identity_checked_at, 'guardians', private.guardians_of(patient.id)
        )
      ) order by mine.starts_at)
      from private.appointments_of_day(doctor, shown) as mine
      join public.patients as patient on patient.id = mine.patient_id
      left join public.threads as thread on thread.patient_id = patient.id and thread.doctor_id = doctor.id
    ), '[]'),
    'documents', private.documents_to_do(doctor.id)
  );
end
$$;

comment on function public.doctor_day(date) is 'A day of the doctor who asks, defaults to today: when they work, appointments with patients (today also who waits for another day), reasons, answers, symptoms and unread messages, and the documents still to issue.';
grant execute on function public.doctor_day(date) to authenticated;

create function public.doctor_week(from_day date default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor constant public.doctors := private.my_doctor();
  first_day date;
  period tstzrange;
begin
  first_day := date_trunc('week', coalesce(from_day, (now() at time zone doctor.time_zone)::date)::timestamp)::date;
  period := tstzrange(
    first_day::timestamp at time zone doctor.time_zone, (first_day + 7)::timestamp at time zone doctor.time_zone
  );
  perform private.log_readings(array(
    select appointment
    from public.appointments as appointment
    where doctor_id = doctor.id and during && period
  ));
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'first_day', first_day,
    'today', (now() at time zone doctor.time_zone)::date,
    'now', now(),
    'working', private.periods_json(private.working_periods(doctor, first_day, first_day + 6) * tstzmultirange(period)),
    'appointments', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', mine.id, 'state', mine.state, 'starts_at', mine.starts_at, 'ends_at', mine.ends_at,
        'patient', jsonb_build_object('id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name)
      ) order by mine.starts_at)
      from public.appointments as mine
      join public.patients as patient on patient.id = mine.patient_id
      where mine.doctor_id = doctor.id and mine.during && period
    ), '[]'),
    'closed', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', exception.id, 'starts_at', lower(exception.during), 'ends_at', upper(exception.during),
        'note', exception.note
      ) order by exception.during)
      from public.availability_exceptions as exception
      where exception.doctor_id = doctor.id and exception.effect = 'closed' and exception.during && period
    ), '[]')
  );
end
$$;

comment on function public.doctor_week(date) is 'The week (Monday to Sunday) of the doctor who asks that holds a day, defaults to this one: when they work, what is closed, who comes.';
grant execute on function public.doctor_week(date) to authenticated;
