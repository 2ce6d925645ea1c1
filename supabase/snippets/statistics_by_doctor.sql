-- This month and the one before.
select * from admin.statistics_by_doctor where month >= date_trunc('month', current_date) - interval '1 month';
