import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { friendResult } from '@domain/quiz/friend-result'
import type { QuizSession } from '@domain/quiz/session'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { copyText } from '@/platform/phone/clipboard'
import { linkTo } from '@/platform/phone/links'
import { replace, routes } from '@/navigation'
import { codeOf, useFriends } from '@/stores/friends'
import { Versus } from '../friend/versus'

/** Both results side by side, and one's own as a line to send. */
export function FriendPart({ session }: { session: QuizSession }) {
  const { challenges, load } = useFriends()
  const [copied, setCopied] = useState(false)
  useEffect(() => void load(), [load])
  const code = codeOf(session, challenges)
  const known = challenges.find(it => it.code === code)
  if (!code || !known?.mine) return null
  const result = friendResult(code, known.mine.correct, known.mine.total)
  const share = async () => {
    await copyText([`我的成绩：${result}`, linkTo(routes.friend(result))].filter(Boolean).join('\n'))
    setCopied(true)
  }
  return (
    <Section title="两人对照">
      <Versus mine={known.mine} theirs={known.theirs} />
      {copied && <Notice tone="good">✓ 已复制，可以粘贴发给朋友</Notice>}
      <View className="result__actions">
        <Button id="share-result" onPress={() => void share()}>
          复制我的成绩给朋友
        </Button>
        {!known.theirs && (
          <Button id="their-result" onPress={() => replace(routes.friend())}>
            读入朋友的成绩
          </Button>
        )}
      </View>
    </Section>
  )
}
