-- Records whose account was erased, and which of them wait for their owner to sign up again (seven days).
--
-- select admin.return_record('<id>', '+352621200001', 'Carte d’identité vue au guichet');
select patient.id, patient.matricule, max(own.until) as erased_at, max(waiting.opened_at) as return_opened_at
from public.patients as patient
join public.guardianships as own on own.patient_id = patient.id and own.relation = 'self'
left join private.record_returns as waiting on waiting.patient_id = patient.id
group by patient.id
having bool_and(own.until is not null)
order by erased_at desc
limit 100;
