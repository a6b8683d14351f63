-- For whom a request asks that only the district may approve: somebody with an office beyond the branch.
alter table binding_request add column member_id uuid;
-- The first invites of a district are made by a command: by nobody on the roster.
alter table invite alter column created_by drop not null;
