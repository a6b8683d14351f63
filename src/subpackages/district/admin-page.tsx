import { isAboveBranches } from '@domain/contract/roles'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { Empty } from '@/components/empty'
import { Screen } from '@/layout/screen'
import { open, routes, switchTab } from '@/navigation'
import { refreshQuietly, useSession } from '@/stores/session'

export interface Admin {
  /** The organisation the page is about. */
  org: string
  /** The one they look after. */
  own: string
  /** Looks after a whole district: may draw samples and read the audit log. */
  supervisor: boolean
}

interface Props {
  title: string
  /** Unit admins are told that it is not for them. */
  supervisorOnly?: boolean
  children: (admin: Admin) => ReactNode
}

/** A page for whoever looks after organisations. Everybody else is told whom it is for, and what they can do instead. */
export function AdminPage({ title, supervisorOnly, children }: Props) {
  const asked = useRouter().params.org
  const { status, me } = useSession()
  const held = me?.roles.filter(isAboveBranches) ?? []
  const supervising = held.find(it => it.role === 'supervisor')
  const own = (supervising ?? held[0])?.org
  useEffect(() => {
    // An office given since this phone last asked.
    if (status === 'signed-in' && own === undefined) void refreshQuietly()
  }, [status, own])
  const admitted = own !== undefined && (!supervisorOnly || !!supervising)
  return (
    <Screen title={title} wide>
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && (
        <Empty
          title="还没有登录"
          hint="这里给单位管理员和区级督导员看汇总，登录支部账号以后才能看"
          action={{ text: '去登录', onPress: () => open(routes.account()) }}
        />
      )}
      {me && own === undefined && (
        <Empty
          title="这一页不对您开放"
          hint="组织学习情况只给单位管理员和区级督导员看。您自己的学习都在“我的”里"
          action={{ text: '回到我的', onPress: () => switchTab('me') }}
        />
      )}
      {me && own !== undefined && !admitted && (
        <Empty
          title="这件事由区级督导员来做"
          hint="单位管理员看得到本单位各支部的参学人数，看不到人名"
          action={{ text: '看本单位的汇总', onPress: () => open(routes.district('org', { org: own })) }}
        />
      )}
      {admitted && children({ org: asked ?? own, own, supervisor: !!supervising })}
    </Screen>
  )
}
