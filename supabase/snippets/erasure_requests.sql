-- Who wants their account erased, the open requests first. Accepting cannot be taken back; the person reads the reason.
--
-- select admin.accept_erasure('<id>');
-- select admin.decline_erasure('<id>', 'Une facture est encore ouverte');
select * from admin.erasure_requests limit 100;
