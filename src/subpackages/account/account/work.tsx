import { Row } from '@/components/row'
import type { Me } from '@domain/contract/me'
import { isAboveBranches } from '@domain/contract/roles'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'

/** The way to what a secretary or an administrator does; nothing for a plain member. */
export function Work({ roles }: Pick<Me, 'roles'>) {
  const desk = roles.some(it => it.role === 'secretary')
  const district = roles.some(isAboveBranches)
  if (!desk && !district) return null
  return (
    <Section title="我的工作">
      {desk && (
        <Row
          id="to-desk"
          title="支部工作"
          note="本周情况、党员、任务、签到"
          onPress={() => open(routes.desk('home'))}
        />
      )}
      {district && (
        <Row id="to-district" title="组织学习情况" note="各支部参学人数" onPress={() => open(routes.district('org'))} />
      )}
    </Section>
  )
}
