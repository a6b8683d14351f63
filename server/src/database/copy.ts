import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Cell = string | number | boolean | null | readonly string[]

const CHUNK = 64 * 1024

/** Writes rows by COPY: some fifty times as fast as INSERT. Returns how many. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  // Also while nobody waits for the stream: an error unheard would end the process.
  let broken: Error | undefined
  stream.on('error', (error: Error) => (broken = error))
  let chunk = ''
  let count = 0
  for (const row of rows) {
    chunk += `${row.map(cellText).join('\t')}\n`
    count += 1
    if (chunk.length < CHUNK) continue
    if (!stream.write(chunk)) await once(stream, 'drain')
    // While the database takes everything at once, neither a signal nor a request would get its turn.
    await turn()
    if (broken) throw broken
    chunk = ''
  }
  stream.end(chunk)
  await finished(stream)
  return count
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (Array.isArray(cell)) return `{${cell.map(it => `"${escape(escape(it))}"`).join(',')}}`
  return escape(String(cell))
}

const escape = (text: string) =>
  text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
