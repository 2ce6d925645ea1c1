-- Pharmacies and laboratories that cannot be reached first. They are changed in the table organisations.
select * from admin.organisations order by cannot_be_reached desc, failed_deliveries desc, chosen_by desc;
