-- For whom a request asks that only the district may approve: somebody with an office beyond the branch.
alter table binding_request add column member_id uuid;
-- The first invites of a district are made by a command: by nobody on the roster.
alter table invite alter column created_by drop not null;
-- What withdrawing and erasing should have taken along.
update member set unmasked = false where unmasked and consent_version is null;
update audit_log a set reason = null from member m where m.tenant_id = a.tenant_id and m.member_id = a.subject_id
  and m.status = 'erased' and a.reason is not null;
