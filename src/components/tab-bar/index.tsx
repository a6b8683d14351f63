import { Text, View } from '@tarojs/components'
import type { Tab } from '@/navigation'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { Icon, type IconName } from '../icon'
import './index.scss'

const TABS: { id: Tab; text: string; icon: IconName }[] = [
  { id: 'home', text: '首页', icon: 'home' },
  { id: 'learn', text: '学习', icon: 'book' },
  { id: 'quiz', text: '答题', icon: 'quiz' },
  { id: 'me', text: '我的', icon: 'person' },
]

/** The four tabs, drawn by us on both platforms so that they follow theme and type. */
export function TabBar({ current, onSwitch }: { current: Tab; onSwitch: (tab: Tab) => void }) {
  return (
    <View className="tab-bar" {...a11y({ role: 'tablist', label: '主要页面' })}>
      {TABS.map(tab => (
        <View
          key={tab.id}
          id={`tab-${tab.id}`}
          className={classNames('tab-bar__tab', tab.id === current && 'tab-bar__tab--on')}
          onClick={() => onSwitch(tab.id)}
          {...a11y({ role: 'tab', selected: tab.id === current, label: tab.text })}
        >
          <Icon name={tab.icon} />
          <Text>{tab.text}</Text>
        </View>
      ))}
    </View>
  )
}
