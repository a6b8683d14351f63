import { useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import type { Me } from '@domain/contract/me'
import { ORGANISERS } from '@domain/contract/roles'
import { Empty } from '@/components/empty'
import type { Query } from '@/hooks/query'
import { Loaded } from '@/layout/states/loaded'
import { Screen } from '@/layout/screen'
import { open, replace, routes } from '@/navigation'
import { refreshQuietly, useSession } from '@/stores/session'
import './contest.scss'

interface Props {
  title: string
  wide?: boolean
  children: (me: Me) => ReactNode
  footer?: ReactNode
}

/** A page for whoever is bound to a branch: contests are held for them. */
export function MemberPage({ title, wide, children, footer }: Props) {
  const { status, me } = useSession()
  return (
    <Screen title={title} wide={wide} footer={footer}>
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && (
        <Empty
          title="还没有登录"
          hint="竞赛是为支部的党员办的，登录支部账号以后才能看、才能参加"
          action={{ text: '去登录', onPress: () => open(routes.account()) }}
        />
      )}
      {me && children(me)}
    </Screen>
  )
}

/** What is read of a contest; one that is gone or for others says so. */
export function ContestLoaded<T>({ of, children }: { of: Query<T>; children: (value: T) => ReactNode }) {
  return (
    <Loaded
      of={of}
      missing={
        <Empty
          title="没有找到这次竞赛"
          hint="可能已经撤掉了，或者不是给您的支部办的"
          action={{ text: '看别的竞赛', onPress: () => replace(routes.contest('list')) }}
        />
      }
    >
      {children}
    </Loaded>
  )
}

/** The organisations that somebody may hold contests for: those they organise for, and the branch that they keep. */
export const organised = (me: Me) => me.roles.filter(it => ORGANISERS.includes(it.role))

interface DeskProps {
  title: string
  children: (org: string, me: Me) => ReactNode
}

/** A page of whoever makes contests; the service decides whether the organisation is theirs. */
export function OrganiserPage({ title, children }: DeskProps) {
  const asked = useRouter().params.org
  const { status, me } = useSession()
  const own = me && organised(me)[0]?.org
  useEffect(() => {
    // An office given since this phone last asked.
    if (status === 'signed-in' && own === undefined) void refreshQuietly()
  }, [status, own])
  const org = own === undefined ? undefined : (asked ?? own)
  return (
    <MemberPage title={title} wide>
      {who =>
        org === undefined ? (
          <Empty
            title="这里给办竞赛的人用"
            hint="书记可以给自己的支部办；单位和区里的，由上级在名册的“职务”里设为“竞赛组织者”"
            action={{ text: '看我能参加的竞赛', onPress: () => replace(routes.contest('list')) }}
          />
        ) : (
          children(org, who)
        )
      }
    </MemberPage>
  )
}
