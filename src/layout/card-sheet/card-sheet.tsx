import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { CARD, type CardContent } from '@/platform/media/card-drawing'
import { cardImage, saveCard } from '@/platform/media/card-image'
import { useQuery } from '@/hooks/query'
import './card-sheet.scss'

/** px on the screen, whatever the picture has. */
const WIDTH = 280

/** A picture to pass on, drawn on the phone; nothing leaves it until the member sends it. */
export function CardSheet({ content, onClose }: { content?: CardContent; onClose: () => void }) {
  const picture = useQuery(content ? JSON.stringify(content) : '', () =>
    content ? cardImage(content) : Promise.resolve(''),
  )
  const [outcome, setOutcome] = useState<string>()
  useEffect(() => setOutcome(undefined), [content])
  if (!content) return null
  const save = () =>
    saveCard(picture.status === 'ready' ? picture.value : '').then(
      () => setOutcome('✓ 已经保存'),
      () => setOutcome('没有保存成：可能没有允许访问相册，长按图片也可以保存'),
    )
  return (
    <Sheet open title="分享图" onClose={onClose}>
      {picture.status === 'failed' && <Failed {...picture} />}
      {picture.status === 'ready' && picture.value && (
        <View>
          <View
            {...a11y({
              role: 'img',
              label: [content.year, content.title, ...content.lines].filter(Boolean).join('，'),
            })}
          >
            <Image
              id="card-image"
              className="card-image"
              style={{ width: `${WIDTH}px`, height: `${Math.round((CARD.height / CARD.width) * WIDTH)}px` }}
              mode="aspectFit"
              src={picture.value}
              showMenuByLongpress
              {...a11y({ hidden: true })}
            />
          </View>
          {outcome && <Notice>{outcome}</Notice>}
          <Button id="card-save" look="main" onPress={() => void save()}>
            保存图片
          </Button>
        </View>
      )}
    </Sheet>
  )
}
