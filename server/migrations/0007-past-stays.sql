-- What was told of a week that is over does not change afterwards.

-- Goals that members had before: each held up to and with `last_week`, a Monday, since the week after the row before.
create table earlier_goal (
  tenant_id text not null,
  member_id uuid not null,
  last_week date not null,
  goal smallint not null check (goal between 1 and 7),
  primary key (tenant_id, member_id, last_week)
);
