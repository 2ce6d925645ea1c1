-- Closes the account of a doctor or a patient. Coming appointments are cancelled, and the patients read the reason.
--
-- select admin.deactivate_account('<id>', 'Cessation d’activité');
-- select admin.reactivate_account('<id>', listed => true);
select
  users.id, users.email, private.account_name(users.id) as name, account.kind, account.active,
  (
    select count(*) from public.appointments
    where doctor_id = account.id and state in ('booked', 'waiting') and starts_at > now()
  ) as would_be_cancelled
from auth.users
join public.accounts as account on account.id = users.id
where users.email ilike '%weber%'
limit 20;
