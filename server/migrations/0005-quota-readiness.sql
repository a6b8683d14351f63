-- How much somebody has had written down today is counted by who did it.
create index audit_log_actor on audit_log (tenant_id, actor_id, at);

-- Written by /readyz to see whether the database takes writes. Bookkeeping of the whole service, of no district.
create table heartbeat (
  id smallint primary key,
  at timestamptz not null
);
