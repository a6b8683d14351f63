import { create } from 'zustand'
import type { Catalog, EpisodeMeta } from '@domain/feed/types'
import { playTick, startPlayback, takePlayed, type PlaybackState } from '@domain/progress/playback'
import { setSleep, sleepTick, type SleepChoice, type SleepTimer } from '@domain/progress/sleep-timer'
import { createAudio, type AudioEvent } from '@/services/audio'
import { mediaPlace, mediaReady } from '@/services/media'
import { now } from '@/services/stamper'
import { useCatalog } from './catalog'
import { recordPlaying, useMember } from './member'
import { useSettings } from './settings'

/** How often played time becomes a durable event while playing, in milliseconds. */
const SAVE_EVERY = 5_000

interface PlayerStore {
  episode?: EpisodeMeta
  status: 'idle' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed'
  /** Why it does not play. */
  problem?: string
  /** Seconds. */
  position: number
  duration: number
  /** What comes after this episode: what the member put there, else the rest of the series. */
  queue: EpisodeMeta[]
  sleep?: SleepTimer
  start(episode: EpisodeMeta, series: string): Promise<void>
  toggle(): void
  seek(position: number): void
  skip(seconds: number): void
  setRate(rate: number): void
  setSleep(choice: SleepChoice | undefined): void
  enqueue(episode: EpisodeMeta): void
  unqueue(id: string): void
  close(): void
}

let tally: PlaybackState | undefined
let savedAt = 0

/** Where to go on: the last second, or the beginning when it had been played to the end. */
export function resumeAt(episode: EpisodeMeta): number {
  const known = useMember.getState().progress.items[episode.id]?.position?.second ?? 0
  return known < episode.seconds - 3 ? known : 0
}

/** The episodes that follow in the same series and can be played. */
export function followers(catalog: Catalog | undefined, episode: EpisodeMeta): EpisodeMeta[] {
  const series = catalog?.episodes.filter(it => it.series === episode.series && mediaPlace(it).from !== 'none') ?? []
  return series.filter(it => it.number > episode.number)
}

export const usePlayer = create<PlayerStore>((set, get) => {
  const audio = createAudio(heard)

  function heard(event: AudioEvent, detail?: string): void {
    const { episode } = get()
    if (!episode) return
    const playing = event === 'time' ? get().status === 'playing' : event === 'play'
    tick(playing)
    const position = audio.position()
    if (event === 'play') set({ status: 'playing', problem: undefined })
    if (event === 'pause' && get().status === 'playing') set({ status: 'paused' })
    if (event === 'waiting') set({ status: 'loading' })
    if (event === 'error') set({ status: 'failed', problem: detail })
    if (event === 'time') {
      // A second is as fine as anything on the screen shows.
      if (Math.floor(position) !== Math.floor(get().position))
        set({ position, duration: audio.duration() || get().duration })
      if (get().status === 'loading') set({ status: 'playing' })
    }
    if (event !== 'time' || now() - savedAt > SAVE_EVERY) save()
    countSleep(event === 'time' && get().status === 'playing')
    if (event === 'ended') goOn()
  }

  function countSleep(playing: boolean): void {
    const { sleep } = get()
    if (!sleep) return
    const { timer, over } = sleepTick(sleep, playing, now())
    set({ sleep: over ? undefined : timer })
    if (over) audio.pause()
  }

  /** An episode has ended: stop if the sleep timer says so, else go on with the next. */
  function goOn(): void {
    const { episode, queue, sleep } = get()
    set({ status: 'ended' })
    if (sleep && sleep.left === undefined) return set({ sleep: undefined })
    if (!episode || !useSettings.getState().autoplay) return
    const { catalog } = useCatalog.getState()
    const next = queue[0] ?? followers(catalog, episode)[0]
    if (!next) return
    set({ queue: queue.slice(1) })
    void get().start(next, catalog?.series.find(it => it.id === next.series)?.title ?? '')
  }

  function tick(playing: boolean): void {
    const at = { playing, position: audio.position(), rate: useSettings.getState().rate, now: now() }
    if (tally) tally = playTick(tally, at)
  }

  function save(): void {
    const { episode } = get()
    if (!tally || !episode) return
    savedAt = now()
    const taken = takePlayed(tally)
    tally = taken.state
    void recordPlaying('listen', episode.id, taken.stretches, episode.seconds)
  }

  return {
    status: 'idle',
    position: 0,
    duration: 0,
    queue: [],
    async start(episode, series) {
      const place = mediaPlace(episode)
      if (place.from === 'none') return
      const { episode: loaded, status } = get()
      const same = loaded?.id === episode.id
      if (same && status !== 'failed') {
        if (status === 'ended') audio.seek(0)
        return audio.play()
      }
      if (!same) save()
      const position = same ? get().position : resumeAt(episode)
      set({ episode, status: 'loading', problem: undefined, position, duration: episode.seconds })
      try {
        if (place.from === 'bundle') await mediaReady(episode.media!.file)
      } catch (error) {
        const { errMsg, message } = error as { errMsg?: string; message?: string }
        set({ status: 'failed', problem: `声音没有下载下来（${errMsg ?? message}）` })
        return
      }
      // Another episode may have been chosen while this one was coming.
      if (get().episode?.id !== episode.id) return
      tally = startPlayback(position, now())
      const track = { url: place.url, title: episode.title, album: series, remote: place.from === 'host' }
      audio.load(track, position, useSettings.getState().rate)
      audio.play()
    },
    toggle: () => (get().status === 'playing' ? audio.pause() : audio.play()),
    seek(position) {
      tick(get().status === 'playing')
      const target = Math.max(0, Math.min(position, get().duration))
      audio.seek(target)
      set({ position: target })
      save()
    },
    skip: seconds => get().seek(audio.position() + seconds),
    setRate(rate) {
      tick(get().status === 'playing')
      useSettings.getState().set({ rate })
      audio.setRate(rate)
    },
    setSleep(choice) {
      if (choice !== undefined) useSettings.getState().set({ sleep: choice })
      set({ sleep: choice === undefined ? undefined : setSleep(choice, now()) })
    },
    enqueue: episode => set(({ queue }) => ({ queue: [...queue.filter(it => it.id !== episode.id), episode] })),
    unqueue: id => set(({ queue }) => ({ queue: queue.filter(it => it.id !== id) })),
    close() {
      save()
      audio.stop()
      tally = undefined
      set({ episode: undefined, status: 'idle', position: 0, sleep: undefined })
    },
  }
})

/** Saves what has been played so far: the app is about to be hidden or closed. */
export function savePlaying(): void {
  const { episode } = usePlayer.getState()
  if (!tally || !episode) return
  const taken = takePlayed(tally)
  tally = taken.state
  void recordPlaying('listen', episode.id, taken.stretches, episode.seconds)
}
