-- The agenda as a doctor edits it: weekly hours and settings in one transaction, a buffer between consultations,
-- exceptions, and what is booked outside of the hours.

create trigger doctors_next_slots_buffer
  after update of buffer_minutes on public.doctors
  for each row when (old.buffer_minutes <> new.buffer_minutes)
  execute function private.follow_doctor();

create function public.my_agenda_settings() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  doctor constant public.doctors := private.my_doctor();
  today date;
  last_day date;
  outside public.appointments[];
begin
  today := (now() at time zone doctor.time_zone)::date;
  select coalesce(max((ends_at at time zone doctor.time_zone)::date), today) into last_day
  from public.appointments where doctor_id = doctor.id and state in ('booked', 'waiting') and starts_at > now();
  outside := array(
    select appointment
    from public.appointments as appointment
    where appointment.doctor_id = doctor.id and state in ('booked', 'waiting') and starts_at > now()
      and not private.working_periods(doctor, today, last_day) @> during
    order by starts_at
    limit 100
  );
  perform private.log_readings(outside);
  return jsonb_build_object(
    'doctor', private.doctor_card(doctor),
    'today', today,
    'now', now(),
    'slot_minutes', doctor.slot_minutes, 'lead_minutes', doctor.lead_minutes,
    'horizon_days', doctor.horizon_days, 'buffer_minutes', doctor.buffer_minutes,
    'hours', coalesce((
      select jsonb_agg(jsonb_build_object(
        'weekday', weekday, 'starts', to_char(starts, 'HH24:MI'),
        'ends', case when ends >= '23:59' then '24:00' else to_char(ends, 'HH24:MI') end,
        'valid_from', nullif(valid_from, '2000-01-01'), 'valid_to', nullif(valid_to, '2999-12-31')
      ) order by weekday, starts, valid_from)
      from public.weekly_hours where doctor_id = doctor.id
    ), '[]'),
    'exceptions', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', id, 'effect', effect, 'starts_at', lower(during), 'ends_at', upper(during), 'note', note,
        'cancelled', cancelled_appointment_id is not null
      ) order by during)
      from public.availability_exceptions where doctor_id = doctor.id and upper(during) > now()
    ), '[]'),
    'outside', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', appointment.id, 'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at,
        'patient', jsonb_build_object('id', patient.id, 'first_name', patient.first_name, 'last_name', patient.last_name)
      ) order by appointment.starts_at)
      from unnest(outside) as appointment
      join public.patients as patient on patient.id = appointment.patient_id
    ), '[]')
  );
end
$$;

comment on function public.my_agenda_settings() is 'Everything the availability page shows to the doctor who asks: settings, weekly hours, exceptions to come, and appointments booked outside of them.';
grant execute on function public.my_agenda_settings() to authenticated;

create function public.save_agenda_settings(
  slot_minutes integer, lead_minutes integer, horizon_days integer, buffer_minutes integer, hours jsonb
) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
begin
  if jsonb_array_length(hours) > 100 then
    perform private.raise_error(409, 'too_many_hours');
  end if;
  -- Two windows that save at once take turns, and the later one stands as a whole.
  perform from public.doctors where id = mine for no key update;
  update public.doctors
  set slot_minutes = save_agenda_settings.slot_minutes, lead_minutes = save_agenda_settings.lead_minutes,
    horizon_days = save_agenda_settings.horizon_days, buffer_minutes = save_agenda_settings.buffer_minutes
  where id = mine;
  delete from public.weekly_hours where doctor_id = mine;
  insert into public.weekly_hours (doctor_id, weekday, starts, ends, valid_from, valid_to)
  select mine, weekday, starts, ends, coalesce(valid_from, '2000-01-01'), coalesce(valid_to, '2999-12-31')
  from jsonb_to_recordset(hours) as entry (weekday integer, starts time, ends time, valid_from date, valid_to date);
exception
  when check_violation or invalid_datetime_format or datetime_field_overflow or not_null_violation then
    perform private.raise_error(400, 'hours_invalid');
end
$$;

comment on function public.save_agenda_settings(integer, integer, integer, integer, jsonb) is 'Replaces weekly hours and settings of the doctor who asks; all of it or nothing. hours: [{weekday, starts, ends, valid_from, valid_to}]. Errors: doctors_only, too_many_hours, hours_invalid.';
grant execute on function public.save_agenda_settings(integer, integer, integer, integer, jsonb) to authenticated;
