-- Counting, for what GoTrue does not count: sign-up, sign-in, codes and resends, per account and per address.

create table private.rate_limits (
  key text primary key,
  count integer not null,
  resets_at timestamptz not null
);

comment on table private.rate_limits is 'How often something was tried in the current window. Keys are hashed.';
comment on column private.rate_limits.key is 'SHA-256 of what is counted: the kind of attempt and an account, number or address.';
comment on column private.rate_limits.count is 'Attempts in this window.';
comment on column private.rate_limits.resets_at is 'When the window ends.';

create function public.take_attempt(subject text, allowed integer, window_seconds integer) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  hashed constant text := encode(extensions.digest(subject, 'sha256'), 'hex');
  used integer;
begin
  insert into private.rate_limits as limits (key, count, resets_at)
  values (hashed, 1, now() + make_interval(secs => window_seconds))
  on conflict (key) do update set
    count = case when limits.resets_at <= now() then 1 else limits.count + 1 end,
    resets_at = case
      when limits.resets_at <= now() then now() + make_interval(secs => window_seconds)
      else limits.resets_at
    end
  returning count into used;
  return used <= allowed;
end
$$;

comment on function public.take_attempt(text, integer, integer) is 'Counts one attempt; false when more than allowed within the window. For the service only.';
grant execute on function public.take_attempt(text, integer, integer) to service_role;
