import { createRequire } from 'node:module'
import path from 'node:path'
import { after, describe } from 'node:test'

// A group is filled while it is declared: an import that is waited for would come too late.
const load = createRequire(__filename)

/**
 * Several files of tests in this process, one suite a file. A process that ends before the last of them has failed, whatever
 * its status: nobody would miss the tests behind a `process.exit(0)`.
 */
export function runAsSuites(files: readonly string[]): void {
  const left = new Set(files)
  process.once('exit', () => {
    if (left.size === 0) return
    console.error(`进程提前结束，没有跑完：${[...left].map(file => path.basename(file)).join('、')}`)
    process.exitCode = 1
  })
  for (const file of files) {
    describe(path.basename(file, '.test.ts'), () => {
      try {
        load(path.resolve(file))
      } finally {
        // Behind those of the file itself.
        after(() => void left.delete(file))
      }
    })
  }
}
