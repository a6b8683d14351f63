/** The platform refused to write for want of room; nothing of that update was written. */
export class StorageFullError extends Error {
  override name = 'StorageFullError'
  constructor(detail: string) {
    super(`手机存储空间已满，这次学习记录没有存下：${detail}`)
  }
}
