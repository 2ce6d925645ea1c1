-- On their own: new values of an enum cannot be used in the transaction that adds them.
alter type public.notification_kind add value 'erasure_requested';
alter type public.notification_kind add value 'erasure_withdrawn';
alter type public.notification_kind add value 'erasure_accepted';
alter type public.notification_kind add value 'erasure_declined';
