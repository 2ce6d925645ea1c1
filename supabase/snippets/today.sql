-- What happens today, and where each appointment stands. Patients by initials.
select * from admin.today;
