-- Documents that did not reach a pharmacy, a laboratory, the CNS or a patient.
-- After its address is right in organisations:   select admin.retry_delivery('<id>');
select * from admin.failed_deliveries limit 100;
