-- What members who have deleted themselves leave in a task that was sent down: numbers, as in erased_period.
alter table sent_branch add column left_members integer not null default 0, add column left_done integer not null default 0;
