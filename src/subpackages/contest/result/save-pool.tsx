import { View } from '@tarojs/components'
import { useState } from 'react'
import { sha256Hex } from '@domain/text/sha256'
import { contestApi } from '@/api/contests'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { Said, useSaid } from '@/layout/states/said'
import { giveTextFile } from '@/platform/files/files'
import { authorised } from '@/stores/session'

/** The pool after the close: counted again here, and given as a file, so that nobody has to take our word for it. */
export function SavePool({ id, sha256 }: { id: string; sha256: string }) {
  const { said, busy, attempt } = useSaid()
  const [text, setText] = useState<string>()
  const count = () =>
    attempt(async () => {
      const pool = await contestApi(authorised, id).pool()
      const own = sha256Hex(pool)
      setText(pool)
      if (own !== sha256)
        throw new Error(`对不上：这份题库的指纹是 ${own.slice(0, 16)}…，和比赛前公布的不一样。请向主办方问清楚`)
    }, '这部手机算出来的指纹，和比赛前公布的一样：题库没有换过')
  const save = () => attempt(() => giveTextFile('竞赛题库.json', text ?? ''), '题库已经给您')
  return (
    <Section title="题库公布了">
      <View>在这部手机上把题库取来算一遍，看和比赛前公布的指纹是不是一样。</View>
      <Said said={said} />
      <View className="contest-actions">
        <Button id="pool-count" disabled={busy} onPress={() => void count()}>
          取来算一算
        </Button>
        {text !== undefined && (
          <Button id="pool-save" disabled={busy} onPress={() => void save()}>
            存下整个题库
          </Button>
        )}
      </View>
    </Section>
  )
}
