/** The browser keeps nothing for this page: a private window, or storage that was switched off. */
export class StorageClosedError extends Error {
  override name = 'StorageClosedError'
  constructor(detail: string) {
    super('浏览器没有让学习记录存下来，可能是无痕窗口，或者网站数据被关掉了；换普通窗口打开就能记下', { cause: detail })
  }
}

/** The platform refused to write for want of room; nothing of that update was written. */
export class StorageFullError extends Error {
  override name = 'StorageFullError'
  constructor(detail: string) {
    super('手机存储满了，刚才的没有存下来。删掉一些下载的节目，或者手机里别的东西，再试一次。', { cause: detail })
  }
}
