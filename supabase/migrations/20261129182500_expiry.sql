-- What nobody comes back for: appointments that were left open, and rows that were kept for a while only.

create function private.expires_at(appointment public.appointments) returns timestamptz
language sql
stable
set search_path = ''
as $$
  select greatest(
    ((appointment.starts_at at time zone doctor.time_zone)::date + 1)::timestamp at time zone doctor.time_zone,
    appointment.starts_at + private.waiting_room_closes_after()
  )
  from public.doctors as doctor
  where doctor.id = appointment.doctor_id
$$;

comment on function private.expires_at(public.appointments) is 'When an appointment that nobody began is over: at the end of the doctor''s day, and not before the waiting room closes.';

create function private.tell_of_end(appointment public.appointments, kind public.notification_kind) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.notify_guardians(kind, appointment, private.after_quiet_hours(now(), doctor.time_zone))
  from public.doctors as doctor
  where doctor.id = appointment.doctor_id;
end
$$;

comment on function private.tell_of_end(public.appointments, public.notification_kind) is 'Tells whoever acts for the patient, in the morning, that time has ended an appointment.';

create function public.close_abandoned_appointments() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  appointment public.appointments;
  closed integer := 0;
begin
  for appointment in
    select * from public.appointments as open
    where open.state in ('booked', 'waiting', 'calling', 'in_progress')
      and case open.state
        -- An open consultation would keep the doctor from calling anybody else.
        when 'in_progress' then open.started_at < now() - private.waiting_room_closes_after()
        else open.starts_at < now() - private.waiting_room_closes_after() and private.expires_at(open) <= now()
      end
    order by open.id
    for update skip locked
  loop
    case appointment.state
      when 'in_progress' then
        update public.appointments set state = 'completed', ended_at = now() where id = appointment.id;
        perform private.audit('consultation_abandoned', appointment.patient_id, appointment.id);
      when 'waiting' then
        -- The patient came and nobody called: that is not a no-show.
        update public.appointments set state = 'cancelled', cancelled_at = now(), cancelled_by = 'doctor'
        where id = appointment.id
        returning * into appointment;
        perform private.tell_of_end(appointment, 'appointment_not_held');
        perform private.audit('patient_never_called', appointment.patient_id, appointment.id);
      else
        update public.appointments set state = 'no_show' where id = appointment.id returning * into appointment;
        perform private.tell_of_end(appointment, 'appointment_missed');
        perform private.audit('patient_did_not_come', appointment.patient_id, appointment.id);
    end case;
    closed := closed + 1;
  end loop;
  return closed;
end
$$;

comment on function public.close_abandoned_appointments() is 'Ends what nobody ended: consultations after four hours; at the end of the doctor''s day booked and called ones as no-show, waiting ones as cancelled by the doctor; the patients are told. Returns how many. For the service only.';

create function public.end_outgrown_guardianships() returns integer
language sql
security definer
set search_path = ''
as $$
  with ended as (
    update public.guardianships as guardianship
    set until = greatest(guardianship.since, private.comes_of_age_at(patient.matricule)), reason = 'The patient came of age.'
    from public.patients as patient
    where patient.id = guardianship.patient_id and guardianship.relation = 'parent' and guardianship.until is null
      and private.comes_of_age_at(patient.matricule) <= now()
    returning 1
  )
  select count(*)::integer from ended
$$;

comment on function public.end_outgrown_guardianships() is 'Writes down the end of parents'' guardianships of grown-up children, which do not count from that midnight on. Returns how many. For the service only.';

create function public.purge_expired() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.sign_ups
  where created_at < now() - case when confirmed_at is null then interval '1 day' else interval '7 days' end;
  delete from private.record_returns where opened_at < now() - interval '7 days';
  delete from private.drafts where created_at < now() - interval '1 hour';
  delete from private.rate_limits where resets_at < now();
  delete from private.wrong_codes where resets_at < now() and day_ends_at < now();
  delete from private.credential_tickets where expires_at < now();
  delete from private.phone_changes where created_at < now() - interval '1 day';
  delete from private.email_changes where asked_at < now() - interval '2 days';
  delete from public.push_subscriptions
  using public.appointments
  where appointments.id = push_subscriptions.appointment_id
    and appointments.state in ('completed', 'cancelled', 'no_show')
    and appointments.updated_at < now() - private.reopens_for();
  -- A consultation that is opened again shows the number again.
  update public.appointments set telephone = null
  where telephone is not null and state in ('completed', 'cancelled', 'no_show')
    and updated_at < now() - private.reopens_for();
  -- Who took part stays on record; how to reach them, once they are told of a cancellation, and their way in do not.
  update public.guests set email = null, phone = null, link_hashes = '{}', browser_hash = null
  from public.appointments as appointment
  where appointment.id = guests.appointment_id and appointment.state in ('completed', 'cancelled', 'no_show')
    and appointment.updated_at < now() - private.reopens_for() and num_nonnulls(guests.email, guests.phone, guests.browser_hash) > 0
    -- That it was cancelled is tried again for hours where the provider does not answer.
    and not exists (
      select from public.notifications as told
      where told.guest_id = guests.id and told.state = 'due' and told.kind = 'guest_appointment_cancellation'
    );
  -- Where the last e-mail of an erased account went, once it has had time to be sent again.
  update public.notifications set former_address = null
  where kind = 'erasure_accepted' and former_address is not null and state <> 'due' and updated_at < now() - interval '7 days';
  delete from private.sms_refusals where refused_at < now() - interval '90 days';
  -- A sign-up that broke off in its last step. Invitations of administrators have no account yet either, and stay.
  delete from auth.users
  where raw_app_meta_data ? 'sign_up_id' and created_at < now() - interval '1 day'
    and not exists (select from public.accounts where accounts.id = users.id);
end
$$;

comment on function public.purge_expired() is 'Removes sign-ups, changes of address and number, drafts, tickets, counters, push subscriptions, numbers to telephone, contacts of guests and of erased accounts whose time is over, and users whose sign-up broke off. For the service only.';

grant execute on function
  public.close_abandoned_appointments(),
  public.end_outgrown_guardianships(),
  public.purge_expired()
to service_role;
