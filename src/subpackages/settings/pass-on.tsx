import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { CardSheet } from '@/layout/card-sheet/card-sheet'
import type { CardContent } from '@/platform/media/card-drawing'
import { copyText } from '@/platform/phone/clipboard'
import './pass-on.scss'

interface Props {
  /** Begins the ids of the two buttons. */
  id: string
  card: CardContent
}

/** The same words twice, to copy as text or to keep as a picture; nothing is sent by itself. */
export function PassOn({ id, card }: Props) {
  const [drawn, setDrawn] = useState<CardContent>()
  const [copied, setCopied] = useState<boolean>()
  const copy = () =>
    copyText([card.title, ...card.lines].join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <View>
      <View>
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warning'}>{copied ? '✓ 文字已经复制' : '没有复制成，请再试一次'}</Notice>
        )}
      </View>
      <View className="pass-on">
        <Button id={`${id}-copy`} onPress={() => void copy()}>
          复制文字
        </Button>
        <Button id={`${id}-card`} look="main" onPress={() => setDrawn(card)}>
          做成图片
        </Button>
      </View>
      <CardSheet content={drawn} onClose={() => setDrawn(undefined)} />
    </View>
  )
}
