-- 月报 that a branch has filed: the sums as they were then, and by whom. Nobody's study is in it.
create table filed_month (
  tenant_id text not null,
  branch_id text not null,
  month date not null,
  filed_at timestamptz not null,
  filed_by uuid not null,
  members integer not null,
  studied integer not null,
  meetings integer not null,
  primary key (tenant_id, branch_id, month)
);
create index filed_month_month on filed_month (tenant_id, month);
