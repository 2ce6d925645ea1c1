-- Records with the same name and address: perhaps one person. The first id is kept, the second one goes into it.
--
-- select admin.merge_patients('<kept>', '<merged>', 'Matricule mal saisi');
select one.id as kept, other.id as merged, one.matricule, other.matricule as other_matricule, one.created_at, other.created_at as other_created_at
from public.patients as one
join public.patients as other
  on other.created_at > one.created_at
  and lower(other.last_name) = lower(one.last_name) and lower(other.first_name) = lower(one.first_name)
  and other.postal_code = one.postal_code
order by one.last_name
limit 50;
