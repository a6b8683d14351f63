/** What a member says is wrong with a question, a fact or a text. It changes nothing by itself: editors read it. */
export interface ErrorReport {
  /** Id of what it is about: `q-00123`, `zunyi-huiyi`, `a-0012`. */
  about: string
  /** Content hash of a question's wording. */
  hash?: string
  /** The words it is about, as the member saw them. */
  words: string
  /** What the member says. */
  note: string
  day: string
  /** Feed version it was seen in. */
  feed: string
}

/** All reports as plain text for a message to the editors, oldest first. */
export function reportsText(reports: readonly ErrorReport[]): string {
  const entries = reports.map(({ about, hash, words, note, day, feed }, i) =>
    [
      `${i + 1}. ${about}${hash ? `（${hash}）` : ''}，${day}，内容版本 ${feed}`,
      `原文：${words}`,
      `说明：${note || '没有写'}`,
    ].join('\n'),
  )
  return [`报告的错误（共 ${reports.length} 条）`, ...entries].join('\n\n')
}
