import type { z } from 'zod'
import type { At, Problem } from './problem'
import { lineAt } from './problem'
import { articleSchema } from './schema/article'
import { brandSchema } from './schema/brand'
import { daySchema } from './schema/day'
import { episodeSchema } from './schema/episode'
import { eventSchema } from './schema/event'
import { explainIssues } from './schema/explain'
import { termSchema } from './schema/glossary'
import { mediaSchema } from './schema/media'
import { personSchema } from './schema/person'
import { pointsSchema } from './schema/points'
import { questionSchema } from './schema/question'
import { scheduleSchema } from './schema/schedule'
import { shelvesSchema } from './schema/shelves'
import { sourceSchema } from './schema/source'
import type { Corpus, Sourced, SentenceTime, TextDoc } from './source'

/** A parsed file: raw values with the lines of their fields, and the text of a Markdown file. */
export interface RawFile {
  name: string
  value: unknown
  lines: Record<string, number>
  doc?: TextDoc
}

const ARTICLE = /^content\/articles\/[^/]+\/[^/]+\.md$/u
const EPISODE = /^content\/episodes\/[^/]+\/[^/]+\.md$/u
const QUESTIONS = /^content\/questions\/[^/]+\.yml$/u
const SINGLE =
  /^content\/(?:(?:brand|lexicon|shelves|events|people|sources|glossary|days|schedule)|rules\/points|media\/index)\.yml$/u

/** Validates every file against its schema and gathers what passes. What fails is reported and left out. */
export function assemble(
  files: readonly RawFile[],
  timings: Record<string, SentenceTime[]>,
): { corpus: Corpus; problems: Problem[] } {
  const problems: Problem[] = []
  const byName = new Map(files.map(file => [file.name, file]))

  function check<T>(schema: z.ZodType<T>, at: At, input: unknown): Sourced<T> | undefined {
    const parsed = schema.safeParse(input)
    if (parsed.success) return { at, value: parsed.data }
    const id = idOf(input)
    for (const { path, message } of explainIssues(parsed.error.issues, input)) {
      problems.push({
        file: at.file,
        line: lineAt(at, path),
        message: id === undefined ? message : `${id} ${message}`,
        level: 'error',
      })
    }
    return undefined
  }
  const atFile = (file: RawFile): At => ({ file: file.name, line: 1, prefix: '', lines: file.lines })

  function one<T>(name: string, schema: z.ZodType<T>): Sourced<T> | undefined {
    const file = byName.get(name)
    if (file) return file.value === undefined ? undefined : check(schema, atFile(file), file.value)
    problems.push({
      file: name,
      line: 1,
      message: '没有这个文件；应当照 docs/content-format.md 写一个',
      level: 'error',
    })
    return undefined
  }
  function list<T>(name: string, schema: z.ZodType<T>, optional = false): Sourced<T>[] {
    const file = byName.get(name)
    if (!file) {
      if (!optional)
        problems.push({
          file: name,
          line: 1,
          message: '没有这个文件；应当照 docs/content-format.md 写一个',
          level: 'error',
        })
      return []
    }
    if (file.value === undefined) return []
    if (file.value === null) {
      problems.push({
        file: name,
        line: 1,
        message: '文件是空的；应当写成一个列表，每一条以 “- ” 开始',
        level: 'error',
      })
      return []
    }
    if (!Array.isArray(file.value)) {
      problems.push({ file: name, line: 1, message: '不是列表；应当每一条以 “- ” 开始', level: 'error' })
      return []
    }
    return file.value.flatMap((item: unknown, index) => {
      const prefix = String(index)
      const found = check(schema, { file: name, line: file.lines[prefix] ?? 1, prefix, lines: file.lines }, item)
      return found ? [found] : []
    })
  }
  function texts<T>(pattern: RegExp, schema: z.ZodType<T>) {
    return files.flatMap(file => {
      if (!pattern.test(file.name) || file.value === undefined || !file.doc) return []
      const found = check(schema, atFile(file), file.value)
      return found ? [{ ...found, doc: file.doc }] : []
    })
  }

  const present = <T>(key: string, value: T | undefined) => (value === undefined ? {} : { [key]: value })
  const corpus: Corpus = {
    ...present('brand', one('content/brand.yml', brandSchema)),
    ...present('shelves', one('content/shelves.yml', shelvesSchema)),
    ...present('points', one('content/rules/points.yml', pointsSchema)),
    ...present('schedule', one('content/schedule.yml', scheduleSchema)),
    events: list('content/events.yml', eventSchema),
    people: list('content/people.yml', personSchema),
    sources: list('content/sources.yml', sourceSchema),
    glossary: list('content/glossary.yml', termSchema),
    days: list('content/days.yml', daySchema),
    questions: files.filter(file => QUESTIONS.test(file.name)).flatMap(file => list(file.name, questionSchema)),
    articles: texts(ARTICLE, articleSchema),
    episodes: texts(EPISODE, episodeSchema),
    media: list('content/media/index.yml', mediaSchema, true),
    timings,
  }
  for (const { name } of files) {
    if ([ARTICLE, EPISODE, QUESTIONS, SINGLE].some(pattern => pattern.test(name))) continue
    problems.push({
      file: name,
      line: 1,
      message: '这里不该有这个文件，不会被编入；应当照 docs/content-format.md 的表放置',
      level: 'error',
    })
  }
  if (!files.some(file => QUESTIONS.test(file.name))) {
    problems.push({
      file: 'content/questions',
      line: 1,
      message: '没有题目文件；应当写 content/questions/任意名.yml',
      level: 'error',
    })
  }
  return { corpus, problems }
}

function idOf(input: unknown): string | undefined {
  const id: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}
