import type { Page } from 'playwright-core'
import { top } from './phone'

/**
 * What a table in sight says, row by row under the titles of `columns`: a phone says once above the table what every row says
 * alike, and leaves its column out.
 */
export async function withAlike(
  page: Page,
  [head = [], ...rows]: readonly string[][],
  columns: readonly string[],
): Promise<string[][]> {
  const line = top(page).locator('.data-table__alike')
  const words = (await line.count()) > 0 ? ((await line.first().textContent()) ?? '') : ''
  const alike = new Map(
    words
      .replace('每一行都是：', '')
      .split('，')
      .map(it => [it.slice(0, it.indexOf(' ')), it.slice(it.indexOf(' ') + 1)] as const),
  )
  const whole = rows.map(row => columns.map(title => row[head.indexOf(title)] ?? alike.get(title) ?? '—'))
  return [[...columns], ...whole]
}
