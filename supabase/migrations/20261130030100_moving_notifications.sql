-- On their own: new values of an enum cannot be used in the transaction that adds them.
alter type public.notification_kind add value 'appointment_moved';
alter type public.notification_kind add value 'earlier_slot';
