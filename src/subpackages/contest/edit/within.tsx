import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrgsBelow } from '@domain/contract/contests'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Waiting } from '@/components/waiting'
import { Line } from '@/components/words-field'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'

/** Names at once: every one is a node that travels through setData on WeChat. */
const PAGE = process.env.TARO_ENV === 'weapp' ? 6 : 24

interface Props {
  org: string
  /** The organisation that is chosen; '' while none is. */
  value: string
  onChange: (org: string) => void
}

/** One organisation below one's own, found step by step; every step is a choice already. */
export function Within({ org, value, onChange }: Props) {
  const at = value || org
  const read = useQuery(`within-${org}-${at}`, () => contestDeskApi(authorised, org).below(at))
  if (read.status === 'loading') return <Waiting>正在取下面的组织…</Waiting>
  if (read.status === 'failed') {
    return (
      <Notice tone="warning" action={{ text: '再试一次', onPress: () => void read.reload() }}>
        {read.message}
      </Notice>
    )
  }
  return <Step key={at} of={read.value} value={value} onChange={to => onChange(to === org ? '' : to)} />
}

function Step({ of: { path, below }, value, onChange }: { of: OrgsBelow; value: string; onChange: Props['onChange'] }) {
  const [shown, setShown] = useState(PAGE)
  const [wanted, setWanted] = useState('')
  const above = path[path.length - 2]
  const found = below.filter(it => it.name.indexOf(wanted.trim()) >= 0)
  return (
    <View id="contest-within-orgs">
      <View className="contest-note" id="within-chosen">
        {value === ''
          ? '还没有选定，请点一个；点了它，还能再往下选：'
          : `选定了：${path.map(it => it.name).join(' › ')}，它的全部党员可以参加。`}
      </View>
      <View>
        {above && (
          <Button id="within-up" look="plain" onPress={() => onChange(above.id)}>
            {`回到 ${above.name}`}
          </Button>
        )}
      </View>
      <View>
        {below.length > PAGE && (
          <Line
            id="within-find"
            title={`下面有 ${below.length} 个，按名字找`}
            value={wanted}
            limit={40}
            onInput={to => {
              setWanted(to)
              setShown(PAGE)
            }}
          />
        )}
      </View>
      <View>
        {found.slice(0, shown).map(it => (
          <Row key={it.id} id={`within-${it.id}`} title={it.name} onPress={() => onChange(it.id)} />
        ))}
      </View>
      <View>
        {below.length > 0 && found.length === 0 && <View className="contest-note">没有这个名字的组织</View>}
        {found.length > shown && (
          <Button id="within-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, found.length - shown)} 个
          </Button>
        )}
      </View>
    </View>
  )
}
