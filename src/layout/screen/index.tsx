import { PageMeta, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, switchTab, type Tab } from '@/navigation'
import { screenInsets } from '@/platform/page/layout'
import { useAloud } from '@/stores/aloud'
import { useAppearance } from '@/stores/appearance'
import { usePlayer } from '@/stores/player'
import { useSession } from '@/stores/session'
import { classNames } from '@/components/class-names'
import { MiniPlayer } from '@/layout/mini-player'
import { PrivacyAsk } from '@/layout/privacy-ask'
import { Recorded } from '@/layout/study/recorded'
import { Unsaved } from '@/layout/states/unsaved'
import { TabBar } from '@/components/tab-bar'
import { TitleBar } from '@/components/title-bar'
import './index.scss'

interface Props {
  title: string
  children: ReactNode
  /** Set on the four tab pages; every other page has a way back. */
  tab?: Tab
  backLabel?: string
  /** Instead of going back: to save and leave, for instance. */
  onBack?: () => void
  right?: ReactNode
  /** Fixed at the bottom: a page's main action. */
  footer?: ReactNode
  /** The article or episode that this page is about. */
  own?: string
  /** The controls of `own` are in sight: the mini player would only repeat them. */
  quiet?: boolean
  /** All that the page shows stands in the member's records. */
  records?: boolean
  /** Branch pages use the width of a desktop. */
  wide?: boolean
  /** On a desktop it has the room for two columns, or for notes beside what is read. */
  desktop?: 'columns' | 'notes'
}

/** Owns theme, type scale, page-meta, bars and mini player; pages fill it and know of none of these. */
export function Screen({
  title,
  children,
  tab,
  backLabel,
  onBack,
  right,
  footer,
  own,
  quiet,
  records,
  wide,
  desktop,
}: Props) {
  const { theme, step, paper, lines } = useAppearance()
  const { top, capsule } = screenInsets()
  const demo = useSession(state => state.me?.demo)
  const reading = useAloud(state => !!state.article)
  const playing = usePlayer(state => !!state.episode)
  const player = <MiniPlayer place={footer ? 'docked' : tab ? 'tabs' : 'bare'} own={own} quiet={quiet} />
  return (
    <>
      {process.env.TARO_ENV === 'weapp' && (
        <PageMeta
          backgroundColor={paper}
          rootBackgroundColor={paper}
          backgroundTextStyle={theme === 'dark' ? 'light' : 'dark'}
        />
      )}
      <View
        className={classNames(
          'screen',
          `theme-${theme}`,
          `type-${step}`,
          `lines-${lines}`,
          wide && 'screen--wide',
          desktop && `screen--${desktop}`,
        )}
      >
        <TitleBar
          title={title}
          onBack={tab ? undefined : (onBack ?? back)}
          backLabel={backLabel}
          right={right}
          inset={top}
          capsule={capsule}
        />
        <View
          className={classNames(
            'screen__body',
            tab && 'screen__body--tab',
            !!footer && 'screen__body--footer',
            (reading || playing) && 'screen__body--player',
          )}
        >
          <View>{demo && <Text className="screen__demo">演示数据：人名和组织都是编的</Text>}</View>
          {records ? <Recorded>{children}</Recorded> : children}
        </View>
        {footer ? (
          <View className="screen__footer">
            {player}
            <View className="screen__actions">{footer}</View>
          </View>
        ) : (
          // A place of its own: what begins to sound leaves the page out of the update.
          <View>{player}</View>
        )}
        {tab && <TabBar current={tab} onSwitch={switchTab} />}
        <Unsaved inset={top} records={records} />
        <View>
          <PrivacyAsk />
        </View>
      </View>
    </>
  )
}
