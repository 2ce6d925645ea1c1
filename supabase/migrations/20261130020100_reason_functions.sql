-- The list of reasons as pages read it, and as its doctor changes it.

create function private.reasons_of(doctor_id uuid, only_active boolean) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', reason.id, 'name', reason.name, 'minutes', reason.minutes, 'active', reason.active,
    'questions', coalesce((
      select jsonb_agg(jsonb_build_object('id', asked.id, 'kind', asked.kind, 'question', asked.question) order by asked.position)
      from public.reason_questions as asked
      where asked.reason_id = reason.id
    ), '[]')
  ) order by reason.position, reason.created_at, reason.id), '[]')
  from public.reasons as reason
  where reason.doctor_id = reasons_of.doctor_id and (reason.active or not only_active)
$$;

comment on function private.reasons_of(uuid, boolean) is 'The reasons of a doctor with their questions, in order; all, or those that patients can choose.';

create function public.my_reasons() returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select private.reasons_of((private.my_doctor()).id, false)
$$;

comment on function public.my_reasons() is 'The reasons of the doctor who asks, with their questions, in order. Errors: doctors_only.';
grant execute on function public.my_reasons() to authenticated;

create function public.save_reason(reason_id uuid, name text, minutes integer, active boolean, questions jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
begin
  -- Two windows that save at once take turns.
  perform from public.doctors where id = mine for no key update;
  if exists (select from public.reasons where id = save_reason.reason_id and doctor_id <> mine) then
    perform private.raise_error(404, 'not_found');
  end if;
  if (select count(*) from public.reasons where doctor_id = mine and id <> save_reason.reason_id) >= 30 then
    perform private.raise_error(409, 'too_many_reasons');
  end if;
  if jsonb_typeof(questions) is distinct from 'array' then
    perform private.raise_error(400, 'reason_invalid');
  end if;
  insert into public.reasons (id, doctor_id, name, minutes, active, position)
  values (
    save_reason.reason_id, mine, btrim(save_reason.name), save_reason.minutes, save_reason.active,
    1 + (select count(*) from public.reasons where doctor_id = mine)
  )
  on conflict (id) do update set name = excluded.name, minutes = excluded.minutes, active = excluded.active;
  -- A question that stays keeps its identifier: a form that is open meanwhile can still be sent.
  delete from public.reason_questions as asked
  where asked.reason_id = save_reason.reason_id and not exists (
    select from jsonb_array_elements(questions) with ordinality as wanted (entry, place)
    where place = asked.position and entry ->> 'kind' = asked.kind::text and btrim(entry ->> 'question') = asked.question
  );
  insert into public.reason_questions (reason_id, position, kind, question)
  select save_reason.reason_id, place, (entry ->> 'kind')::public.question_kind, btrim(entry ->> 'question')
  from jsonb_array_elements(questions) with ordinality as wanted (entry, place)
  on conflict on constraint "One question at a place" do nothing;
exception
  when check_violation or not_null_violation or invalid_text_representation then
    perform private.raise_error(400, 'reason_invalid');
end
$$;

comment on function public.save_reason(uuid, text, integer, boolean, jsonb) is 'Adds a reason of the doctor who asks at the end of their list, or changes it. questions: [{kind, question}], five at most. Errors: doctors_only, not_found, too_many_reasons (30), reason_invalid.';
grant execute on function public.save_reason(uuid, text, integer, boolean, jsonb) to authenticated;

create function public.place_reason(reason_id uuid, place integer) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine constant uuid := (private.my_doctor()).id;
begin
  perform from public.doctors where id = mine for no key update;
  if not exists (select from public.reasons where id = place_reason.reason_id and doctor_id = mine) then
    perform private.raise_error(404, 'not_found');
  end if;
  with others as (
    select id, row_number() over (order by position, created_at, id) as rank
    from public.reasons
    where doctor_id = mine and id <> place_reason.reason_id
  )
  update public.reasons as reason
  set position = case
    when reason.id = place_reason.reason_id then place_reason.place
    else (select rank + (rank >= place_reason.place)::integer from others where others.id = reason.id)
  end
  where reason.doctor_id = mine;
end
$$;

comment on function public.place_reason(uuid, integer) is 'Moves a reason of the doctor who asks to a place of their list, from 1. Errors: doctors_only, not_found.';
grant execute on function public.place_reason(uuid, integer) to authenticated;

create function public.remove_reason(reason_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  delete from public.reasons where id = remove_reason.reason_id and doctor_id = (select (private.my_doctor()).id)
$$;

comment on function public.remove_reason(uuid) is 'Removes a reason of the doctor who asks; appointments that were booked for it keep its name and the answers. One that is gone already is no error. Errors: doctors_only.';
grant execute on function public.remove_reason(uuid) to authenticated;

create function private.save_answers(appointment_id uuid, reason_id uuid, answers jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if answers is null or answers = '{}' then
    return;
  end if;
  if jsonb_typeof(answers) <> 'object' then
    perform private.raise_error(400, 'answers_invalid');
  end if;
  if exists (
    select from jsonb_object_keys(answers) as given
    where given not in (
      select id::text from public.reason_questions where reason_questions.reason_id = save_answers.reason_id
    )
  ) then
    perform private.raise_error(409, 'reason_changed');
  end if;
  insert into public.appointment_answers (appointment_id, position, kind, question, answer)
  select save_answers.appointment_id, asked.position, asked.kind, asked.question, answers ->> asked.id::text
  from public.reason_questions as asked
  where asked.reason_id = save_answers.reason_id and not coalesce(private.is_blank(answers ->> asked.id::text), true);
exception
  when check_violation then
    perform private.raise_error(400, 'answers_invalid');
end
$$;

comment on function private.save_answers(uuid, uuid, jsonb) is 'Keeps the answers to the questions of a reason with an appointment: {question id: answer}. Errors: reason_changed (the doctor asks something else by now), answers_invalid.';

create function private.answers_of(appointment_id uuid) returns jsonb
language sql
stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'question', question, 'answer', answer) order by position), '[]')
  from public.appointment_answers
  where appointment_answers.appointment_id = answers_of.appointment_id
$$;

comment on function private.answers_of(uuid) is 'What was answered before an appointment; for the pages of its doctor, which write the audit log.';
