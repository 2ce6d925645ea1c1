-- What the owner of an address is told when another account asked for it; in a file of its own, because a transaction
-- cannot use a new value.
alter type public.notification_kind add value 'email_taken';
