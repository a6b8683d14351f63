import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { NAME_LIMIT } from '@domain/contract/room-limits'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { useSession } from '@/stores/session'

interface Props {
  /** From what was scanned, or typed before. */
  code?: string
  name?: string
  onEnter: (code: string, name: string) => void
}

/** Typed digits, also wide ones and with spaces in between. */
const digitsOf = (text: string) =>
  text.replace(/[０-９]/g, wide => String(wide.charCodeAt(0) - 0xff10)).replace(/\D/g, '')

/** Which room, and how one is called there: one's own name where it is known, or any other. */
export function Door({ code: known, name: called, onEnter }: Props) {
  const own = useSession(state => state.me?.name)
  const [code, setCode] = useState(known ?? '')
  const [name, setName] = useState(called)
  const shown = name ?? own ?? ''
  const digits = digitsOf(code)
  const ready = digits.length === 6 && shown.trim() !== ''
  return (
    <View className="room-door">
      <Section title="大屏幕上的六位数字">
        <Input
          id="room-code"
          className="field"
          type="number"
          value={code}
          maxlength={6}
          placeholder="六位数字"
          onInput={event => setCode(event.detail.value)}
          {...a11y({ label: '大屏幕上的六位数字' })}
        />
      </Section>
      <Section title="在这一场里叫什么">
        <Input
          id="room-name"
          className="field"
          value={shown}
          maxlength={NAME_LIMIT}
          placeholder="名字，或者大家认得的称呼"
          confirmType="go"
          onInput={event => setName(event.detail.value)}
          onConfirm={() => ready && onEnter(digits, shown)}
          {...a11y({ label: '在这一场里的名字' })}
        />
        <View className="room-note">名字和答案只在这一场里用，散场就删；不进您的学习记录，支部也看不到。</View>
      </Section>
      <Button id="room-enter" look="main" disabled={!ready} onPress={() => onEnter(digits, shown)}>
        进现场
      </Button>
    </View>
  )
}
