import { create } from 'zustand'
import { spokenLines } from '@domain/catalog/spoken-lines'
import type { Availability } from '@domain/catalog/availability'
import { isOtherLength } from '@domain/catalog/other-length'
import type { EpisodeMeta } from '@domain/catalog/types'
import { secondsToFinish } from '@domain/progress/finish'
import { setSleep, sleepTick } from '@domain/progress/sleep-timer'
import { forMembers } from '@domain/text/for-members'
import { createAudio, type AudioEngine, type AudioEvent } from '@/platform/media/audio'
import { takeTurn } from '@/platform/media/audio-turn'
import { costsData } from '@/platform/phone/connection'
import { lockScreenCover } from '@/feed/covers'
import { readEpisode } from '@/feed/feed'
import { keptName } from '@/platform/files/kept-name'
import { now } from '@/platform/phone/clock'
import { joinErasure } from '@/storage/erasure'
import { createVoice, SPEAKS } from '@/platform/media/voice'
import { findEpisode, useCatalog } from './catalog'
import { asHeard, availabilityNow, ownVoice, useKept } from './kept'
import { startPlayedTime, useMember } from './member'
import { isSound, soundBefore, soundsAfter } from './play-order'
import type { PlayerStore } from './player-state'
import { useSettings } from './settings'
import { addressOf, failureWords, hasOtherFile, refuseOther } from '@/feed/sound-file'

/** Where to go on: the last second, or the beginning when it had been played to the end. */
export function resumeAt(episode: EpisodeMeta): number {
  const known = useMember.getState().progress.items[episode.id]?.position?.second ?? 0
  return known < episode.seconds - 3 ? known : 0
}

/** Where pressing play goes on: an episode that stands at its end begins anew. */
export function goesOnAt({
  status,
  position,
  duration,
}: Pick<PlayerStore, 'status' | 'position' | 'duration'>): number {
  return status === 'ended' || position >= duration ? 0 : position
}

const NOTHING = { episode: undefined, from: undefined, availability: undefined, after: undefined, sleep: undefined }

