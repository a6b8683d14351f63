-- A secretary's form that has been taken, with the answer it got: sent again it gets the same answer and does nothing.
create table sent_form (
  tenant_id text not null,
  branch_id text not null,
  -- Made by the phone.
  form_id uuid not null,
  -- SHA-256 of what was sent: the same id with something else in it is told apart.
  sha256 text not null,
  answer jsonb not null,
  taken_at timestamptz not null,
  primary key (tenant_id, branch_id, form_id)
);
