-- What is not done is looked for in every branch of a district at once.
create index activity_open on activity (tenant_id, branch_id, due) where not done;
