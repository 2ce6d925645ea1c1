-- On their own: new values of an enum cannot be used in the transaction that adds them.
alter type public.notification_kind add value 'guest_invitation';
alter type public.notification_kind add value 'guest_appointment_moved';
alter type public.notification_kind add value 'guest_appointment_cancellation';
