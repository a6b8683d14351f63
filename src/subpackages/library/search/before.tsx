import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useSearchHistory } from '@/stores/search-history'
import './before.scss'

const SHOWN = 8
/** One of each kind that search knows: another name, a person, a month, words of a text. */
const EXAMPLES = [
  { words: '八一起义', note: '事件的别的叫法，找得到南昌起义' },
  { words: '周总理', note: '人物的称呼，找得到周恩来' },
  { words: '1935年1月', note: '年月，找得到那时的大事' },
  { words: '从前是牛马，现在要做人', note: '记得的一句话，找得到在哪一篇' },
]

/** Before anything is typed: what was searched for, or what can be. */
export function Before({ onAsk }: { onAsk: (query: string) => void }) {
  const { queries, forget, clear } = useSearchHistory()
  if (queries.length === 0) {
    return (
      <Section title="可以这样找">
        {EXAMPLES.map((it, i) => (
          <Row key={it.words} id={`example-${i}`} title={it.words} note={it.note} onPress={() => onAsk(it.words)} />
        ))}
      </Section>
    )
  }
  return (
    <Section
      title="搜过的"
      aside={
        <Button id="forget-all" look="plain" onPress={() => void clear()}>
          全部删除
        </Button>
      }
    >
      {queries.slice(0, SHOWN).map((it, i) => (
        <View key={it} className="searched">
          <View className="searched__words">
            <Row id={`searched-${i}`} title={it} onPress={() => onAsk(it)} />
          </View>
          <View
            id={`forget-${i}`}
            className="searched__forget"
            onClick={() => void forget(it)}
            {...a11y({ role: 'button', label: `删除“${it}”` })}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
    </Section>
  )
}
