-- Who is in the committee and in which 党小组, since when: a meeting of the past expects who belonged to it then. What a roster
-- says first holds for the time before as well.
create table member_post (
  tenant_id text not null,
  branch_id text not null,
  member_id uuid not null,
  since timestamptz not null,
  committee boolean not null,
  party_group text not null,
  primary key (tenant_id, branch_id, member_id, since)
);
create index member_post_member on member_post (tenant_id, member_id);

-- A meeting as a record: whose 党小组, who led it and who wrote, how many 学时 it counts, what was studied, what was said.
alter table meeting
  add column party_group text,
  add column chair uuid,
  add column recorder uuid,
  add column hours numeric(3, 1) not null default 0,
  add column links text[] not null default '{}',
  add column minutes text,
  -- How often it was edited: who edits says which of them they have read.
  add column edits integer not null default 0;

-- Who asked for leave, and why: for the secretary and the member alone.
create table meeting_leave (
  tenant_id text not null,
  branch_id text not null,
  meeting_id uuid not null,
  member_id uuid not null,
  reason text not null,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, branch_id, meeting_id, member_id)
);
create index meeting_leave_member on meeting_leave (tenant_id, member_id);
