import { Input, Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { friendCode, sameFeed } from '@domain/quiz/friend'
import { CODE_ERRORS, friendResult, readFriendMessage } from '@domain/quiz/friend-result'
import { roomPath } from '@domain/room/addresses'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { copyText } from '@/platform/phone/clipboard'
import { linkTo } from '@/platform/phone/links'
import { open, routes, wordsIn } from '@/navigation'
import { randomBytes } from '@/platform/phone/phone'
import { useCatalog } from '@/stores/catalog'
import { useFriends } from '@/stores/friends'
import { Versus } from './versus'
import './index.scss'

type Told = { tone: 'plain' | 'warning' | 'good'; words: string }

/** The same ten questions for two, one after the other, carried by a code that can be read out on the telephone. */
export default function Friend() {
  const { catalog } = useCatalog()
  const { challenges, load, put } = useFriends()
  const { message = '' } = useRouter().params
  const [typed, setTyped] = useState(() => wordsIn(message))
  const [told, setTold] = useState<Told>()
  const newest = challenges[0]
  const failed = (error: Error) => setTold({ tone: 'warning', words: error.message })
  useEffect(() => void load().catch(failed), [load])
  useShareAppMessage(() => {
    const sent = newest?.mine ? friendResult(newest.code, newest.mine.correct, newest.mine.total) : newest?.code
    return { title: '同样十道党史题，来比一比', path: routes.friend(sent) }
  })
  if (!catalog) return <Screen title="好友挑战">{null}</Screen>

  const make = async () => {
    const [a = 0, b = 0, c = 0, d = 0] = await randomBytes(4)
    await put(friendCode((a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) % 2 ** 30, catalog.version), {})
    setTold(undefined)
  }
  const read = async () => {
    const { code, text, score } = readFriendMessage(typed)
    if (!code.ok) return setTold({ tone: 'warning', words: CODE_ERRORS[code.error] })
    if (!sameFeed(code.challenge, catalog.version)) {
      return setTold({
        tone: 'warning',
        words: '这个好友码出自另一版题库，两边会答到不同的题。请两人都更新到最新版，重新出一次题',
      })
    }
    await put(text!, score ? { theirs: score } : {})
    setTyped('')
    setTold({ tone: 'good', words: score ? '✓ 已记下朋友的成绩' : '✓ 好友码没有问题，可以开始答了' })
  }
  const copy = async (words: string) => {
    const copied = await copyText(words).then(
      () => true,
      () => false,
    )
    setTold(
      copied
        ? { tone: 'good', words: '✓ 已复制，可以粘贴发给朋友' }
        : { tone: 'warning', words: '没有复制成，浏览器可能不许复制，请再点一次' },
    )
  }
  const invitation = (code: string) =>
    [
      `我用好友码 ${code} 出了十道党史题，请你也来答。`,
      linkTo(routes.friend(code)) ?? '在“答题”的“好友挑战”里输入它。',
    ].join('\n')

  return (
    <Screen title="好友挑战">
      <Section title="出题给朋友">
        {newest && !newest.mine && !newest.theirs ? (
          <View className="friend__code" id="code" {...a11y({ label: `好友码 ${Array.from(newest.code).join(' ')}` })}>
            {newest.code}
          </View>
        ) : (
          <View className="friend__note">两人答同样的十道题，先后都行，不用同时在线。</View>
        )}
        <View className="friend__actions">
          {newest && !newest.mine && (
            <Button id="start" look="main" onPress={() => open(routes.run({ mode: 'friend', code: newest.code }))}>
              答这十道题
            </Button>
          )}
          {newest && !newest.mine && (
            <Button id="invite" onPress={() => void copy(invitation(newest.code))}>
              复制邀请
            </Button>
          )}
          <Button id="make" look={newest && !newest.mine ? 'quiet' : 'main'} onPress={() => void make().catch(failed)}>
            {newest && !newest.mine ? '另出一份' : '出十道题'}
          </Button>
        </View>
      </Section>
      <Section title="收到好友码">
        <Input
          id="friend-input"
          className="field"
          value={typed}
          placeholder="好友码或成绩"
          confirmType="go"
          onConfirm={() => void (typed.trim() && read().catch(failed))}
          onInput={event => setTyped(event.detail.value)}
          {...a11y({ label: '好友码，或朋友发来的成绩' })}
        />
        <Button id="read" disabled={!typed.trim()} onPress={() => void read().catch(failed)}>
          读入
        </Button>
        {told && (
          <View className="friend__told" id="told">
            <Notice tone={told.tone}>{told.words}</Notice>
          </View>
        )}
      </Section>
      <Section title="现场答题">
        <Row
          id="to-room"
          title="大家在一起，看大屏幕答"
          note="有大屏幕上的六位数字就能进，两个人也能开"
          onPress={() => open(roomPath())}
        />
      </Section>
      <Section title="两人对照">
        {challenges.every(it => !it.mine && !it.theirs) && (
          <Empty title="还没有成绩" hint="自己答完，再把朋友的成绩读进来，就能并排看" />
        )}
        {challenges
          .filter(it => it.mine ?? it.theirs)
          .slice(0, 10)
          .map(it => (
            <View key={it.code} className="friend__pair">
              <Text className="friend__name">{it.code}</Text>
              <Versus mine={it.mine} theirs={it.theirs} />
              {it.mine ? (
                <Button look="plain" onPress={() => void copy(friendResult(it.code, it.mine!.correct, it.mine!.total))}>
                  复制我的成绩
                </Button>
              ) : (
                <Button look="plain" onPress={() => open(routes.run({ mode: 'friend', code: it.code }))}>
                  我来答
                </Button>
              )}
            </View>
          ))}
      </Section>
    </Screen>
  )
}
