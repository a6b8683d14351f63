-- What a secretary asks the branch to study by a day. `items` is domain/contract/assignments' list.
create table assignment (
  tenant_id text not null,
  branch_id text not null,
  assignment_id uuid not null,
  title text not null,
  note text,
  due date not null,
  items text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, branch_id, assignment_id)
);

create table meeting (
  tenant_id text not null,
  branch_id text not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('congress', 'committee', 'group', 'lecture', 'theme_day')),
  title text not null,
  day date not null,
  -- HH:MM, Asia/Shanghai.
  time text not null,
  place text,
  created_by uuid not null,
  created_at timestamptz not null,
  -- HMACs of the secret in the QR code and of the six digits, while sign-in is open.
  secret_hmac text,
  digits_hmac text,
  open_until timestamptz,
  primary key (tenant_id, branch_id, meeting_id)
);
create index meeting_day on meeting (tenant_id, branch_id, day);

create table meeting_presence (
  tenant_id text not null,
  branch_id text not null,
  meeting_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  -- Marked by the secretary, with a reason; null when the member signed in.
  marked_by uuid,
  reason text,
  primary key (tenant_id, branch_id, meeting_id, member_id)
);
create index meeting_presence_member on meeting_presence (tenant_id, member_id);

-- Six digits can be guessed: a member's tries are counted.
create table sign_in_try (
  tenant_id text not null,
  member_id uuid not null,
  since timestamptz not null,
  tries integer not null,
  primary key (tenant_id, member_id)
);

-- The audit log is read by organisation and by person, latest first: ids ascend in time.
create index audit_log_org on audit_log (tenant_id, org_id, audit_id);
create index audit_log_subject on audit_log (tenant_id, subject_id, audit_id);

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
