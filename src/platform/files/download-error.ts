import { refusalWords } from './host-words'

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
  static damaged = () => new DownloadError('damaged', '下载来的文件和目录里记的不一样，已经删掉，可以再下载一次')
  static full = (limit: string, detail?: string) =>
    new DownloadError('full', `放不下了${limit}。删掉几集听过的，再下载`, detail)
}
