-- One row a district: who adds up its roll-ups holds it, so that two workers take turns.
create table rollup_turn (
  tenant_id text not null,
  primary key (tenant_id)
);
