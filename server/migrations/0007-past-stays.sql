-- What was told of a week that is over does not change afterwards.

-- The Monday from which the goal holds; null when it is the only one there has been.
alter table member add column goal_since date;
-- Goals that members had before: each held up to and with `last_week`, a Monday, since the week after the row before.
create table earlier_goal (
  tenant_id text not null,
  member_id uuid not null,
  last_week date not null,
  goal smallint not null check (goal between 1 and 7),
  primary key (tenant_id, member_id, last_week)
);

-- What members who have deleted themselves leave in their branch's week or month: numbers, added to those of branch_period.
create table erased_period (
  tenant_id text not null,
  period text not null check (period in ('week', 'month')),
  start date not null,
  branch_id text not null,
  -- Rows that its list had of them.
  listed integer not null,
  members integer not null,
  expected integer not null,
  met integer not null,
  studied integer not null,
  study_days integer not null,
  seconds bigint not null,
  items integer not null,
  answers integer not null,
  correct integer not null,
  primary key (tenant_id, period, start, branch_id)
);
-- And in its lists of one meeting or assignment.
alter table meeting add column erased_members integer not null default 0;
alter table meeting add column erased_present integer not null default 0;
alter table assignment add column erased_members integer not null default 0;
alter table assignment add column erased_done integer not null default 0;
alter table assignment add column erased_offline integer not null default 0;

-- An organisation that was moved stands under another in the periods before: its own totals are found without the parent.
create index org_rollup_period on org_rollup (tenant_id, period, start, org_id);
