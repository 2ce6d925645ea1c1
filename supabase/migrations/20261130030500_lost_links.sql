-- Who has lost the link to the waiting room asks for it on the sign-in page; nothing there tells who is known.

create function public.send_appointment_links(email text) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (kind, channel, account_id, appointment_id, language)
  select 'appointment_reminder', 'email', account.id, appointment.id, account.language
  from auth.users
  join public.accounts as account on account.id = users.id and account.active
  join private.current_guardianships as guardianship on guardianship.account_id = account.id
  join public.appointments as appointment on appointment.patient_id = guardianship.patient_id
  where users.email = lower(send_appointment_links.email)
    and appointment.state in ('booked', 'waiting') and appointment.starts_at > now()
  order by appointment.starts_at
  limit 3
$$;

comment on function public.send_appointment_links(text) is 'Writes again to whoever has this e-mail address about the next three appointments for which they act, by e-mail only. For the service only.';
grant execute on function public.send_appointment_links(text) to service_role;
