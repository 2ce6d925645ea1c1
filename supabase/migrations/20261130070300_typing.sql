-- Who is writing in a thread: presence on a topic of its own, so that nothing of a message travels and nothing is kept.

create policy "The two of a thread see who is writing" on realtime.messages
  for select to authenticated
  using (
    extension in ('broadcast', 'presence')
    and (select private.topic_id((select realtime.topic()), 'typing')) in (select private.my_threads())
  );

create policy "The two of a thread show that they are writing" on realtime.messages
  for insert to authenticated
  with check (
    extension = 'presence'
    and (select private.topic_id((select realtime.topic()), 'typing')) in (select private.my_threads())
  );
