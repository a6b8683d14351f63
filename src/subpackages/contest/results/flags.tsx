import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContestFlags } from '@domain/contract/contest-results'
import { Button } from '@/components/button'
import { Row } from '@/components/row'

/** At once. */
const PAGE = 8

const KINDS = { fast: '快得读不完题', same: '错得一模一样' } as const

/** What a machine noticed, with its evidence. It decides nothing. */
export function Flags({ flags }: { flags: ContestFlags['flags'] }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <View className="contest-note">
        机器只把不寻常的地方列出来，不取消谁的成绩。巧合、记性好、坐在一起答都有可能；怎么办由您问过本人再定。
      </View>
      <View>{flags.length === 0 && '没有。'}</View>
      <View id="contest-flags">
        {flags.slice(0, shown).map((it, i) => (
          <Row
            key={i}
            title={`${KINDS[it.kind]}：${it.people.map(one => `${one.name}（${one.branch}，第 ${one.place} 名）`).join('、')}`}
            note={it.evidence.join('；')}
          />
        ))}
      </View>
      <View>
        {flags.length > shown && (
          <Button id="flags-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, flags.length - shown)} 处
          </Button>
        )}
      </View>
    </>
  )
}
