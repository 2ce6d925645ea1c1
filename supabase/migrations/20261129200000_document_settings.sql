-- What documents need of this installation and of each doctor: limits that an administrator keeps, and what is printed.

alter table private.settings
  add column document_days integer not null default 30,
  add column sick_leave_past_days integer not null default 2,
  add column sick_leave_days integer not null default 30,
  add column prescription_months integer not null default 3,
  add column renewal_months integer not null default 6,
  add column payment_days integer not null default 30,
  add column forwards_per_day integer not null default 10,
  add column cns_email text,
  add constraint "Documents are issued within 1 to 365 days" check (document_days between 1 and 365),
  add constraint "Sick leaves begin at most 60 days back" check (sick_leave_past_days between 0 and 60),
  add constraint "Sick leaves last 1 to 365 days" check (sick_leave_days between 1 and 365),
  add constraint "Prescriptions hold 1 to 24 months" check (prescription_months between 1 and 24),
  add constraint "Renewals hold at least as long as the prescription" check (renewal_months between prescription_months and 36),
  add constraint "Fee notes are due within 1 to 365 days" check (payment_days between 1 and 365),
  add constraint "Accounts forward 0 to 100 documents a day" check (forwards_per_day between 0 and 100),
  add constraint "The address of the CNS holds one @" check (cns_email ~ '^[^@\s]+@[^@\s]+$');

comment on column private.settings.document_days is 'Days after a consultation in which documents may be issued.';
comment on column private.settings.sick_leave_past_days is 'A sick leave that begins more days before today needs a reason.';
comment on column private.settings.sick_leave_days is 'A sick leave of more days needs a reason.';
comment on column private.settings.prescription_months is 'Months in which a prescription is first delivered.';
comment on column private.settings.renewal_months is 'Months in which renewals are delivered.';
comment on column private.settings.payment_days is 'Days in which a fee note is to be paid.';
comment on column private.settings.forwards_per_day is 'How many documents an account may forward to other addresses within 24 hours.';
comment on column private.settings.cns_email is 'Where fee notes and the CNS sheet of sick leaves are sent; null: nothing is sent there.';

alter table public.doctors
  add column street text,
  add column postal_code text,
  add column phone text,
  add column iban text,
  add constraint "Doctors' streets say something" check (not private.is_blank(street) and length(street) <= 200),
  add constraint "Doctors' postal codes say something" check (not private.is_blank(postal_code) and length(postal_code) <= 20),
  add constraint "Doctors' phone numbers are E.164" check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint "IBANs are written without spaces" check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$');

comment on column public.doctors.street is 'Street and number of the practice, printed on documents.';
comment on column public.doctors.postal_code is 'Postal code of the practice, printed on documents.';
comment on column public.doctors.phone is 'Phone number of the practice (E.164), printed on documents.';
comment on column public.doctors.iban is 'Account for fees, printed on fee notes; without it no fee note is issued.';
