-- Doctors whom patients find and cannot book.
select * from admin.doctors_without_hours;
