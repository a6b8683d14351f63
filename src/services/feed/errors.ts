/** A file of the feed could not be had. `offline` tells a missing network from a damaged package. */
export class FeedError extends Error {
  override name = 'FeedError'
  constructor(
    readonly file: string,
    readonly offline: boolean,
    detail: string,
  ) {
    super(
      offline ? `没有网络，这部分内容还没有存到手机上（${file}：${detail}）` : `内容文件读不出来（${file}：${detail}）`,
    )
  }
}
