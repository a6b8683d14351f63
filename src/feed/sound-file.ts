import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMedia, EpisodeMeta } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import { askHost } from '@/platform/files/host-answer'
import { LOGIN_FIRST, refusalWords } from '@/platform/files/host-words'
import { openKept } from '@/platform/files/kept-files'
import { keptName } from '@/platform/files/kept-name'
import { hostAddress, openPackaged } from './media'

/** How often a host's file has failed since the app was started. */
const failures = new Map<string, number>()

/** What is played next of this file is fetched anew. */
function countFailure({ file }: EpisodeMedia): void {
  failures.set(file, (failures.get(file) ?? 0) + 1)
}

/** After a failure the host's file has another address: a browser and WeChat keep what came under the first, be it empty or broken. */
export function freshAddress(media: EpisodeMedia): string {
  const address = hostAddress(media)!
  const failed = failures.get(media.file)
  return failed === undefined ? address : `${address}?again=${failed}`
}

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
  return { url: freshAddress(media), remote: true }
}

/** What to say when a file would not play. A host is asked what is wrong with it: not every failure is the network's. */
export async function failureWords(
  availability: Availability | undefined,
  detail: string,
  media?: EpisodeMedia,
): Promise<string> {
  if (availability === 'download') return '下载的这一集坏了，已经删掉；有网络时可以直接听，或者再下载一次'
  if (availability !== 'host') return forMembers(detail, '声音放不出来，请再试一次')
  if (media) countFailure(media)
  const answer = media && (await askHost(freshAddress(media)))
  if (!answer) return '连不上放节目的服务器，可能是没有网络'
  if (answer.status >= 400) return refusalWords(answer.status)
  if (answer.page) return LOGIN_FIRST
  return isOther(answer.bytes, media.bytes) ? OTHER_FILE : forMembers(detail, '文件打不开')
}

/** The host has something else under the name of this episode: another's file, half of it, or a newer one. */
const OTHER_FILE = '放节目的服务器上的文件和目录里记的不一样，可能节目更新过：关掉重新打开再试'

/** That is told, and the file fetched anew when it is tried again. @returns what to say */
export function refuseOther(media: EpisodeMedia): string {
  countFailure(media)
  return OTHER_FILE
}

const isOther = (bytes: number | undefined, listed: number) => bytes !== undefined && bytes !== listed

/**
 * Whether the host has another file than the catalog's, by its bytes. Asked while the sound is on its way, so that nobody waits for it;
 * where the host does not say, its length decides (domain/catalog/other-length).
 */
export async function hasOtherFile(media: EpisodeMedia): Promise<boolean> {
  const answer = await askHost(freshAddress(media))
  return answer !== undefined && answer.status < 400 && !answer.page && isOther(answer.bytes, media.bytes)
}
