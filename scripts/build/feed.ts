import path from 'node:path'
import { runStep, StepFailed, TYPESCRIPT } from './child'
import { withLock } from './lock'
import { type Progress, secondsSince } from './progress'
import { FEED, feedInputs } from './sources'
import { isCurrent, lastSeconds, writeStamp } from './stamp'

/** There are errors in the content; what was compiled before is as it was. */
export class ContentFailed extends StepFailed {
  override name = 'ContentFailed'
}

/**
 * Compiles the feed unless it is current.
 * @throws ContentFailed with the compiler's words when the content has errors, StepFailed when it could not do its work
 */
export async function buildFeed(root: string, progress: Progress, stop?: AbortSignal): Promise<void> {
  const waiting = (pid: number) => progress.doing(`另一个进程（${pid}）正在编译内容，等它做完`)
  await withLock(root, 'feed', waiting, () => build(root, progress, stop), stop)
}

/** Whether what lies in `dist/feed` is what the content makes. */
export const isFeedCurrent = (root: string): boolean => isCurrent(root, 'feed', feedInputs(root), FEED.outputs)

export const tellFeedCurrent = (progress: Progress): void => progress.done('内容  没有改动')

/**
 * Runs the compiler, current or not, and stamps what it made, as a build of the feed would be.
 * @param waiting told with the process that is waited for, where one compiles already
 * @param compile writes the feed below `root`; 0 when it did
 * @returns its exit code
 */
export async function stampFeed(
  root: string,
  waiting: (pid: number) => void,
  compile: () => Promise<number>,
): Promise<number> {
  return withLock(root, 'feed', waiting, async () => {
    // Asked before, as somebody may write on meanwhile.
    const inputs = feedInputs(root)
    const began = performance.now()
    const code = await compile()
    if (code === 0) writeStamp(root, 'feed', inputs, FEED.outputs, secondsSince(began))
    return code
  })
}

/** The compiler's exit code for errors in the content (scripts/feed/run.ts). */
const CONTENT_FAILED = 1
const MEND = '内容有错误，没有编译。请照上面每一行改好，再运行一次；只检查内容：npm run feed -- --check'

async function build(root: string, progress: Progress, stop?: AbortSignal): Promise<void> {
  const inputs = feedInputs(root)
  if (isCurrent(root, 'feed', inputs, FEED.outputs)) return tellFeedCurrent(progress)
  const began = performance.now()
  progress.doing('正在检查和编译内容', lastSeconds(root, 'feed'))
  const compiler = [...TYPESCRIPT, path.resolve(__dirname, '../feed/main.ts')]
  const failed = '内容没有编译成，原因在上面；dist/feed 还是上一次的'
  const output = await runStep(compiler, { cwd: root, stop, failed }).catch((error: unknown) => {
    throw error instanceof StepFailed && error.code === CONTENT_FAILED ? new ContentFailed(MEND, error.output) : error
  })
  const seconds = secondsSince(began)
  writeStamp(root, 'feed', inputs, FEED.outputs, seconds)
  progress.done(`内容  ${/^.*处提醒$/m.exec(output)?.[0] ?? '编译好了'}（${seconds} 秒）`)
}
