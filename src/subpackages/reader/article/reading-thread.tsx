import { View } from '@tarojs/components'
import { useEffect, useState, type MutableRefObject } from 'react'
import { Knot } from '@/components/thread/knot'
import './reading-thread.scss'

/** Takes the knot so many px down from the top of the body. */
export type MoveKnot = (line: number) => void

interface Props {
  move: MutableRefObject<MoveKnot | undefined>
  /** The article is finished. */
  done: boolean
}

/**
 * The thread in the margin: red as far as one has read, whole once it is finished, and a loose knot where the eyes are. It
 * keeps its own place, so that a step of the knot leaves the paragraphs out of the update.
 */
export function ReadingThread({ move, done }: Props) {
  const [line, setLine] = useState(0)
  useEffect(() => {
    move.current = setLine
    return () => {
      move.current = undefined
    }
  }, [move])
  return (
    <View className={done ? 'reading-thread reading-thread--done' : 'reading-thread'}>
      <View className="reading-thread__knot" style={line > 0 ? { transform: `translateY(${line}px)` } : undefined}>
        <Knot kind="loop" />
      </View>
    </View>
  )
}
