-- What a member's old phone hands to the new one: sealed on the phone, ten minutes at most, one a member. A routing table,
-- like own_code: the new phone knows no district. Unlogged: it is in no WAL and no standby, and after a crash it is empty,
-- which the old phone makes good by sealing another.
create unlogged table parcel (
  -- Made of the code that is shown on the old phone, which the service never learns.
  parcel_id text primary key,
  tenant_id text not null,
  member_id uuid not null,
  made_at timestamptz not null,
  -- The phone that has begun to take it, a random number of that time, and how often it was sent there.
  taker uuid,
  sent smallint not null default 0,
  sealed bytea not null
);
create unique index parcel_member on parcel (tenant_id, member_id);
