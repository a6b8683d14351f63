-- The day on which an activity came to its last state: a deed is of the month in which it was closed as well. None of one that is
-- open, and of one that was closed before this was written down.
alter table activity add column done_on date;

-- What else of a filed month the unit sees: activities of the month that were held, deeds that were closed.
alter table filed_month
  add column activities integer not null default 0,
  add column deeds integer not null default 0;
