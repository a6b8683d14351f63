import { Text, View } from '@tarojs/components'
import type { Theme } from '@domain/branch/theme-day'
import { roomScreenPath, screenPath } from '@domain/room/addresses'
import { a11y } from '@/components/a11y'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open } from '@/navigation'
import { Intro } from './intro'
import './chooser.scss'

/** Themes to choose from: the running week's is the large one. */
export function Chooser({ themes, meeting }: { themes: readonly Theme[]; meeting?: string }) {
  const [first, ...rest] = themes
  const go = (theme: Theme) => open(screenPath({ theme: theme.id, meeting }))
  const weeks = rest.filter(it => it.id.startsWith('w'))
  const courses = rest.filter(it => !it.id.startsWith('w'))
  const row = (theme: Theme) => (
    <Row key={theme.id} id={`theme-${theme.id}`} title={theme.title} note={theme.from} onPress={() => go(theme)} />
  )
  return (
    <View>
      <Intro
        title="主题党日，放在大屏幕上"
        note="主题、一篇文章、一部短片、十道题，一步一步往下放。电脑接上投影或电视就能用，不用登录。键盘、翻页笔、手指都能翻。"
      />
      {first && (
        <Section title={first.from}>
          <View
            id="theme-first"
            className="show-chooser__first"
            onClick={() => go(first)}
            {...a11y({ role: 'button' })}
          >
            <Text className="show-chooser__theme">{first.title}</Text>
            <Text className="show-chooser__about">{first.note}</Text>
            <Text className="show-chooser__go">开始放</Text>
          </View>
        </Section>
      )}
      {first && (
        <Section title="现场答题">
          <Row
            id="to-room"
            title="大家用手机一起答"
            note={`必答、判断、抢答，两个人到两百人，不用登录。题出自“${first.title}”；别的主题，点开以后按“用手机答”`}
            onPress={() => open(roomScreenPath(first.id))}
          />
        </Section>
      )}
      <Section title="别的周">{weeks.map(row)}</Section>
      <Section title="课程里的主题">{courses.map(row)}</Section>
    </View>
  )
}
