import { AUDIT_FILTERS, type AuditGroup } from '@domain/contract/audit'
import { FilterBar } from '@/components/filter-bar'

interface Props {
  /** '' is all of them. */
  group: AuditGroup | ''
  onChange: (group: AuditGroup | '') => void
}

/** Which kind of what was written down is shown. */
export function AuditFilter({ group, onChange }: Props) {
  const filter = { id: 'group', label: '全部操作', value: group, options: AUDIT_FILTERS }
  return <FilterBar filters={[{ ...filter, onChange: value => onChange(value as AuditGroup | '') }]} />
}
