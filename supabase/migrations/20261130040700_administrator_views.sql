-- What administrators ask most, one view each.

create view admin.directory as
select
  doctor.id, doctor.title, doctor.first_name, doctor.last_name, doctor.code, specialty.name_fr as specialty,
  array_to_string(doctor.languages, ', ') as languages, doctor.city, users.email, account.active, doctor.listed,
  users.email_confirmed_at is null as invited_only, users.last_sign_in_at as last_signed_in_at,
  coalesce(doctor.free_now_until > now(), false) as free_now,
  (private.bookable_slots(known))[1] as next_free_at
from public.doctors as doctor
join public.accounts as account on account.id = doctor.id
join auth.users on users.id = doctor.id
join public.specialties as specialty on specialty.id = doctor.specialty_id
left join private.next_slots as known on known.doctor_id = doctor.id
order by doctor.last_name, doctor.first_name;

comment on view admin.directory is 'Every doctor, with what patients see of them and whether they can sign in.';
comment on column admin.directory.invited_only is 'Invited, and no password chosen yet.';
comment on column admin.directory.next_free_at is 'The next slot that can be booked; null when there is none within the doctor''s horizon.';

create view admin.doctors_without_hours as
select directory.id, directory.title, directory.first_name, directory.last_name, directory.email, directory.invited_only,
  doctor.created_at as since
from admin.directory
join public.doctors as doctor on doctor.id = directory.id
where directory.active and directory.listed
  and not exists (
    select from public.weekly_hours
    where weekly_hours.doctor_id = doctor.id and valid_to >= (now() at time zone doctor.time_zone)::date
  )
  and not exists (
    select from public.availability_exceptions as extra
    where extra.doctor_id = doctor.id and effect = 'open' and upper(during) > now()
  )
order by doctor.created_at;

comment on view admin.doctors_without_hours is 'Doctors whom patients find and cannot book, because no weekly hours and no extra hours are to come.';

create view admin.organisations as
select
  organisation.id, organisation.kind, organisation.name, organisation.city, organisation.phone, organisation.email, organisation.active,
  organisation.email is null as cannot_be_reached,
  (
    select count(*) from public.patients where patients.pharmacy_id = organisation.id or patients.laboratory_id = organisation.id
  ) as chosen_by,
  (
    select count(*) from public.document_deliveries as delivery
    where delivery.organisation_id = organisation.id and delivery.state = 'failed'
  ) as failed_deliveries
from public.organisations as organisation
order by organisation.kind, organisation.name;

comment on view admin.organisations is 'Pharmacies and laboratories: how many patients chose each, and what did not arrive. Changed in the table organisations.';
comment on column admin.organisations.cannot_be_reached is 'No e-mail address: documents for it fail.';

-- Initials only: reading a record by name belongs into the audit log, and a view cannot write there.
create view admin.today as
select
  appointment.id, appointment.starts_at, appointment.state,
  concat_ws(' ', doctor.title, doctor.first_name, doctor.last_name) as doctor,
  left(patient.first_name, 1) || left(patient.last_name, 1) as patient, appointment.patient_id, appointment.language,
  appointment.waiting_since,
  case when appointment.state = 'waiting' then
    floor(extract(epoch from now() - greatest(appointment.waiting_since, appointment.starts_at)) / 60)::integer
  end as minutes_late,
  appointment.started_at, appointment.ended_at, appointment.cancelled_by
from public.appointments as appointment
join public.doctors as doctor on doctor.id = appointment.doctor_id
join public.patients as patient on patient.id = appointment.patient_id
where appointment.starts_at >= date_trunc('day', now(), 'Europe/Luxembourg')
  and appointment.starts_at < date_trunc('day', now(), 'Europe/Luxembourg') + interval '1 day'
order by appointment.starts_at;

comment on view admin.today is 'The appointments of today in Luxembourg, and where each stands. Patients by initials.';
comment on column admin.today.minutes_late is 'For who waits: minutes since the booked time; negative before it.';

create view admin.waiting_longest as
select
  appointment.id, concat_ws(' ', doctor.title, doctor.first_name, doctor.last_name) as doctor, account.phone as doctor_phone,
  left(patient.first_name, 1) || left(patient.last_name, 1) as patient, appointment.state, appointment.starts_at,
  appointment.waiting_since,
  floor(extract(epoch from now() - greatest(appointment.waiting_since, appointment.starts_at)) / 60)::integer as minutes_late,
  exists (
    select from public.appointments as other
    where other.doctor_id = appointment.doctor_id and other.state = 'in_progress'
  ) as doctor_in_consultation
from public.appointments as appointment
join public.doctors as doctor on doctor.id = appointment.doctor_id
join public.accounts as account on account.id = doctor.id
join public.patients as patient on patient.id = appointment.patient_id
where appointment.state in ('waiting', 'calling')
order by greatest(appointment.waiting_since, appointment.starts_at);

comment on view admin.waiting_longest is 'Who is in a waiting room now, the longest wait first, with the number of their doctor.';
comment on column admin.waiting_longest.minutes_late is 'Minutes since the booked time, or since they came if that was later; negative before it.';
