import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  amendArticles,
  amendCatalog,
  amendDays,
  amendEpisodes,
  amendLedger,
  amendQuestions,
} from '../../domain/errata/apply'
import { errataFaults } from '../../domain/errata/check'
import type { Correction, Errata } from '../../domain/errata/errata'
import { sealErrata } from '../../domain/errata/file'
import type { Problem } from './problem'
import { formatProblems } from './print'
import { readPublished, type Published } from './published'
import { readYaml } from './read/yaml'

const SOURCE = 'content/errata.yml'
/** Beside the feed, not in it: it changes without a new version. */
export const ERRATA = 'dist/errata.json'

/**
 * Makes `dist/errata.json` from `content/errata.yml`, after trying every correction on the feed in `dist/feed`.
 * @returns the exit code: 0 well, 1 something is wrong, and then nothing is written
 */
export async function makeErrata(root: string, print: (line: string) => void): Promise<number> {
  const text = await readFile(path.join(root, SOURCE), 'utf8').catch(() => undefined)
  if (text === undefined) return 0
  const { value, lines, problems } = readYaml(SOURCE, text)
  const at = (dotted: string): number => lines[dotted] ?? (dotted === '' ? 1 : at(dotted.replace(/\.?[^.]*$/, '')))
  const report = (found: Problem[]) => {
    for (const line of formatProblems(found)) print(line)
    return found.some(({ level }) => level === 'error') ? 1 : 0
  }
  if (report(problems)) return 1
  const faults = errataFaults(value)
  if (faults.length > 0)
    return report(faults.map(it => ({ file: SOURCE, line: at(it.path), message: it.message, level: 'error' })))
  const published = await readPublished(root)
  const errata = withArticles(value as Errata, published)
  const tried = errata.items.flatMap((item, i) =>
    tryOut(item, errata, published).map(it => ({ ...it, file: SOURCE, line: at(`items.${i}`) })),
  )
  if (report(tried)) return 1
  await mkdir(path.dirname(path.join(root, ERRATA)), { recursive: true })
  await writeFile(path.join(root, ERRATA), sealErrata(errata))
  print(`${ERRATA}：第 ${errata.number} 号更正，${errata.items.length} 条`)
  return 0
}

/** A hidden question takes one off its article's count, so the phone has to know which article that is. */
function withArticles(errata: Errata, { questions }: Published): Errata {
  const items = errata.items.map(it => {
    const article = it.hide && questions.find(question => question.id === it.id)?.evidence.article
    return article ? { ...it, article } : it
  })
  return { ...errata, items }
}

type Finding = Pick<Problem, 'message' | 'level'>

/** What this correction does to the published feed, as far as it is not what was meant. */
function tryOut(item: Correction, errata: Errata, feed: Published): Finding[] {
  const error = (message: string): Finding[] => [{ message, level: 'error' }]
  const warning = (message: string): Finding[] => [{ message, level: 'warning' }]
  const before = holding(feed, item.id)
  // An item that the next version has taken out is still hidden on phones with this one.
  if (before.length === 0) return warning(`${item.id} 不在 dist/feed 里；应当看看编号，除非新版本已经撤下它`)
  if (item.hide) return []
  const after = holding(amended(feed, { ...errata, items: [item] }), item.id)
  if (JSON.stringify(before) === JSON.stringify(after))
    return error(`${item.id} 里没有找到要改的；应当从应用里照抄，一个标点也不差`)
  const words = JSON.stringify(after)
  const out = (item.texts ?? []).flatMap(({ was, now }): Finding[] => {
    if (now !== '' && !words.includes(now)) return error(`没有找到“${was}”；应当从应用里照抄，不要跨段`)
    const left = !now.includes(was) && words.includes(was)
    return left ? warning(`改了以后还有“${was}”；应当看看是否也要改`) : []
  })
  const key = after.find(it => it.answer !== undefined)?.answer
  if (item.answer === undefined || JSON.stringify(item.answer) === JSON.stringify(key)) return out
  return [...out, ...error('答案的写法与题型不合；应当照题目文件里同类题的写法')]
}

/** Everything in the feed that goes by this id. */
function holding(feed: Published, id: string): { id: string; answer?: unknown }[] {
  const { catalog, articles, episodes, questions, ledger, days } = feed
  const entries = days.flatMap(volume => volume.days.map(it => ({ id: it.day, ...it })))
  const lists: { id: string; answer?: unknown }[][] = [
    ...[catalog.articles, catalog.episodes, articles, episodes, questions],
    ...[ledger.events, ledger.people, ledger.glossary, entries],
  ]
  return lists.flatMap(list => list.filter(it => it.id === id))
}

function amended(feed: Published, errata: Errata): Published {
  return {
    catalog: amendCatalog(feed.catalog, errata),
    articles: amendArticles(feed.articles, errata),
    episodes: amendEpisodes(feed.episodes, errata),
    questions: amendQuestions(feed.questions, errata),
    ledger: amendLedger(feed.ledger, errata),
    days: feed.days.map(volume => amendDays(volume, errata)),
  }
}
