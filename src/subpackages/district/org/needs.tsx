import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { BRANCH_NEED_IDS } from '@domain/district/branch-needs'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { oversightApi } from '@/api/oversight'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { needWord } from '../need-word'
import { Note } from '../note'

/** What branches need a hand with, each with how many; before anything about study. What cannot be read just says nothing here. */
export function Needs({ org }: { org: string }) {
  const read = useQuery(`needs-${org}`, () => oversightApi(authorised, org).needs(undefined, 0))
  useDidShow(() => void read.reload())
  if (read.status !== 'ready') return <View />
  const page = read.value
  const some = BRANCH_NEED_IDS.filter(it => page.counts[it] > 0)
  return (
    <Section title="要帮一把的" aside={`${page.total} / ${page.branches} 个支部`}>
      <View id="org-needs">
        {some.map(need => (
          <Row
            key={need}
            id={`needs-${need}`}
            title={needWord(need, page)}
            meta={`${page.counts[need]} 个支部`}
            onPress={() => open(routes.district('needs', { org, need }))}
          />
        ))}
      </View>
      <View>{some.length === 0 && <Note>月报都报了，会都开了，实事没有过期的，每个支部都有人绑定了手机。</Note>}</View>
    </Section>
  )
}
