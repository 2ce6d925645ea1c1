-- Statistics per day, doctor and specialty. Counts and medians only: no patient is in them.

create view private.appointment_figures as
select
  (appointment.starts_at at time zone doctor.time_zone)::date as day, doctor.id as doctor_id,
  concat_ws(' ', doctor.title, doctor.first_name, doctor.last_name) as doctor, doctor.specialty_id, appointment.state,
  appointment.cancelled_by,
  -- Who comes early does not wait before the booked time.
  extract(epoch from appointment.started_at - greatest(appointment.waiting_since, appointment.starts_at)) / 60 as wait,
  case when appointment.state = 'completed' then
    extract(epoch from appointment.ended_at - appointment.started_at) / 60
  end as length,
  feedback.sound_and_picture, feedback.solved, feedback.again
from public.appointments as appointment
join public.doctors as doctor on doctor.id = appointment.doctor_id
left join public.feedback on feedback.appointment_id = appointment.id;

comment on view private.appointment_figures is 'What the statistics count of each appointment; minutes.';

create view admin.statistics_by_day as
select
  day, count(*) as booked,
  count(*) filter (where state = 'completed') as held,
  count(*) filter (where state = 'no_show') as no_show,
  count(*) filter (where cancelled_by = 'patient') as cancelled_by_patient,
  count(*) filter (where cancelled_by = 'doctor') as cancelled_by_doctor,
  count(*) filter (where cancelled_by = 'admin') as cancelled_by_admin,
  round((percentile_cont(0.5) within group (order by wait))::numeric, 1) as median_wait,
  round((percentile_cont(0.5) within group (order by length))::numeric, 1) as median_length,
  count(solved) as feedback, round(avg(sound_and_picture), 1) as sound_and_picture, round(avg(solved), 1) as solved,
  round(avg(again), 1) as again
from private.appointment_figures
group by day
order by day desc;

comment on view admin.statistics_by_day is 'For each day of the appointments: booked, held, no-show, cancelled by whom, median wait and length in minutes.';
comment on column admin.statistics_by_day.booked is 'All of that day, whatever became of them.';
comment on column admin.statistics_by_day.feedback is 'How many patients answered the three questions; the averages beside it go from 1 (no) to 3 (yes).';
comment on column admin.statistics_by_day.median_wait is 'Minutes from the booked time, or from coming if that was later, to the start.';
comment on column admin.statistics_by_day.median_length is 'Minutes from the start to the end of what was held.';

create view admin.statistics_by_doctor as
select
  date_trunc('month', day)::date as month, doctor_id, doctor, specialty_id as specialty, count(*) as booked,
  count(*) filter (where state = 'completed') as held,
  count(*) filter (where state = 'no_show') as no_show,
  count(*) filter (where cancelled_by = 'patient') as cancelled_by_patient,
  count(*) filter (where cancelled_by = 'doctor') as cancelled_by_doctor,
  count(*) filter (where cancelled_by = 'admin') as cancelled_by_admin,
  round((percentile_cont(0.5) within group (order by wait))::numeric, 1) as median_wait,
  round((percentile_cont(0.5) within group (order by length))::numeric, 1) as median_length,
  count(solved) as feedback, round(avg(sound_and_picture), 1) as sound_and_picture, round(avg(solved), 1) as solved,
  round(avg(again), 1) as again
from private.appointment_figures
group by month, doctor_id, doctor, specialty_id
order by month desc, doctor;

comment on view admin.statistics_by_doctor is 'The same for each month and doctor.';

create view admin.statistics_by_specialty as
select
  date_trunc('month', day)::date as month, specialty_id as specialty, count(distinct doctor_id) as doctors, count(*) as booked,
  count(*) filter (where state = 'completed') as held,
  count(*) filter (where state = 'no_show') as no_show,
  count(*) filter (where cancelled_by = 'patient') as cancelled_by_patient,
  count(*) filter (where cancelled_by = 'doctor') as cancelled_by_doctor,
  count(*) filter (where cancelled_by = 'admin') as cancelled_by_admin,
  round((percentile_cont(0.5) within group (order by wait))::numeric, 1) as median_wait,
  round((percentile_cont(0.5) within group (order by length))::numeric, 1) as median_length,
  count(solved) as feedback, round(avg(sound_and_picture), 1) as sound_and_picture, round(avg(solved), 1) as solved,
  round(avg(again), 1) as again
from private.appointment_figures
group by month, specialty_id
order by month desc, specialty;

comment on view admin.statistics_by_specialty is 'The same for each month and specialty.';
