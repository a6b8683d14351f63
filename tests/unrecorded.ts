import { packCatalog, unpackCatalog, type PackedCatalog } from '../domain/catalog/packed-catalog'
import type { EpisodeVolume } from '../domain/catalog/types'

// Every episode of the feed has a recording, or will have: a test that wants one without takes it away itself.

/** The catalog as it would be had nobody recorded this episode. @throws Error when the feed has no such episode */
export function withoutRecording(packed: PackedCatalog, id: string): PackedCatalog {
  const catalog = unpackCatalog(packed)
  if (!catalog.episodes.find(it => it.id === id)) throw new Error(`the feed has no episode ${id}`)
  return packCatalog({
    ...catalog,
    episodes: catalog.episodes.map(({ media, ...it }) => (it.id === id || !media ? it : { ...it, media })),
  })
}

/** A volume likewise: nobody has said the sentences of this episode, so none has a time. */
export function withoutTimes({ episodes }: EpisodeVolume, id: string): EpisodeVolume {
  return { episodes: episodes.map(({ sentences, ...it }) => (it.id === id || !sentences ? it : { ...it, sentences })) }
}
