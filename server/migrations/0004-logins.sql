-- One row a login. The refresh token names it and how often it has been traded; nothing of a token is stored. The table of
-- tokens goes, against the rule that migrations only add: nobody has logged in yet but invented people.
drop table refresh_token;
create table login (
  tenant_id text not null,
  login_id uuid not null,
  member_id uuid not null,
  began_at timestamptz not null,
  -- When WeChat last said whose phone this is: what is grave asks for it anew.
  proved_at timestamptz not null,
  -- How often its refresh token was traded for the next, and when last.
  generation integer not null default 0,
  traded_at timestamptz not null,
  -- Why it is over and by whose word, for the phone to be told when it next speaks; null while it lasts.
  ended_at timestamptz,
  ended_why text,
  ended_by uuid,
  -- Who did it by a command of the district, and the reason that was given.
  ended_by_name text,
  ended_reason text,
  primary key (tenant_id, login_id)
);
create index login_member on login (tenant_id, member_id);

-- A phone has been bound to this row once: from then on only the member's own code or the district binds another.
alter table member add column bound_before boolean not null default false;
update member m set bound_before = true
  where exists (select 1 from account a where a.tenant_id = m.tenant_id and a.member_id = m.member_id);

-- 换机码: what a member binds another phone with. A routing table, like invite: asked before the district is known.
create table own_code (
  code_hmac text primary key,
  tenant_id text not null,
  member_id uuid not null,
  made_at timestamptz not null
);
create index own_code_member on own_code (tenant_id, member_id);

-- Who did it by a command: an operator of the district is on no roster.
alter table audit_log add column actor_name text;
