-- Who was in a branch in a past week is read from the moves. A move to '' is leaving the district.
create index member_move_branch on member_move (tenant_id, branch_id);
create index offline_study_member on offline_study (tenant_id, member_id, day);
-- When those who are gone already left is not known: they stay out of past weeks, as before.
insert into member_move (tenant_id, member_id, since, branch_id)
  select tenant_id, member_id, '1970-01-01T00:00:01Z', '' from member where status = 'left'
  on conflict (tenant_id, member_id, since) do nothing;
