import { Video } from '@tarojs/components'
import type { FilmVideoProps } from './film-video'

/** WeChat's own large button would lie on the title; the page has one below the picture. */
export function FilmVideo({ from, series: _series, onLength, onSecond, onFull, ...rest }: FilmVideoProps) {
  return (
    <Video
      {...rest}
      initialTime={from}
      controls
      showFullscreenBtn
      showCenterPlayBtn={false}
      onTimeUpdate={({ detail }) => {
        onLength(detail.duration)
        onSecond(detail.currentTime)
      }}
      onFullscreenChange={event => onFull(!!event.detail.fullScreen)}
    />
  )
}
