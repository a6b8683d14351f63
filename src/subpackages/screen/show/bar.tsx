import { Text, View } from '@tarojs/components'
import type { Part } from '@domain/branch/theme-day'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'

const NAMES: Record<Part, string> = { theme: '主题', article: '读', film: '看', questions: '答', end: '小结' }

const partName = (part: Part, heard: boolean) => (part === 'film' && heard ? '听' : NAMES[part])

interface Props {
  parts: readonly Part[]
  part: Part
  /** What is played is only heard. */
  heard: boolean
  /** How far within the part. */
  where: string
  /** What the next step does. */
  next: string
  onPart: (part: Part) => void
  onNext: () => void
  onBack: () => void
}

/** Below: where one is, and a step on or back. */
export function Bar({ parts, part, heard, where, next, onPart, onNext, onBack }: Props) {
  return (
    <View className="show__bar">
      <View
        id="screen-back"
        className={classNames('show__tool', part === parts[0] && 'show__tool--none')}
        onClick={onBack}
        {...a11y({ role: 'button' })}
      >
        ‹ 上一步
      </View>
      <View className="show__parts">
        {parts.map(it => (
          <View
            key={it}
            id={`part-${it}`}
            className={classNames('show__part', it === part && 'show__part--on')}
            onClick={() => onPart(it)}
            {...a11y({ role: 'button', label: it === part ? `${partName(it, heard)}，正在放` : undefined })}
          >
            {partName(it, heard)}
          </View>
        ))}
        <Text id="screen-where" className="show__about">
          {where}
        </Text>
      </View>
      <View
        id="screen-next"
        className={classNames('show__tool show__tool--main', part === 'end' && 'show__tool--none')}
        onClick={onNext}
        {...a11y({ role: 'button' })}
      >
        {next}
      </View>
    </View>
  )
}
