-- Since when a branch tells of its weeks is asked for one branch at a time.
create index branch_period_branch on branch_period (tenant_id, branch_id, period, start);
