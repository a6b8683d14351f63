import { View } from '@tarojs/components'
import { objectSvg, type DrawnObject } from '@domain/catalog/objects'
import { COLOURS } from '@/styles/tokens'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { svgUrl } from '../heat-map/svg'
import './index.scss'

interface Props {
  object: DrawnObject
  theme: 'light' | 'dark'
  className?: string
}

/** Units of the drawing: two px on a picture as wide as a thumb. */
const LINE = 3.4

/** The thing that a story turns on, in one line and one red; the words beside it say what it is about. */
export function Drawing({ object, theme, className }: Props) {
  const { ink, red } = COLOURS[theme]
  return (
    <View
      className={classNames('drawing', className)}
      style={{ backgroundImage: svgUrl(objectSvg(object, LINE, { ink, red })) }}
      {...a11y({ hidden: true })}
    />
  )
}
