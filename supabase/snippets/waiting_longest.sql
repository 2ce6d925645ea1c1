-- Who is in a waiting room now, the longest wait first, with the mobile number of the doctor.
select * from admin.waiting_longest;
