import { ownRecording } from '@domain/catalog/own-recording'
import type { Catalog, EpisodeMeta } from '@domain/catalog/types'
import { keptName, type KeptFile } from '@/platform/files/kept-name'
import { canDownload } from '@/stores/downloads'

/** A kept file, and the episode it belongs to; none when the episode has since been spoken anew or withdrawn. */
export interface KeptRow extends KeptFile {
  episode?: EpisodeMeta
}

/** What is kept, in the order of the catalog, what belongs to nothing last. */
export function keptRows(catalog: Catalog, files: readonly KeptFile[]): KeptRow[] {
  const order = new Map(catalog.episodes.flatMap((it, i) => (it.media ? [[keptName(it.media), i] as const] : [])))
  const place = (file: KeptFile) => order.get(file.name) ?? catalog.episodes.length
  return files
    .filter(file => !ownRecording(file.name))
    .sort((a, b) => place(a) - place(b))
    .map(file => ({ ...file, episode: catalog.episodes[place(file)] }))
}

/** What of a series can still be downloaded. */
export function downloadable(catalog: Catalog, series: string, names: ReadonlySet<string>): EpisodeMeta[] {
  return catalog.episodes.filter(it => it.series === series && canDownload(it, names))
}

export const bytesOf = (episodes: readonly EpisodeMeta[]): number =>
  episodes.reduce((sum, it) => sum + (it.media?.bytes ?? 0), 0)
