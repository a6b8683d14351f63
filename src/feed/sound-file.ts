import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMedia, EpisodeMeta } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import { askHost } from '@/platform/files/host-answer'
import { refusalWords } from '@/platform/files/host-words'
import { openKept } from '@/platform/files/kept-files'
import { keptName } from '@/platform/files/kept-name'
import { hostAddress, openPackaged } from './media'

/**
 * The address of an episode's file, ready to be opened, and whether it is a host's: WeChat plays only those in the background.
 * @param lost called when the file that was downloaded is there no more
 * @param own the name of the member's own recording, to be opened instead
 * @throws Error why it cannot be had, for the member
 */
export async function addressOf(
  episode: EpisodeMeta,
  availability: Availability,
  lost: () => Promise<void>,
  own?: string,
): Promise<{ url: string; remote: boolean }> {
  if (own !== undefined) {
    const url = await openKept(own)
    if (url) return { url, remote: false }
    await lost()
    throw new Error('您录的这一段不见了，可能是手机清理过；再点一次就放节目原来的录音')
  }
  const media = episode.media!
  if (availability === 'package') return { url: await openPackaged(media.file), remote: false }
  if (availability === 'download') {
    const url = await openKept(keptName(media))
    if (url) return { url, remote: false }
    await lost()
    throw new Error('下载的文件不见了，可能是手机清理过；再点一次就从网上放')
  }
  return { url: hostAddress(media)!, remote: true }
}

/** What to say when a file would not play. A host is asked what is wrong with it: not every failure is the network's. */
export async function failureWords(
  availability: Availability | undefined,
  detail: string,
  media?: EpisodeMedia,
): Promise<string> {
  if (availability === 'download') return '下载的这一集坏了，已经删掉；有网络时可以直接听，或者再下载一次'
  if (availability !== 'host') return forMembers(detail, '声音放不出来，请再试一次')
  const address = media && hostAddress(media)
  const answer = address === undefined ? undefined : await askHost(address)
  if (!answer) return '连不上放节目的服务器，可能是没有网络'
  if (answer.status >= 400) return refusalWords(answer.status)
  if (answer.page) return '连着的网络要先登录才能用，登录以后再试'
  return forMembers(detail, '文件打不开')
}
