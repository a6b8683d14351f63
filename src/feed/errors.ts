/** A file of the feed could not be had. `offline` tells a missing network from a damaged package. The message is for the member. */
export class FeedError extends Error {
  override name = 'FeedError'
  constructor(
    readonly file: string,
    readonly offline: boolean,
    readonly detail: string,
  ) {
    super(
      offline
        ? '没有网络。连上网后点“再试一次”；取来一次，以后没有网络也能看。'
        : '这一部分内容读不出来。请再试一次；还是不行，就关掉重新打开。',
      { cause: `${file}: ${detail}` },
    )
  }
}

/** Whether only the network is missing, so that trying again later helps. */
export function isOffline(error: unknown): boolean {
  return error instanceof FeedError && error.offline
}
