-- 活动: what the branch does together beside meetings, and the deeds it does for others. Kinds, states and fields are named by
-- content/rules/activities.yml, which a district edits: what a row says is kept as it was written.
create table activity (
  tenant_id text not null,
  branch_id text not null,
  activity_id uuid not null,
  kind text not null,
  title text not null,
  -- When it is or was; of what has a last day, when it was written down.
  day date not null,
  -- HH:MM, Asia/Shanghai.
  time text,
  place text,
  -- 学时 of whoever took part, in halves; none where the kind counts none.
  hours numeric(3, 1),
  due date,
  lead_id uuid,
  state text not null,
  -- In the last state of its kind.
  done boolean not null,
  -- The kind's own fields by id.
  words jsonb not null,
  -- Grows by one with every change.
  revision integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, branch_id, activity_id)
);
create index activity_day on activity (tenant_id, branch_id, day);
create index activity_lead on activity (tenant_id, lead_id);

-- Who took part.
create table activity_member (
  tenant_id text not null,
  branch_id text not null,
  activity_id uuid not null,
  member_id uuid not null,
  primary key (tenant_id, branch_id, activity_id, member_id)
);
create index activity_member_member on activity_member (tenant_id, member_id);
