-- SMS and e-mails that did not arrive and wait for a person, with the provider's reason.
-- One again:             select admin.retry_notification('<id>');
-- All of the last day:   select admin.retry_failed_notifications();
select * from admin.failed_notifications limit 100;
