-- Set when the results are made: an answer that waited until then is refused, not acknowledged and counted nowhere.
alter table contest_try add column closed boolean not null default false;
