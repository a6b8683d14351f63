import { View } from '@tarojs/components'
import { formatDay } from '@domain/time/format'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { fromAboveApi } from '@/api/oversight'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'

/** Themes that those above have sent: one tap begins a 主题党日 that is called so. What cannot be read just says nothing here. */
export function Themes({ branch, onArrange }: { branch: string; onArrange: (title: string) => void }) {
  const read = useQuery(`themes-${branch}`, fromAboveApi(authorised, branch).themes)
  const themes = read.status === 'ready' ? read.value : []
  return (
    <View>
      {themes.length > 0 && (
        <Section title="上级发的主题" aside="点一下就安排">
          {themes.map(it => (
            <Row
              key={it.id}
              id={`theme-${it.id}`}
              title={it.title}
              note={[it.from, `${formatDay(it.due)}以前`, it.note].filter(Boolean).join('，')}
              onPress={() => onArrange(it.title)}
            />
          ))}
        </Section>
      )}
    </View>
  )
}
