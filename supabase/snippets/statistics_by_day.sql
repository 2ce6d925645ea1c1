-- The last four weeks.
select * from admin.statistics_by_day where day between current_date - 28 and current_date;
