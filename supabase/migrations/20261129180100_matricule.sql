-- The matricule: 13 digits, YYYYMMDD, order number, Luhn digit, Verhoeff digit,
-- both computed over the first 11 digits. Mirrored in TypeScript: domain/matricule.ts.

create function private.luhn_digit(digits text) returns integer
language sql
immutable strict parallel safe
set search_path = ''
as $$
  select (10 - sum(case
    when place % 2 = 1 then (digit * 2) / 10 + (digit * 2) % 10
    else digit
  end) % 10)::integer % 10
  from (
    select place, substr(reverse(digits), place, 1)::integer as digit
    from generate_series(1, length(digits)) as place
  ) as places
$$;

comment on function private.luhn_digit(text) is 'The Luhn check digit of a string of digits.';

create function private.verhoeff_digit(digits text) returns integer
language plpgsql
immutable strict parallel safe
set search_path = ''
as $$
declare
  multiplication constant integer[] := array[
    [0,1,2,3,4,5,6,7,8,9],[1,2,3,4,0,6,7,8,9,5],[2,3,4,0,1,7,8,9,5,6],[3,4,0,1,2,8,9,5,6,7],
    [4,0,1,2,3,9,5,6,7,8],[5,9,8,7,6,0,4,3,2,1],[6,5,9,8,7,1,0,4,3,2],[7,6,5,9,8,2,1,0,4,3],
    [8,7,6,5,9,3,2,1,0,4],[9,8,7,6,5,4,3,2,1,0]];
  permutation constant integer[] := array[
    [0,1,2,3,4,5,6,7,8,9],[1,5,7,6,2,8,3,0,9,4],[5,8,0,3,7,9,6,1,4,2],[8,9,1,6,0,4,3,5,2,7],
    [9,4,5,3,1,2,6,8,7,0],[4,2,8,6,5,7,3,9,0,1],[2,7,9,3,8,0,6,4,1,5],[7,0,4,6,9,1,3,2,5,8]];
  inverse constant integer[] := array[0,4,3,2,1,5,6,7,8,9];
  checksum integer := 0;
begin
  for place in 1 .. length(digits) loop
    checksum := multiplication[checksum + 1][
      permutation[place % 8 + 1][substr(reverse(digits), place, 1)::integer + 1] + 1];
  end loop;
  return inverse[checksum + 1];
end
$$;

comment on function private.verhoeff_digit(text) is 'The Verhoeff check digit of a string of digits.';

create function private.is_matricule(value text) returns boolean
language plpgsql
immutable strict parallel safe
set search_path = ''
as $$
declare
  year integer;
  month integer;
  day integer;
begin
  if value !~ '^[0-9]{13}$' then
    return false;
  end if;
  year := substr(value, 1, 4)::integer;
  month := substr(value, 5, 2)::integer;
  day := substr(value, 7, 2)::integer;
  if year not between 1850 and 2150 or month not between 1 and 12 or day < 1 then
    return false;
  end if;
  if day > extract(day from (make_date(year, month, 1) + interval '1 month' - interval '1 day')) then
    return false;
  end if;
  return substr(value, 12, 1)::integer = private.luhn_digit(substr(value, 1, 11))
    and substr(value, 13, 1)::integer = private.verhoeff_digit(substr(value, 1, 11));
end
$$;

comment on function private.is_matricule(text) is 'Whether a text is a well-formed matricule: real date, Luhn and Verhoeff digits. Mirrored in TypeScript: domain/matricule.ts.';

grant execute on function private.is_matricule(text), private.luhn_digit(text), private.verhoeff_digit(text)
  to authenticated, service_role;

create function private.birth_date(matricule text) returns date
language sql
immutable strict parallel safe
set search_path = ''
as $$ select make_date(substr(matricule, 1, 4)::integer, substr(matricule, 5, 2)::integer, substr(matricule, 7, 2)::integer) $$;

comment on function private.birth_date(text) is 'The date of birth in a matricule.';
