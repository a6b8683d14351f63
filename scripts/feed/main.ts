import { assemble } from '../../domain/feed/assemble'
import { checkCorpus } from '../../domain/feed/check'
import { readOptions } from './options'
import { formatProblems } from './print'
import { parseFile } from './read/parse-file'
import { readTree } from './read/tree'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.cwd())
  const parsed = (await readTree(options.root)).map(parseFile)
  const { corpus, problems: shape } = assemble(parsed, {})
  const problems = [...parsed.flatMap(file => file.problems), ...shape, ...checkCorpus(corpus)]
  const shown = problems.filter(({ file }) => options.only === undefined || file.startsWith(options.only))
  for (const line of formatProblems(shown)) console.log(line)
  const errors = shown.filter(({ level }) => level === 'error').length
  console.log(
    `${corpus.articles.length} 篇文章，${corpus.episodes.length} 集节目，${corpus.questions.length} 道题，${corpus.events.length} 个事件，${corpus.people.length} 个人物；${errors} 处错误，${shown.length - errors} 处提醒`,
  )
  process.exitCode = errors > 0 ? 1 : 0
}

void main()
