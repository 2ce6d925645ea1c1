-- On its own: a new value of an enum cannot be used in the transaction that adds it.
alter type public.notification_kind add value 'unread_messages';
