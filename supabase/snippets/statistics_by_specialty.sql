-- This year.
select * from admin.statistics_by_specialty where month >= date_trunc('year', current_date);
