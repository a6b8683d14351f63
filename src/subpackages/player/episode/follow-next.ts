import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { replace, routes } from '@/navigation'
import { usePlayer } from '@/stores/player'

/** The page of the episode that played turns to the one that took its place, at once or when it is seen again. */
export function useFollowNext(id: string): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const played = useRef(false)
  const next = usePlayer(({ episode, from }) => (from === id ? episode?.id : undefined))
  if (usePlayer(({ episode }) => episode?.id) === id) played.current = true
  useEffect(() => {
    // Whoever opens the page of an earlier episode meanwhile wants that one.
    if (next && shown && played.current) replace(routes.episode(next))
  }, [next, shown])
}
