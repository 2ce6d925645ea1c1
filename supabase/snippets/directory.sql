-- Every doctor: who is listed, who can sign in, and when the next slot is free.
select * from admin.directory;
