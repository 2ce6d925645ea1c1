-- Telephone instead: video cannot be had, and the doctor telephones. The acts are in transitions.

create type public.consultation_medium as enum ('video', 'telephone');
comment on type public.consultation_medium is 'How a consultation is held.';

alter table public.appointments
  add column held_by public.consultation_medium not null default 'video',
  add column telephone_asked_at timestamptz,
  add column telephone text,
  add constraint "Numbers to telephone are E.164" check (telephone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint "A number to telephone was given for this" check (telephone is null or telephone_asked_at is not null);

comment on column public.appointments.held_by is 'How it is held; telephone once the doctor has noted it.';
comment on column public.appointments.telephone_asked_at is 'When the patient asked to be telephoned instead.';
comment on column public.appointments.telephone is 'The number of the account that asked, for this consultation only: read through functions while it lasts, removed after it.';

create index appointments_telephone on public.appointments (updated_at) where telephone is not null;

-- The number is missing on purpose: its doctor reads it through functions, and only until the end.
grant select (held_by, telephone_asked_at) on public.appointments to authenticated;

create function private.telephone_of(appointment public.appointments) returns text
language sql
immutable
set search_path = ''
as $$
  select case when appointment.state in ('waiting', 'calling', 'in_progress') then appointment.telephone end
$$;

comment on function private.telephone_of(public.appointments) is 'The number to telephone instead of a video call; null when nobody asked for it, and after the consultation.';
