-- When a backup was last made, and of when the last one is that was restored and found the same. Bookkeeping of the whole
-- service, of no district.
create table backup_run (
  what text primary key check (what in ('made', 'verified')),
  at timestamptz not null
);
