-- Wrong last four digits that were tried for this row of the roster, by whatever login, since the digits were written.
alter table member add column digit_tries smallint not null default 0;
