import type { ReactNode } from 'react'
import { Empty } from '@/components/empty'
import type { Query } from '@/hooks/query'
import { Loaded } from '@/layout/states/loaded'
import { replace, routes } from '@/navigation'

interface Props<T> {
  of: Query<T>
  /** The organisation the asker looks after, to go back to. */
  own: string
  children: (value: T) => ReactNode
}

/** What is read of an organisation. */
export function OrgLoaded<T>({ of, own, children }: Props<T>) {
  return (
    <Loaded of={of} keeps missing={<OutOfReach own={own} />}>
      {children}
    </Loaded>
  )
}

/** Another's organisation and one that does not exist are told alike: nobody learns which. */
function OutOfReach({ own }: { own: string }) {
  return (
    <Empty
      title="这里不在您的范围内"
      hint="您看得到自己负责的组织和它的下级。地址可能写错了，也可能这个组织已经撤并"
      action={{ text: '回到我负责的组织', onPress: () => replace(routes.district('org', { org: own })) }}
    />
  )
}
