import { LOGIN_FIRST, refusalWords } from './host-words'

/** Why a download was not kept: `message` is for the member, `reason` tells the kinds apart. */
export class DownloadError extends Error {
  override name = 'DownloadError'
  constructor(
    readonly reason: 'cancelled' | 'network' | 'refused' | 'damaged' | 'full',
    message: string,
    /** What the platform said, for the console. */
    cause?: string,
  ) {
    super(message, { cause })
  }

  static cancelled = () => new DownloadError('cancelled', '已取消')
  static network = (detail: string) => new DownloadError('network', '没有下载下来，可能是没有网络', detail)
  static refused = (status: number) => new DownloadError('refused', refusalWords(status), `HTTP ${status}`)
  /** For what came and is not the file. */
  static damaged = (bytes: Uint8Array) =>
    new DownloadError(
      'damaged',
      isPage(bytes) ? LOGIN_FIRST : '下载来的文件和目录里记的不一样，已经删掉，可以再下载一次',
    )
  static full = (limit: string, detail?: string) =>
    new DownloadError('full', `放不下了${limit}。删掉几集听过的，再下载`, detail)
}

/** A network that wants a login first answers with a page: it begins with a tag, as no recording does. */
const isPage = (bytes: Uint8Array): boolean => /^\s*</.test(String.fromCharCode(...bytes.subarray(0, 64)))
