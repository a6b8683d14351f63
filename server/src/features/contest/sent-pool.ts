import path from 'node:path'
import type { ReadPool } from '../../../../domain/contest/pool'
import { Problem } from '../../auth/problem'
import { otherKind } from '../roster/other-kinds'
import { SheetReader, threadOf } from '../roster/sent-sheet'

/** Two thousand questions are read in a second or two. */
const PATIENCE_MS = 5_000
const reader = new SheetReader<ReadPool>(threadOf(path.join(__dirname, 'pool-worker')), PATIENCE_MS, '题库')

/**
 * Reads the pool that an organiser sent, in a thread with limits of time and memory. Throws Problem 400 `workbook` that says why it
 * is not read, 503 when too many wait.
 */
export async function readSentPool(body: unknown): Promise<ReadPool> {
  if (!Buffer.isBuffer(body)) throw new Problem(400, 'workbook', '打不开这个文件：请发送没有密码的 .xlsx 文件')
  const other = otherKind(body)
  if (other) throw new Problem(400, 'workbook', other)
  return reader.read(body)
}
