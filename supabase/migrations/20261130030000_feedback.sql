-- What patients say after a consultation: three questions, once, and never shown to the doctor.

create table public.feedback (
  appointment_id uuid primary key references public.appointments (id) on delete cascade,
  sound_and_picture smallint not null,
  solved smallint not null,
  again smallint not null,
  created_at timestamptz not null default now(),
  constraint "Answers are 1 (no), 2 (partly) or 3 (yes)" check (
    sound_and_picture between 1 and 3 and solved between 1 and 3 and again between 1 and 3
  )
);

comment on table public.feedback is 'What patients said after a consultation. No policy: nobody reads rows but administrators, who publish counts only.';
comment on column public.feedback.appointment_id is 'After which consultation; once for each.';
comment on column public.feedback.sound_and_picture is 'Sound and picture: 1 bad, 2 middling, 3 good.';
comment on column public.feedback.solved is 'Whether the consultation helped: 1 no, 2 partly, 3 yes.';
comment on column public.feedback.again is 'Whether they would consult by video again: 1 no, 2 perhaps, 3 yes.';
comment on column public.feedback.created_at is 'When it was given.';

alter table public.feedback enable row level security;

create function public.give_feedback(appointment_id uuid, sound_and_picture integer, solved integer, again integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine public.appointments;
begin
  select * into mine from public.appointments as appointment
  where appointment.id = give_feedback.appointment_id and appointment.patient_id in (select private.my_patients());
  if mine.id is null then
    perform private.raise_error(404, 'not_found');
  end if;
  if mine.state <> 'completed' then
    perform private.raise_error(409, 'no_consultation');
  end if;
  insert into public.feedback (appointment_id, sound_and_picture, solved, again)
  values (mine.id, give_feedback.sound_and_picture, give_feedback.solved, give_feedback.again)
  on conflict on constraint feedback_pkey do nothing; -- sent twice
exception
  when check_violation or not_null_violation or numeric_value_out_of_range then
    perform private.raise_error(400, 'feedback_incomplete');
end
$$;

comment on function public.give_feedback(uuid, integer, integer, integer) is 'Keeps what a patient says after a consultation, the first time only. Answers are 1 to 3. Errors: not_found, no_consultation, feedback_incomplete.';
grant execute on function public.give_feedback(uuid, integer, integer, integer) to authenticated;

create function private.asks_for_feedback(appointment public.appointments) returns boolean
language sql
stable security definer
set search_path = ''
as $$
  select appointment.state = 'completed'
    and appointment.patient_id in (select private.my_patients())
    and appointment.ended_at > now() - interval '30 days'
    and not exists (select from public.feedback where feedback.appointment_id = appointment.id)
$$;

comment on function private.asks_for_feedback(public.appointments) is 'Whether whoever asks may still say what they thought of a consultation: the patient''s side, within 30 days, once.';
