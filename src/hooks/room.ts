import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { FromHost, FromPhone, RefusalCode } from '@domain/contract/room'
import { linkRoom, type RoomLink } from '@/api/room'
import { keepAwake } from '@/platform/phone/keep-awake'
import { monotonicNow } from '@/platform/phone/phone'
import { keepRoomKey, readRoomKey, type RoomKey, type RoomRole } from '@/storage/room-keys'

export interface InRoom<View> {
  view?: View
  /** The line is there; while it is not, the last view stays in sight. */
  there: boolean
  /** When the view came, by a clock that only goes forward, milliseconds. */
  at: number
  say: (message: FromPhone | FromHost) => void
}

interface Options {
  role: RoomRole
  /** Into which room, or nothing yet. */
  code?: string
  /** The first time: a phone's name. A screen has a key already. */
  name?: string
  onRefused: (code: RefusalCode, message: string) => void
}

/** Is in a room as long as the page is open, over reloads and broken lines. */
export function useRoom<View>({ role, code, name, onRefused }: Options): InRoom<View> {
  const [state, setState] = useState<{ view?: View; there: boolean; at: number }>({ there: false, at: 0 })
  const link = useRef<RoomLink>()
  const refused = useRef(onRefused)
  refused.current = onRefused
  useEffect(() => {
    if (code === undefined) return
    let key = own(readRoomKey(role), code)?.key
    // What was typed is the name of whoever was in before as well: a phone is one person.
    let named = name === undefined
    const hello = () => {
      if (role === 'room/screen') return { t: 'host' as const, code, key: key ?? '' }
      if (key && named) return { t: 'back' as const, code, key }
      return { t: 'join' as const, code, name: name ?? '', ...(key !== undefined && { key }) }
    }
    const line = linkRoom<View>(hello, {
      onView: view => {
        named = true
        setState({ view, there: true, at: monotonicNow() })
      },
      onKey: made => {
        key = made
        keepRoomKey(role, { code, key: made })
      },
      onLine: there => setState(before => ({ ...before, there })),
      onRefused: (why, message) => {
        setState({ there: false, at: 0 })
        if (why === 'removed' || why === 'over' || why === 'wrong') keepRoomKey(role, undefined)
        refused.current(why, message)
      },
    })
    link.current = line
    keepAwake('room', true)
    return () => {
      keepAwake('room', false)
      line.close()
      setState({ there: false, at: 0 })
    }
  }, [role, code, name])
  useDidShow(() => link.current?.wake())
  return { ...state, say: message => link.current?.say(message) }
}

const own = (kept: RoomKey | undefined, code: string) => (kept?.code === code ? kept : undefined)

/** Whole seconds to the end of what is open, counted here from when the view came; undefined where nothing ends. */
export function useSecondsLeft(left: number | undefined, at: number, paused: boolean): number | undefined {
  const [, tick] = useState(0)
  const open = left !== undefined && !paused
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => tick(n => n + 1), 1000)
    return () => clearInterval(timer)
  }, [open])
  return left === undefined ? undefined : Math.max(0, Math.ceil((left - (monotonicNow() - at)) / 1000))
}
