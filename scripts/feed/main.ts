import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeLock } from '../../domain/feed/ids-lock'
import { compileContent, LOCK } from './compile'
import { readOptions } from './options'
import { formatProblems } from './print'
import { writeBundle } from './write'

async function main(): Promise<number> {
  const started = performance.now()
  const options = readOptions(process.argv.slice(2), process.cwd())
  const { corpus, problems, bundle, locked } = await compileContent(options)
  const shown = problems.filter(({ file }) => options.only === undefined || file.startsWith(options.only))
  for (const line of formatProblems(shown)) console.log(line)
  const errors = shown.filter(({ level }) => level === 'error').length
  const { articles, episodes, questions, events, people, days } = corpus
  console.log(
    `${articles.length} 篇文章，${episodes.length} 集节目，${questions.length} 道题，${days.length} 天，${events.length} 个事件，${people.length} 个人物：` +
      `${errors} 处错误，${shown.length - errors} 处提醒`,
  )
  const failed = problems.some(({ level }) => level === 'error')
  if (!options.check && bundle && (!failed || options.draft)) {
    const { written, removed } = await writeBundle(bundle, options.root)
    console.log(
      `dist/feed：${bundle.size} 个文件，改写 ${written.length} 个，删去 ${removed.length} 个，${((performance.now() - started) / 1000).toFixed(1)} 秒`,
    )
  } else if (!options.check) console.log('没有改动 dist/feed：先改正上面的错误（开发应用时可以用 --draft 先编出来）')
  if (options.recordIds && failed) console.log(`没有登记编号：有错误的内容不算发布`)
  else if (options.recordIds) {
    await writeFile(path.join(options.root, LOCK), writeLock(locked, corpus))
    console.log(`已登记编号：${LOCK}`)
  }
  return errors > 0 && !options.draft ? 1 : 0
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  },
)
