-- Of how many the places of a contest are: who deletes themselves afterwards moves nobody into another band.
alter table contest add column graded_of integer not null default 0;
update contest c set graded_of = (select count(*) from contest_result r where r.tenant_id = c.tenant_id
  and r.contest_id = c.contest_id);
