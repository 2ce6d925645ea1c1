-- What triggers keep in a running house.

select private.index_doctors(array(select id from filled_doctors));
select count(private.refresh_next_slots_of(id)) from filled_doctors;

analyze private.doctor_words, private.search_words, private.next_slots;
