import { create } from 'zustand'
import { availabilityOf, type Availability } from '@domain/catalog/availability'
import { ownAmong, type OwnRecording } from '@domain/catalog/own-recording'
import type { EpisodeMeta } from '@domain/catalog/types'
import { hostAddress, isPackaged } from '@/feed/media'
import { joinErasure } from '@/storage/erasure'
import { dropKept, listKept } from '@/platform/files/kept-files'
import { keptName, type KeptFile } from '@/platform/files/kept-name'
import { useVoice } from './voice'

interface KeptStore {
  /** Undefined until it has been looked at. */
  files?: KeptFile[]
  names: ReadonlySet<string>
  /** Resolves once it is known what is kept; looks only the first time. */
  known(): Promise<void>
  /** Looks again at what is there. */
  look(): Promise<void>
  drop(names: string[]): Promise<void>
}

/** What has been downloaded. */
export const useKept = create<KeptStore>((set, get) => {
  let looked: Promise<void> | undefined
  return {
    names: new Set(),
    known: () => (looked ??= get().look()),
    look: async () => {
      // Without a store there are no downloads; nothing else depends on it.
      const files = await listKept().catch(() => [])
      set({ files, names: new Set(files.map(file => file.name)) })
    },
    drop: async names => {
      for (const name of names) await dropKept(name)
      await get().look()
    },
  }
})
joinErasure(useKept, {
  after: async () => {
    await useKept.getState().look()
    await useKept.getState().drop([...useKept.getState().names])
  },
})

/** The best way to an episode, with these files kept and a voice that is or is not `able`. */
export function availabilityWith(names: ReadonlySet<string>, able: boolean, episode: EpisodeMeta): Availability {
  return availabilityOf(episode, {
    own: ownAmong(names, episode.id, 'own') !== undefined,
    packaged: isPackaged,
    kept: media => names.has(keptName(media)),
    hosted: media => hostAddress(media) !== undefined,
    voice: able,
  })
}

/** The best way to an episode now. */
export function availabilityNow(episode: EpisodeMeta): Availability {
  return availabilityWith(useKept.getState().names, useVoice.getState().able, episode)
}

/** The member's own recording of an episode, where it is what is heard. */
export function ownVoice({ id }: EpisodeMeta, availability: Availability | undefined): OwnRecording | undefined {
  return availability === 'own' ? ownAmong(useKept.getState().names, id, 'own') : undefined
}

/** An episode as long as it is here: one's own voice has a pace of its own. */
export function asHeard(episode: EpisodeMeta, availability: Availability | undefined): EpisodeMeta {
  const own = ownVoice(episode, availability)
  return own ? { ...episode, seconds: own.seconds } : episode
}
