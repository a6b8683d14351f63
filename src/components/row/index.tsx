import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { withDots } from '../line-breaks'
import { inPieces } from '../pieces'
import './index.scss'

interface Props {
  title: string
  /** The kind of the thing in one character or two: 读, 听, 看, 答. */
  kind?: string
  /** Address of a drawing before the words, in the place of the kind; '' while it is on its way. It is decoration. */
  picture?: string
  /** In a list of drawings: without one the kind stands in a place as wide. */
  drawings?: boolean
  /** What it costs or holds: 4 分钟. Moves under the title in large type. */
  meta?: ReactNode
  note?: ReactNode
  done?: boolean
  /** 0–1: a hairline under the words fills so far. */
  share?: number
  id?: string
  onPress?: () => void
  /** Only where the words on it do not say enough. */
  label?: string
}

/** A line of a list between hairlines. */
export function Row({ title, kind, picture, drawings, meta, note, done, share, id, onPress, label }: Props) {
  const shownKind = picture === undefined && kind
  // The words on it are its name; the sign of what is done has none, so that it is spelt out then.
  const spelt = [shownKind, title, typeof note === 'string' ? note : '', typeof meta === 'string' ? meta : '', '已学完']
    .filter(Boolean)
    .join('，')
  const name = label ?? (done ? spelt : undefined)
  return (
    <View
      id={id}
      className={classNames(
        'row',
        !!onPress && (kind ? 'row--link' : 'row--way'),
        share !== undefined && 'row--shared',
        (picture !== undefined || drawings) && 'row--pictured',
      )}
      hoverClass={onPress ? 'row--pressed' : 'none'}
      onClick={onPress}
      {...a11y(onPress ? { role: 'link', label: name } : {})}
    >
      {picture !== undefined && <Image className="row__picture" src={picture} {...a11y({ hidden: true })} />}
      {shownKind && <Text className="row__kind">{shownKind}</Text>}
      <View className="row__words">
        <Text className="row__title">{withDots(title)}</Text>
        {/* Bare words: a node more in every row is much on WeChat. */}
        {typeof note === 'string' ? inPieces(note) : note && <Text>{note}</Text>}
      </View>
      {(done || meta !== undefined) && (
        <View className={classNames('row__meta', done && 'row__done')}>
          {typeof meta === 'string' ? inPieces(meta) : meta}
          {done && <Icon name="check" />}
        </View>
      )}
      {share !== undefined && (
        <View className="row__track">
          <View className="row__fill" style={{ width: `${Math.round(share * 100)}%` }} />
        </View>
      )}
    </View>
  )
}
