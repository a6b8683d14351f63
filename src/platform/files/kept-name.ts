import type { EpisodeMedia } from '@domain/catalog/types'

/** A downloaded file as it lies on the phone. */
export interface KeptFile {
  /** `<first 16 hex digits of its sha-256>-<file>`: another version of an episode is another name. */
  name: string
  bytes: number
}

/** The name under which this very version is kept. */
export function keptName({ file, sha256 }: Pick<EpisodeMedia, 'file' | 'sha256'>): string {
  return `${sha256.slice(0, 16)}-${file}`
}
