-- Consultations that have been running for longer than an hour: their doctors can call nobody else.
--
-- select admin.end_consultation('<id>');
select id, doctor, patient, started_at
from admin.today
where state = 'in_progress' and started_at < now() - interval '1 hour'
order by started_at;
