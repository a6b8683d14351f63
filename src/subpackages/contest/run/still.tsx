import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { spellSeconds } from '@/components/duration'
import { Notice } from '@/components/notice'
import { Waiting } from '@/components/waiting'
import { monotonicNow } from '@/platform/phone/phone'
import type { ContestRun } from './contest-run'
import type { RunState } from './run-state'

/** What is waited for, or what became of the answer, in quiet words. */
export function Still({ run, state }: { run: ContestRun; state: RunState }) {
  const { step, waiting, late, otherFirst, line } = state
  if (waiting) {
    return (
      <Notice action={{ text: '现在再试', onPress: () => run.again() }}>
        {waiting.why === 'offline' ? offlineWords(step) : '现在人多，请稍候；排着的不会丢，过几秒自己再试。'}
      </Notice>
    )
  }
  if (step === 'line' && line) return <InLine {...line} />
  if (step === 'opening') return <Waiting>正在取题目…</Waiting>
  if (step === 'time-up') return <Notice>这一题的时间到了，没有选，算没答。歇好了按“下一题”。</Notice>
  if (step === 'taken') {
    if (otherFirst) return <Notice tone="warning">这一题在别处先交过了，以那一次为准。按“下一题”接着答。</Notice>
    return late ? (
      <Notice tone="warning">收到了，可是过了这一题的时间，算没答对。</Notice>
    ) : (
      <Notice tone="good">✓ 收到了。按“下一题”，下一题的时间才开始。</Notice>
    )
  }
  return null
}

function offlineWords(step: RunState['step']): string {
  const words = '网络断了，连上就自己接着来。'
  return step === 'sending' ? `${words}这一题选的已经记在手机上，关掉也不会丢；时间走完才连上，就算晚了。` : words
}

/** One's place, and about how long: it only ever gets shorter. */
function InLine({ place, until }: { place: number; until: number }) {
  const read = () => Math.max(0, Math.ceil((until - monotonicNow()) / 1000))
  const [left, setLeft] = useState(read)
  useEffect(() => {
    setLeft(read())
    const timer = setInterval(() => setLeft(read()), 1000)
    return () => clearInterval(timer)
    // Another end is another line.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until])
  return (
    <View className="contest-line">
      <Text className="contest-line__title">{left > 0 ? '请稍候，马上开始' : '轮到您了，正在取第一题…'}</Text>
      <Text>
        {place > 0 && `前面还有 ${place} 人。`}
        {left > 0 && `大约 ${spellSeconds(left)}以后开始；时间从看到第一题才算。`}
      </Text>
    </View>
  )
}
