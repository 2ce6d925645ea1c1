-- What is told when time alone ends an appointment; in a file of their own, because a transaction cannot use a new value.
alter type public.notification_kind add value 'appointment_missed';
alter type public.notification_kind add value 'appointment_not_held';
