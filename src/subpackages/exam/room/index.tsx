import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PhoneView } from '@domain/contract/room'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Screen } from '@/layout/screen'
import { hasService } from '@/api/client'
import { useRoom } from '@/hooks/room'
import { readRoomKey } from '@/storage/room-keys'
import { Door } from './door'
import { Round } from './round'
import './index.scss'

/** 现场答题 on a phone: six digits and a name, then whatever the big screen asks. No account. */
export default function RoomPage() {
  const { code: asked } = useRouter().params
  const [into, setInto] = useState<{ code: string; name?: string } | undefined>(() => cameBack(asked))
  // What was typed stays, if it was refused.
  const [typed, setTyped] = useState<{ code: string; name: string }>()
  const [told, setTold] = useState<string>()
  // Another page of this phone has the place of this one.
  const [elsewhere, setElsewhere] = useState<string>()
  const room = useRoom<PhoneView>({
    role: 'room/phone',
    ...into,
    onRefused: (code, message) => {
      setInto(undefined)
      if (code === 'busy') setElsewhere(into?.code)
      else setTold(message)
    },
  })
  const enter = (code: string, name: string) => {
    setTold(undefined)
    setTyped({ code, name })
    setInto({ code, name })
  }
  return (
    <Screen title="现场答题" quiet>
      {!hasService() && <Empty title="这里进不了现场" hint="请用手机浏览器扫大屏幕上的二维码" />}
      <View>{told && <Notice tone="warning">{told}</Notice>}</View>
      {elsewhere !== undefined && (
        <Empty
          title="这一场在这部手机的别的页面里打开了"
          hint="一部手机在一场里是一个人。两个人一起答，请各用一部手机"
          action={{
            text: '在这一页接着答',
            onPress: () => {
              setElsewhere(undefined)
              setInto({ code: elsewhere })
            },
          }}
        />
      )}
      {hasService() && !into && elsewhere === undefined && (
        <Door code={typed?.code ?? asked} name={typed?.name} onEnter={enter} />
      )}
      {into && !room.view && <Empty title="正在进来…" hint="连不上的话，看看是不是和大屏幕在同一个 Wi-Fi" />}
      <View>
        {room.view && !room.there && <Notice tone="warning">线断了，正在重新连。您答过的都在，不用做什么。</Notice>}
      </View>
      {room.view && <Round room={room} view={room.view} />}
    </Screen>
  )
}

/** The room that this phone is in already: of the code in the address, or the last one. */
function cameBack(asked: string | undefined): { code: string } | undefined {
  const kept = readRoomKey('room/phone')
  return kept && (asked === undefined || asked === kept.code) ? { code: kept.code } : undefined
}
