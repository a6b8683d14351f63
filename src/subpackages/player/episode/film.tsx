import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Availability } from '@domain/catalog/availability'
import { isOtherLength } from '@domain/catalog/other-length'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { takeTurn } from '@/platform/media/audio-turn'
import { costsData } from '@/platform/phone/connection'
import { pauseFilm, playFilm, setFilmRate } from '@/platform/media/film'
import { keptName } from '@/platform/files/kept-name'
import { useFilm } from '@/stores/film'
import { useKept } from '@/stores/kept'
import { useMember } from '@/stores/member'
import { resumeAt, usePlayer } from '@/stores/player'
import { useOtherFile } from '@/hooks/other-file'
import { useQuery } from '@/hooks/query'
import { RATES, useSettings } from '@/stores/settings'
import { addressOf, failureWords, refuseOther } from '@/feed/sound-file'
import { useVoice } from '@/stores/voice'
import { CaptionBand, useCaption } from './film-captions'
import { FilmVideo } from './film-video'
import { useWatching } from './film-watching'
import { Speed } from './speed'
import { Tool } from './tool'
import './film.scss'

export { seekFilm } from '@/platform/media/film'

/** WeChat's video component knows these and no others. */
const FILM_RATES = process.env.TARO_ENV === 'weapp' ? [0.8, 1, 1.25, 1.5, 2] : RATES

interface Props {
  meta: EpisodeMeta
  series: string
  availability: Availability
  body?: EpisodeBody
}

/** A film: first where it comes from, then the picture. What the platform's own video element does is left to it. */
export function Film({ meta, series, availability, body }: Props) {
  const [failed, setFailed] = useState<string>()
  const [agreed, setAgreed] = useState(false)
  const saver = useSettings(state => state.dataSaver)
  const known = useMember(state => state.status !== 'loading')
  const able = useVoice(state => state.able)
  const asks = saver && availability === 'host'
  const costs = useQuery(`${asks}`, () => (asks ? costsData() : Promise.resolve(false)))
  const file = useQuery(`${meta.id} ${availability}`, () => addressOf(meta, availability, useKept.getState().look))
  const problem = failed ?? (file.status === 'failed' ? file.message : undefined)
  const asking = costs.status === 'ready' && costs.value && !agreed
  useAbsence(meta.id, problem !== undefined || asking)
  const refuse = () => setFailed(refuseOther(meta.media!))
  const again = async () => {
    // What has failed has another address by now; the old one would fail again.
    await file.reload()
    setFailed(undefined)
  }
  const played = availability === 'host' && !asking && file.status === 'ready' ? file.value.url : undefined
  useOtherFile(meta.media, played, refuse)
  if (problem !== undefined) {
    return (
      <View className="film-trouble">
        <Notice tone="warning" action={{ text: '再试一次', onPress: () => void again() }}>
          视频放不出来：{problem}。文稿在下面，可以先读。
        </Notice>
        {able && (
          <Button id="use-voice" onPress={() => void usePlayer.getState().start(meta, series, { voice: true })}>
            先用手机自己的声音读
          </Button>
        )}
      </View>
    )
  }
  if (asking) {
    return (
      <Notice action={{ text: '用流量看', onPress: () => setAgreed(true) }}>
        省流量开着，现在没有连 Wi-Fi。这一集约 {spellBytes(meta.media!.bytes)}。
      </Notice>
    )
  }
  // The picture's place is kept while its file and the member's place in it are being looked up.
  const ready = known && costs.status === 'ready' && file.status === 'ready'
  return (
    <Picture
      meta={meta}
      series={series}
      url={ready ? file.value.url : undefined}
      body={body}
      onLength={seconds => availability === 'host' && isOtherLength(seconds, meta.seconds) && refuse()}
      onFail={() => {
        void failureWords(availability, '文件打不开', meta.media).then(setFailed)
        if (availability === 'download') void useKept.getState().drop([keptName(meta.media!)])
      }}
    />
  )
}

/** Says that there is no film to jump in. */
function useAbsence(id: string, absent: boolean): void {
  useEffect(() => {
    if (!absent) return
    useFilm.setState({ absent: id })
    return () => useFilm.setState({ absent: undefined })
  }, [id, absent])
}

interface PictureProps {
  meta: EpisodeMeta
  series: string
  url?: string
  body?: EpisodeBody
  /** @param seconds of the film as it was opened */
  onLength: (seconds: number) => void
  onFail: () => void
}

/** Goes on where it was left; only seconds really played count. */
function Picture({ meta, series, url, body, onLength, onFail }: PictureProps) {
  // The speed that was chosen for what is heard, or what comes nearest to it.
  const wanted = useSettings(state => state.rate)
  const rate = FILM_RATES.reduce((best, it) => (Math.abs(it - wanted) < Math.abs(best - wanted) ? it : best))
  const captions = useSettings(state => state.captions)
  const set = useSettings(state => state.set)
  const [full, setFull] = useState(false)
  const [playing, setPlaying] = useState(false)
  // Fixed when the film comes: WeChat would jump to a new one.
  const from = useRef<number>()
  if (url !== undefined) from.current ??= resumeAt(meta)
  const watching = useWatching(meta, from.current ?? 0, rate)
  const caption = useCaption({ meta, body, on: captions, full })
  return (
    <View className="film-part">
      <View className="film">
        {url !== undefined && (
          <FilmVideo
            id="film"
            className="film__video"
            src={url}
            title={meta.title}
            series={series}
            from={from.current ?? 0}
            onPlay={() => {
              takeTurn(pauseFilm)
              setFilmRate(rate)
              setPlaying(true)
              watching.follow(true)
            }}
            onPause={() => {
              setPlaying(false)
              watching.stop()
            }}
            onEnded={() => {
              setPlaying(false)
              watching.stop(meta.seconds)
            }}
            onLength={onLength}
            onSecond={second => watching.reach(second)}
            onFull={setFull}
            onError={() => {
              watching.stop()
              onFail()
            }}
          >
            {process.env.TARO_ENV === 'weapp' && (
              <View className="film__captions">
                {full && caption && <Text className="film__caption">{caption}</Text>}
              </View>
            )}
          </FilmVideo>
        )}
      </View>
      <View>{captions && <CaptionBand words={caption} />}</View>
      <View className="film-tools">
        <View className="film-tools__one">
          <Tool
            id="film-toggle"
            icon={playing ? 'pause' : 'play'}
            label={playing ? '暂停' : '播放'}
            disabled={url === undefined}
            onPress={playing ? pauseFilm : playFilm}
          />
        </View>
        <View className="film-tools__one">
          <Tool
            id="captions"
            figure={captions ? '开着' : '关着'}
            label="字幕"
            name={captions ? '开着字幕，点一下不要' : '关着字幕，点一下显示'}
            onPress={() => set({ captions: !captions })}
          />
        </View>
        <View className="film-tools__one">
          <Speed
            rate={rate}
            rates={FILM_RATES}
            onChoose={value => {
              watching.follow(watching.playing())
              setFilmRate(value)
              set({ rate: value })
            }}
          />
        </View>
      </View>
    </View>
  )
}
