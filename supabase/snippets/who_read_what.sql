-- Who read or changed a patient's record: put the patient's id in. Empty: the readings of the last hour.
select audit.at, audit.account_kind, private.account_name(audit.account_id) as who, audit.action, audit.appointment_id, audit.details
from public.audit_log as audit
where audit.patient_id::text = '' or audit.at > now() - interval '1 hour'
order by audit.at desc
limit 200;
