import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inWords } from '../../domain/text/failure'
import { writeLock } from './corpus/ids-lock'
import { compileContent, LOCK, type Compiled } from './compile'
import { makeErrata } from './errata'
import { readOptions, type Options } from './options'
import { formatProblems } from './print'
import type { Problem } from './problem'
import { writeBundle } from './write'

/** Runs the command below `root`. @returns the exit code: 0 well, 1 errors in the content, 2 the command could not run. */
export async function runFeed(args: readonly string[], root: string, print: (line: string) => void): Promise<number> {
  try {
    const options = readOptions(args, root)
    if (options.errata) return await makeErrata(root, print)
    const code = await compileAndWrite(options, print)
    return code === 0 && !options.check ? await makeErrata(root, print) : code
  } catch (error) {
    print(inWords(error as Error, root))
    return 2
  }
}

async function compileAndWrite(options: Options, print: (line: string) => void): Promise<number> {
  const started = performance.now()
  const compiled = await compileContent(options)
  const { only } = options
  const shown = compiled.problems.filter(it => only === undefined || it.file.startsWith(only) || breaksAll(it))
  for (const line of formatProblems(shown)) print(line)
  const errors = shown.filter(({ level }) => level === 'error').length
  print(`${describe(compiled)}：${errors} 处错误，${shown.length - errors} 处提醒`)
  const failed = compiled.problems.some(({ level }) => level === 'error')
  if (!options.check && compiled.bundle && (!failed || options.draft)) {
    const { written, removed } = await writeBundle(compiled.bundle, options.root)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    print(
      `dist/feed：${compiled.bundle.size} 个文件，改写 ${written.length} 个，删去 ${removed.length} 个，${seconds} 秒`,
    )
  } else if (!options.check) print('没有改动 dist/feed：应当先改正上面的错误')
  if (options.recordIds && failed) print('没有登记编号：有错误的内容不算发布')
  else if (options.recordIds) {
    await writeFile(path.join(options.root, LOCK), writeLock(compiled.locked, compiled.corpus))
    print(`已登记编号：${LOCK}`)
  }
  return errors > 0 && !options.draft ? 1 : 0
}

/** What every text stands on: an error there is told and fails also for whoever asked about one path. */
const SHARED = /^content\/(?:[^/]+|sources\/.+|rules\/.+)$/u
const breaksAll = ({ file, level }: Problem) => level === 'error' && SHARED.test(file)

function describe({ corpus: { articles, episodes, questions, days, events, people } }: Compiled): string {
  return `${articles.length} 篇文章，${episodes.length} 集节目，${questions.length} 道题，${days.length} 天，${events.length} 个事件，${people.length} 个人物`
}
