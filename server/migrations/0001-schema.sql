-- tenant_id (the district) leads every primary key and stands in every query, so that a distributed PostgreSQL can place
-- all of a district on one shard. Exceptions by name: account, invite, schema_migration. No serial, trigger or function.

create table org (
  tenant_id text not null,
  org_id text not null,
  parent_id text,
  type text not null check (type in ('district', 'committee', 'general_branch', 'branch')),
  name text not null,
  -- '/district/unit/branch/': a scope is a prefix.
  path text not null,
  demo boolean not null default false,
  primary key (tenant_id, org_id)
);
create index org_children on org (tenant_id, parent_id);
create index org_path on org (tenant_id, path);

create table member (
  tenant_id text not null,
  member_id uuid not null,
  branch_id text not null,
  name text not null,
  status text not null default 'active' check (status in ('active', 'left', 'erased')),
  -- HMAC of the last four digits of the phone number; gone once bound.
  last4_hmac text,
  -- Studies with the branch, without a phone.
  offline boolean not null default false,
  -- The member lets organisations above the branch see the whole name.
  unmasked boolean not null default false,
  consent_version text,
  consent_at timestamptz,
  -- Part of every token: raised, all tokens of the member are void.
  token_version integer not null default 1,
  primary key (tenant_id, member_id)
);
create index member_branch on member (tenant_id, branch_id);

-- Where a member belonged since when: a week counts for the branch of its end. A move to '' is leaving the district.
create table member_move (
  tenant_id text not null,
  member_id uuid not null,
  since timestamptz not null,
  branch_id text not null,
  primary key (tenant_id, member_id, since)
);
-- Who was in a branch in a past week is read from the moves.
create index member_move_branch on member_move (tenant_id, branch_id);

-- What a day holds as the member's phones have told it: studied or not, what was finished, how many questions were answered.
-- No minutes, no times, no right or wrong. It belongs to the member, not to a branch.
create table member_day (
  tenant_id text not null,
  member_id uuid not null,
  day date not null,
  -- What each device has told, by its id; the columns below are that merged.
  devices jsonb not null,
  studied boolean not null,
  finished text[] not null,
  answered jsonb not null,
  primary key (tenant_id, member_id, day)
);
create index member_day_studied on member_day (tenant_id, day, member_id) where studied;

-- Study with the branch, written down by the secretary: counts as a study day, earns no points.
create table offline_study (
  tenant_id text not null,
  branch_id text not null,
  record_id uuid not null,
  member_id uuid not null,
  day date not null,
  minutes integer not null check (minutes between 1 and 600),
  what text not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, branch_id, record_id)
);
create index offline_study_day on offline_study (tenant_id, branch_id, day);
create index offline_study_member on offline_study (tenant_id, member_id, day);

create table role_grant (
  tenant_id text not null,
  member_id uuid not null,
  role text not null check (role in ('secretary', 'unit_admin', 'supervisor')),
  org_id text not null,
  primary key (tenant_id, member_id, role, org_id)
);

create table audit_log (
  tenant_id text not null,
  audit_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  org_id text,
  subject_id uuid,
  reason text,
  primary key (tenant_id, audit_id)
);

create table branch_dirty (
  tenant_id text not null,
  branch_id text not null,
  week date not null,
  marked_at timestamptz not null,
  primary key (tenant_id, branch_id, week)
);

create table branch_period (
  tenant_id text not null,
  period text not null check (period in ('week', 'month')),
  start date not null,
  branch_id text not null,
  -- Who was in the branch at the end, and how many of them studied.
  members integer not null,
  studied integer not null,
  primary key (tenant_id, period, start, branch_id)
);

-- What members who have deleted themselves leave in their branch's week or month: numbers, added to those of branch_period.
create table erased_period (
  tenant_id text not null,
  period text not null check (period in ('week', 'month')),
  start date not null,
  branch_id text not null,
  members integer not null,
  studied integer not null,
  primary key (tenant_id, period, start, branch_id)
);

create table org_rollup (
  tenant_id text not null,
  parent_id text not null,
  period text not null check (period in ('week', 'month')),
  start date not null,
  org_id text not null,
  branches integer not null,
  -- Branches of too few members to be told of; they are in no sum.
  small integer not null,
  members integer not null,
  studied integer not null,
  primary key (tenant_id, parent_id, period, start, org_id)
);
-- An organisation that was moved stands under another in the periods before: its own totals are found without the parent.
create index org_rollup_period on org_rollup (tenant_id, period, start, org_id);

-- One row a district: who adds up its roll-ups holds it, so that two workers take turns.
create table rollup_turn (
  tenant_id text not null,
  primary key (tenant_id)
);

create table refresh_token (
  tenant_id text not null,
  token_hash text not null,
  member_id uuid not null,
  family uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash)
);
create index refresh_token_member on refresh_token (tenant_id, member_id);

create table binding_request (
  tenant_id text not null,
  branch_id text not null,
  request_id uuid not null,
  openid_hmac text not null,
  name text not null,
  last4 text not null,
  consent_version text not null,
  asked_at timestamptz not null,
  -- For whom a request asks that only the district may approve: somebody with an office beyond the branch.
  member_id uuid,
  primary key (tenant_id, branch_id, request_id)
);

-- Routing tables: asked before the district is known.
create table account (
  openid_hmac text primary key,
  tenant_id text,
  member_id uuid,
  tries_day date,
  tries integer not null default 0,
  created_at timestamptz not null
);
create index account_member on account (tenant_id, member_id);

create table invite (
  code_hmac text primary key,
  tenant_id text not null,
  branch_id text not null,
  invite_id uuid not null,
  -- The first invites of a district are made by a command: by nobody on the roster.
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index invite_branch on invite (tenant_id, branch_id);