export const usePlayer = create<PlayerStore>((set, get) => {
  let played: ReturnType<typeof startPlayedTime> | undefined
  /** Counts starts, so that one overtaken by another while it prepares gives up. */
  let starts = 0
  /** Seconds of the host's file by the catalog; undefined while something else is played. */
  let listed: number | undefined
  const audio = createAudio((event, detail) => engine === audio && heard(event, detail))
  const voice = SPEAKS ? createVoice((event, detail) => engine === voice && heard(event, detail)) : undefined
  let engine: Omit<AudioEngine, 'load'> = audio
  /** Said at once: between a seek and a pause the engine may still tell that it waits. */
  const halt = () => {
    set({ status: 'paused' })
    engine.pause()
  }
  const silence = () => {
    const { status } = get()
    if (status === 'playing') halt()
    if (status === 'loading') get().stopWaiting()
  }

  function heard(event: AudioEvent, detail?: string): void {
    const { episode, status } = get()
    if (!episode) return
    if (event === 'next') return get().next()
    if (event === 'previous') return get().previous()
    if (event === 'begin') return void get().start(episode, seriesTitle(episode))
    if (listed !== undefined && isOtherLength(engine.duration(), listed)) return refuse(episode)
    // After the end some phones report second 0.
    const position = event === 'ended' ? get().duration : engine.position()
    const playing = event === 'play' || (event === 'time' && status === 'playing')
    played?.report(playing, position, { atOnce: event !== 'time', rate: useSettings.getState().rate })
    if (event === 'play') set({ status: 'playing', problem: undefined })
    if (event === 'pause' && status === 'playing') set({ status: 'paused' })
    // What was paused meanwhile waits for nothing.
    if (event === 'waiting' && status === 'playing') set({ status: 'loading' })
    if (event === 'error') void fail(episode, detail ?? '')
    // A second is as fine as anything on the screen shows.
    if ((event === 'time' || event === 'ended') && Math.floor(position) !== Math.floor(get().position))
      set({ position, duration: engine.duration() || get().duration })
    if (event === 'time' && status === 'loading') set({ status: 'playing' })
    countSleep(event === 'time' && get().status === 'playing')
    if (event === 'ended') end()
  }

  async function fail(episode: EpisodeMeta, detail: string): Promise<void> {
    const { availability } = get()
    // It was whole when it came, so the phone has damaged it since; the host has another.
    if (availability === 'download') void useKept.getState().drop([keptName(episode.media!)])
    // Whoever presses play meanwhile has the file fetched anew.
    played?.save()
    played = undefined
    const mine = starts
    set({ status: 'loading' })
    const problem = await failureWords(availability, detail, episode.media)
    // Another may have been begun, or this one given up, while the host was asked.
    if (mine === starts) set({ status: 'failed', problem })
  }

  /** The host's file is not this episode's: nothing of it is played or counted. */
  function refuse({ media }: EpisodeMeta): void {
    listed = undefined
    played = undefined
    engine.stop()
    set({ status: 'failed', problem: refuseOther(media!) })
  }

  /** The host is asked while the sound is on its way. */
  async function compare(episode: EpisodeMeta): Promise<void> {
    const loaded = played
    if ((await hasOtherFile(episode.media!)) && loaded && loaded === played) refuse(episode)
  }

  /** Another tab has gone on with what is paused here: it goes on from there. */
  async function followOther(): Promise<void> {
    await useMember.getState().settled()
    const { episode, status } = get()
    const known = episode && useMember.getState().progress.items[episode.id]?.position
    if (!known || !played?.keptElsewhere(known) || (status !== 'paused' && status !== 'ended')) return
    const position = resumeAt(episode)
    played.follow(position, known.second)
    engine.seek(position)
    set({ status: 'paused', position })
  }
  useMember.subscribe(({ progress }, before) => {
    if (progress !== before.progress) void followOther()
  })

  function countSleep(playing: boolean): void {
    const { sleep } = get()
    if (!sleep) return
    const { timer, over } = sleepTick(sleep, playing, now())
    set({ sleep: over ? undefined : timer })
    if (over) halt()
  }

  /** An episode has ended: stop if the sleep timer says so, else go on with the next. */
  function end(): void {
    const { sleep } = get()
    set({ status: 'ended' })
    if (sleep && sleep.left === undefined) return set({ sleep: undefined })
    // Where what was begun stops, the series does not go on by itself.
    if (get().after) follow()
    else if (useSettings.getState().autoplay) get().next()
  }

  /** Goes on with what was begun. @returns whether there is any more of it */
  function follow(): boolean {
    const { after } = get()
    set({ after: undefined })
    return after?.() ?? false
  }

  /** Gets the engine ready. @returns undefined when there is nothing to play */
  async function prepare(episode: EpisodeMeta, series: string, availability: Availability): Promise<() => void> {
    const { rate } = useSettings.getState()
    if (SPEAKS && voice && availability === 'voice') {
      const lines = spokenLines(await readEpisode(episode.id), episode.seconds)
      return () => {
        engine = voice
        voice.load({ lines }, get().position, rate)
      }
    }
    const file = await addressOf(episode, availability, useKept.getState().look, ownVoice(episode, availability)?.name)
    return () => {
      engine = audio
      const track = { ...file, title: episode.title, album: series, cover: lockScreenCover(episode) }
      audio.load(track, get().position, rate)
    }
  }

  return {
    status: 'idle',
    position: 0,
    duration: 0,
    queue: [],
    async start(episode, series, { voice: spoken = false, agreed = false, at, then, from } = {}) {
      const mine = ++starts
      // What was paused goes on as it was begun.
      if (then || get().episode?.id !== episode.id) set({ after: then })
      // What plays waits no more, however it was begun.
      get().unqueue(episode.id)
      if (!useKept.getState().files) await useKept.getState().known()
      const known = get()
      const same = known.episode?.id === episode.id
      // What plays goes on as it began, though a download may have come meanwhile.
      if (same && played && !spoken && known.status !== 'failed') {
        const begin = at ?? goesOnAt(known)
        if (at !== undefined || begin !== known.position) get().seek(begin)
        takeTurn(silence)
        return engine.play()
      }
      const availability = spoken ? 'voice' : availabilityNow(episode)
      if (availability === 'words') return
      played?.save()
      played = undefined
      listed = undefined
      engine.stop()
      // Set while nothing played, the sleep timer has counted nothing.
      countSleep(false)
      const heard = asHeard(episode, availability)
      const position = at ?? (same ? goesOnAt(known) : resumeAt(heard))
      set({ episode, from, availability, status: 'loading', problem: undefined, position, duration: heard.seconds })
      if (availability === 'host' && useSettings.getState().dataSaver && !agreed && (await costsData())) {
        if (mine === starts) set({ status: 'asking' })
        return
      }
      try {
        const load = await prepare(episode, series, availability)
        // Another episode may have been chosen while this one was coming.
        if (mine !== starts) return
        // A page may have handed over the episode as long as it is heard.
        const whole = findEpisode(useCatalog.getState().catalog, episode.id) ?? episode
        const seconds = secondsToFinish(heard.seconds, whole.seconds)
        played = startPlayedTime('listen', { id: episode.id, seconds }, position, availability === 'voice')
        load()
        if (availability === 'host') {
          listed = whole.seconds
          void compare(episode)
        }
        takeTurn(silence)
        engine.play()
      } catch (error) {
        if (mine !== starts) return
        console.warn('a sound could not be had', error)
        set({ status: 'failed', problem: forMembers((error as Error).message, '声音没有下载下来，请再试一次') })
      }
    },
    toggle() {
      const { status, episode } = get()
      if (status === 'playing') return halt()
      if (episode) void get().start(episode, seriesTitle(episode))
    },
    pause: silence,
    stopWaiting() {
      starts += 1
      halt()
    },
    seek(position) {
      played?.tick(get().status === 'playing', engine.position(), useSettings.getState().rate)
      const target = Math.max(0, Math.min(position, get().duration))
      engine.seek(target)
      // A voice starts at a sentence only.
      const landed = engine === voice ? engine.position() : target
      played?.jump(landed)
      set({ position: landed })
      // Whoever has gone back from the end is no longer at it.
      if (get().status === 'ended' && landed < get().duration) set({ status: 'paused' })
      played?.save()
    },
    skip: seconds => get().seek(engine.position() + seconds),
    next() {
      if (follow()) return
      const { episode, queue } = get()
      const next = queue.find(isSound) ?? (episode && soundsAfter(useCatalog.getState().catalog, episode)[0])
      if (!next) return
      void get().start(next, seriesTitle(next), { from: episode?.id })
    },
    previous() {
      const { episode } = get()
      const before = episode && soundBefore(useCatalog.getState().catalog, episode)
      if (before) void get().start(before, seriesTitle(before), { from: episode.id })
    },
    setRate(rate) {
      played?.tick(get().status === 'playing', engine.position(), useSettings.getState().rate)
      useSettings.getState().set({ rate })
      engine.setRate(rate)
    },
    setSleep(choice) {
      if (choice !== undefined) useSettings.getState().set({ sleep: choice })
      set({ sleep: choice === undefined ? undefined : setSleep(choice, now()) })
    },
    enqueue: episode => set(({ queue }) => ({ queue: [...queue.filter(it => it.id !== episode.id), episode] })),
    unqueue: id => set(({ queue }) => ({ queue: queue.filter(it => it.id !== id) })),
    save: () => played?.save(),
    close() {
      starts += 1
      played?.save()
      engine.stop()
      played = undefined
      set({ ...NOTHING, status: 'idle', position: 0 })
    },
  }
})
joinErasure(usePlayer, { stop: () => usePlayer.getState().close() })

function seriesTitle(episode: EpisodeMeta): string {
  return useCatalog.getState().catalog?.series.find(it => it.id === episode.series)?.title ?? ''
}
