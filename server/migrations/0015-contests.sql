-- Whoever holds contests for an organisation (domain/contract/roles).
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check
  check (role in ('secretary', 'unit_admin', 'supervisor', 'organiser'));

-- 竞赛. Settings are as the organiser sent them (domain/contract/contests); what statements ask for stands beside them.
create table contest (
  tenant_id text not null,
  contest_id uuid not null,
  -- Whose it is, and whose members may enter.
  org_id text not null,
  within_id text not null,
  title text not null,
  opens_at timestamptz not null,
  -- Ended by hand: that moment.
  closes_at timestamptz not null,
  settings jsonb not null,
  revision integer not null default 1,
  published_at timestamptz,
  -- Of the sealed pool, shown from the publishing on.
  sha256 text,
  -- When the results were made, and made anew because a question was voided.
  graded_at timestamptz,
  regraded_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, contest_id)
);
create index contest_org on contest (tenant_id, org_id);

-- The pool, readable by nobody but the organiser until the close. As JSON text: once sealed, exactly what was hashed.
create table contest_pool (
  tenant_id text not null,
  contest_id uuid not null,
  pool text not null,
  primary key (tenant_id, contest_id)
);

create table contest_void (
  tenant_id text not null,
  contest_id uuid not null,
  number integer not null,
  reason text not null,
  voided_by uuid not null,
  voided_at timestamptz not null,
  primary key (tenant_id, contest_id, number)
);

-- One row a try: an answer is one statement on it. The paper itself follows from the sealed seed, the member and the try.
create table contest_try (
  tenant_id text not null,
  contest_id uuid not null,
  member_id uuid not null,
  try smallint not null,
  -- The phone that has it: the newest.
  device uuid not null,
  branch_id text not null,
  consent_version text not null,
  -- How the name is shown among winners and on the certificate.
  masked boolean not null,
  began_at timestamptz not null,
  -- When the first question was sent: from then on the try is used.
  seen_at timestamptz,
  -- The question whose turn it is, from 0; when it was sent, and until when its answer counts, the line's allowance in it.
  place smallint not null default 0,
  served_at timestamptz,
  due_at timestamptz,
  -- What was measured of the line lately, and what is allowed for it. Milliseconds.
  lines integer[] not null default '{}',
  allowance_ms integer not null default 0,
  -- Of each question in turn: number in the pool, option ids given (null where none was), right 1 or 0, milliseconds, late 1 or 0.
  answers jsonb not null default '[]',
  finished_at timestamptz,
  primary key (tenant_id, contest_id, member_id, try)
);
create index contest_try_member on contest_try (tenant_id, member_id);

-- The best try of each entrant, made after the close.
create table contest_result (
  tenant_id text not null,
  contest_id uuid not null,
  member_id uuid not null,
  try smallint not null,
  branch_id text not null,
  masked boolean not null,
  correct integer not null,
  questions integer not null,
  spent_ms bigint not null,
  allowance_ms integer not null,
  place integer not null,
  primary key (tenant_id, contest_id, member_id)
);
create index contest_result_place on contest_result (tenant_id, contest_id, place);
create index contest_result_member on contest_result (tenant_id, member_id);

-- Right answers of a team's best. Nobody is named.
create table contest_team (
  tenant_id text not null,
  contest_id uuid not null,
  org_id text not null,
  correct integer not null,
  place integer not null,
  primary key (tenant_id, contest_id, org_id)
);

create table contest_appeal (
  tenant_id text not null,
  contest_id uuid not null,
  appeal_id uuid not null,
  member_id uuid not null,
  number integer not null,
  words text not null,
  at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  -- One a question and member.
  primary key (tenant_id, contest_id, member_id, number)
);
create index contest_appeal_id on contest_appeal (tenant_id, contest_id, appeal_id);
create index contest_appeal_member on contest_appeal (tenant_id, member_id);
