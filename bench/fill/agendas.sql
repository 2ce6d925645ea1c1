-- Six kinds of practices, so that no two neighbours in the list have the same hours.

create temporary table practices (kind integer, weekdays integer[], starts time, ends time);
insert into practices values
  (0, '{1,2,3,4,5}', '08:00', '12:00'),
  (0, '{1,2,3,4,5}', '14:00', '17:30'),
  (1, '{1,2,3,4,5,6}', '08:00', '13:00'),
  (2, '{1,2,3,4,5}', '13:00', '19:00'),
  (3, '{1,3,5}', '09:00', '18:00'),
  (4, '{2,4}', '08:00', '20:00'),
  (5, '{1,2,3,4,5,6,7}', '18:00', '22:00');

insert into public.weekly_hours (doctor_id, weekday, starts, ends)
select doctor.id, weekday, starts, ends
from filled_doctors as doctor
join practices on practices.kind = doctor.n % 6
cross join unnest(weekdays) as weekday;

-- Every tenth is away for a week of the next three.
insert into public.availability_exceptions (doctor_id, effect, during)
select id, 'closed', tstzrange(now() + make_interval(days => n % 21), now() + make_interval(days => 7 + n % 21))
from filled_doctors
where n % 10 = 0;

analyze public.accounts, public.doctors, public.patients, public.guardianships, public.weekly_hours;
analyze filled_doctors, filled_patients;
