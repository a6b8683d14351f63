-- 按名册: where a member stands on the roster of their branch, from 1. Whoever is there already stands by name, as until now.
alter table member add column place integer not null default 0;
update member m set place = r.place
from (
  select tenant_id, member_id, row_number() over (partition by tenant_id, branch_id order by name, member_id) as place
  from member
) r
where m.tenant_id = r.tenant_id and m.member_id = r.member_id;
