-- Since when an organisation is kept here: nothing is asked of it for the time before. Of those that are there already, always.
alter table org add column since date;
