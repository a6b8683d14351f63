import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMeta } from '@domain/catalog/types'
import { DOT } from '@/components/dot'
import { spellBytes } from '@/components/bytes'
import { spellSeconds } from '@/components/duration'

/** Which of the ways it is, in words: a recording and where it lies, the phone's own voice, or the script alone. */
export function howItIsHeard(meta: EpisodeMeta, availability: Availability): string {
  const { media } = meta
  // A recording may have been made and lie on no host that this app knows of.
  if (availability === 'own') return `${spellSeconds(meta.seconds)}${DOT}我讲的${DOT}只在这部手机上`
  const none = media ? '录音还没有放上来' : '还没有录音'
  if (availability === 'words') return `${none}，这部手机也不会朗读：请看文稿，读完也算学完`
  if (availability === 'voice' || !media) return `约 ${spellSeconds(meta.seconds)}${DOT}${none}，由手机自己的声音朗读`
  const where = {
    package: '小程序自带，不用下载',
    download: '已下载，没有网络也能放',
    host: `要联网，约 ${spellBytes(media.bytes)}`,
  }
  return `${spellSeconds(meta.seconds)}${DOT}${media.label}${DOT}${where[availability]}`
}
