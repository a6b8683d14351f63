import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnLogin } from '@domain/contract/me'
import { shanghaiDay } from '@domain/time/day'
import { formatDay, formatMoment } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { endLogin, readLogins } from '@/api/me'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import './index.scss'

/** When it began; the last day of its use when that is another. */
function whenOf({ began, lastDay }: OwnLogin): string {
  const at = Date.parse(began)
  return `${formatMoment(at)} 登录${shanghaiDay(at) === lastDay ? '' : `，${formatDay(lastDay)}还用过`}`
}

/** 我的登录: every phone that is signed in, and a way to end those one does not know. */
export function Logins({ name }: { name: string }) {
  const read = useQuery(`logins ${name}`, () => readLogins(authorised))
  const [going, setGoing] = useState<OwnLogin>()
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  if (read.status === 'loading') return <View className="account__note">正在读登录…</View>
  if (read.status === 'failed')
    return (
      <Section title="我的登录">
        <Row title="再试一次" note={read.message} onPress={read.reload} />
      </Section>
    )
  const { own, logins } = read.value
  const end = () => {
    if (!going) return
    setGoing(undefined)
    endLogin(authorised, going.id)
      .then(
        () => setSaid({ good: true, words: '✓ 那部手机已经退出，它下次打开时会看到' }),
        (error: Error) => setSaid({ good: false, words: `没有退出：${error.message}` }),
      )
      .then(read.reload)
  }
  return (
    <Section title="我的登录" aside={logins.length > 1 ? `${logins.length} 处` : undefined}>
      <View>{said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}</View>
      {logins.map((it, i) => (
        <Row
          key={it.id}
          title={it.id === own ? '这部手机' : '另一处登录'}
          note={whenOf(it)}
          meta={
            it.id !== own && (
              <Button
                id={`end-login-${i}`}
                look="plain"
                label={`退出${whenOf(it)}的那一处`}
                onPress={() => setGoing(it)}
              >
                退出
              </Button>
            )
          }
        />
      ))}
      <Dialog
        open={!!going}
        title="退出这一处登录？"
        confirm="退出"
        onConfirm={end}
        onCancel={() => setGoing(undefined)}
      >
        {going && `${whenOf(going)}。那部手机马上退出，上面的学习记录不动。`}
      </Dialog>
    </Section>
  )
}
