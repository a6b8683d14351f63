import { createRequire } from 'node:module'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { claimed, NOTHING_LEFT } from '../scripts/test/claims'

// A group is filled while it is declared: an import that is waited for would come too late.
const load = createRequire(__filename)

/**
 * A process that ends before the last file of tests has failed, whatever its status: nobody would miss the tests behind a
 * `process.exit(0)`.
 */
function mustEnd(left: ReadonlySet<string>): void {
  process.once('exit', () => {
    if (left.size === 0) return
    console.error(`进程提前结束，没有跑完：${[...left].map(file => path.basename(file)).join('、')}`)
    process.exitCode = 1
  })
}

/** A file as a suite named after it. */
function suite(file: string, ended: () => void): void {
  describe(path.basename(file, '.test.ts'), () => {
    try {
      load(path.resolve(file))
    } catch (error) {
      // Thrown on from a suite it would be nobody's failure: Node 22 counts tests only, and ends with 0.
      test('the file loads', () => {
        throw error
      })
    } finally {
      // Behind those of the file itself.
      after(ended)
    }
  })
}

/** Several files of tests in this process, one suite a file. */
export function runAsSuites(files: readonly string[]): void {
  const left = new Set(files)
  mustEnd(left)
  for (const file of files) suite(file, () => void left.delete(file))
}

/** The same with what other processes have not taken: the next file is taken when the one before has ended. */
export async function runWhatIsLeft(files: readonly string[], claims: string): Promise<void> {
  const running = new Set<string>()
  mustEnd(running)
  let ran = 0
  for (const file of claimed(files, claims)) {
    ran += 1
    running.add(file)
    await new Promise<void>(resolve => suite(file, resolve))
    running.delete(file)
  }
  if (ran === 0) console.log(NOTHING_LEFT)
}
