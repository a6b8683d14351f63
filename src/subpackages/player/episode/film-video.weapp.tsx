import { Video } from '@tarojs/components'
import type { FilmVideoProps } from './film-video'

export function FilmVideo({ from, onSecond, ...rest }: FilmVideoProps) {
  return (
    <Video
      {...rest}
      initialTime={from}
      controls
      showFullscreenBtn
      onTimeUpdate={event => onSecond(event.detail.currentTime)}
    />
  )
}
