-- What those above a branch do with it, in words and days: whom they have been in touch with, what they send down, whom they visit.

-- 已联系: somebody above has been in touch with a branch.
create table branch_contact (
  tenant_id text not null,
  branch_id text not null,
  contact_id uuid not null,
  day date not null,
  note text not null,
  contacted_by uuid not null,
  contacted_at timestamptz not null,
  primary key (tenant_id, branch_id, contact_id)
);

-- A task or a theme that an organisation sends to branches under it.
create table sent_down (
  tenant_id text not null,
  sent_id uuid not null,
  org_id text not null,
  kind text not null,
  title text not null,
  note text,
  due date not null,
  items text[] not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  primary key (tenant_id, sent_id)
);
create index sent_down_org on sent_down (tenant_id, org_id, sent_at);

-- To which branches. A task is an assignment of each of them as well.
create table sent_branch (
  tenant_id text not null,
  branch_id text not null,
  sent_id uuid not null,
  primary key (tenant_id, branch_id, sent_id)
);
create index sent_branch_sent on sent_branch (tenant_id, sent_id);
-- What was sent down is not the branch's to take back.
alter table assignment add column sent_id uuid;

-- 随机抽查 of a branch: drawn, visited, what was found, by when it is to be put right, closed.
create table branch_visit (
  tenant_id text not null,
  branch_id text not null,
  visit_id uuid not null,
  org_id text not null,
  drawn_on date not null,
  seed text not null,
  reason text not null,
  visited_on date,
  findings text,
  due date,
  closed_on date,
  outcome text,
  revision integer not null default 1,
  drawn_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, branch_id, visit_id)
);
create index branch_visit_org on branch_visit (tenant_id, org_id);
