import type { Problem } from '../problem'
import { activitiesSchema } from '../schema/activities'
import { articleSchema } from '../schema/article'
import { brandSchema } from '../schema/brand'
import { copiedSchema } from '../schema/copied'
import { courseSchema } from '../schema/course'
import { daySchema } from '../schema/day'
import { demoPaperSchema } from '../schema/demo-paper'
import { episodeSchema } from '../schema/episode'
import { eventSchema } from '../schema/event'
import { everydaySchema } from '../schema/everyday'
import { termSchema } from '../schema/glossary'
import { objectSchema } from '../schema/object'
import { mediaIndexSchema, mediaSchema, transcriptSchema } from '../schema/media'
import { personSchema } from '../schema/person'
import { pointsSchema } from '../schema/points'
import { questionSchema } from '../schema/question'
import { scheduleSchema } from '../schema/schedule'
import { shelvesSchema } from '../schema/shelves'
import { sourceSchema } from '../schema/source'
import { workSchema } from '../schema/work'
import type { Corpus, Sourced } from './corpus'
import { Validation, type RawFile } from './validate'
import { readWithheld, WITHHELD } from './withheld'

const ARTICLE = /^content\/articles\/[^/]+\/[^/]+\.md$/u
const EPISODE = /^content\/episodes\/[^/]+\/[^/]+\.md$/u
const QUESTIONS = /^content\/questions\/[^/]+\.yml$/u
const SOURCES = /^content\/sources\/[^/]+\.yml$/u
const TRANSCRIPT = /^content\/media\/e-\d{4}\.json$/u
/** Not part of the feed: `lexicon.yml` tells the speech synthesiser how to say names, `pinyin.yml` who has read its readings through, `errata.yml` is made into a file of its own, `covers/` belongs to the cover scripts, `.scenes.yml` to the films. */
const ELSEWHERE = /^content\/(?:covers\/|episodes\/[^/]+\/[^/]+\.scenes\.yml$)/u
const SINGLE =
  /^content\/(?:(?:brand|errata|lexicon|pinyin|shelves|events|people|works|glossary|objects|courses|everyday|days|schedule|demo-paper)|rules\/(?:points|activities|copied)|media\/index)\.yml$/u

const ACTIVITIES = 'content/rules/activities.yml'
const COPIED = 'content/rules/copied.yml'
const DEMO = 'content/demo-paper.yml'
const CITED = ['content/events.yml', 'content/people.yml', 'content/works.yml']

/** Validates every file against its schema and gathers what passes. What fails is reported and left out. */
export function assemble(files: readonly RawFile[]): { corpus: Corpus; problems: Problem[] } {
  const validation = new Validation()
  const byName = new Map(files.map(file => [file.name, file]))
  const matching = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name))
  const one = <T>(name: string, schema: Parameters<typeof validation.file<T>>[2]) =>
    validation.file(name, byName.get(name), schema)
  const list = <T>(name: string, schema: Parameters<typeof validation.list<T>>[2]) =>
    validation.list(name, byName.get(name), schema)

  const questionFiles = matching(QUESTIONS)
  const sourceFiles = matching(SOURCES)
  if (questionFiles.length === 0)
    validation.fail('content/questions', 1, '没有题目文件；应当写 content/questions/任意名.yml')
  for (const { name } of files) {
    if (
      ![ARTICLE, EPISODE, QUESTIONS, SOURCES, TRANSCRIPT, SINGLE, ELSEWHERE, ...WITHHELD].some(pattern =>
        pattern.test(name),
      )
    ) {
      validation.fail(name, 1, '这里不该有这个文件，它不会被编入；应当照 docs/content-format.md 的表放置')
    }
  }
  const corpus: Corpus = {
    ...present('brand', one('content/brand.yml', brandSchema)),
    ...present('shelves', one('content/shelves.yml', shelvesSchema)),
    ...present('points', one('content/rules/points.yml', pointsSchema)),
    // A feed without kinds of activities is whole.
    ...(byName.has(ACTIVITIES) ? present('activities', one(ACTIVITIES, activitiesSchema)) : {}),
    ...present('schedule', one('content/schedule.yml', scheduleSchema)),
    ...(byName.has(DEMO) ? present('demo', one(DEMO, demoPaperSchema)) : {}),
    copied: byName.has(COPIED) ? list(COPIED, copiedSchema) : [],
    events: list('content/events.yml', eventSchema),
    people: list('content/people.yml', personSchema),
    works: list('content/works.yml', workSchema),
    sources: sourceFiles.flatMap(file => validation.list(file.name, file, sourceSchema)),
    glossary: list('content/glossary.yml', termSchema),
    // A feed without drawings is whole, and so is one without courses or everyday words.
    objects: byName.has('content/objects.yml') ? list('content/objects.yml', objectSchema) : [],
    courses: byName.has('content/courses.yml') ? list('content/courses.yml', courseSchema) : [],
    everyday: byName.has('content/everyday.yml') ? list('content/everyday.yml', everydaySchema) : [],
    days: list('content/days.yml', daySchema),
    questions: questionFiles.flatMap(file => validation.list(file.name, file, questionSchema)),
    articles: validation.texts(matching(ARTICLE), articleSchema),
    episodes: validation.texts(matching(EPISODE), episodeSchema),
    withheld: readWithheld(validation, files),
    media: mediaOf(validation, byName.get('content/media/index.yml')),
    transcripts: new Map(
      matching(TRANSCRIPT)
        .flatMap(file => validation.file(file.name, file, transcriptSchema) ?? [])
        .map(item => [item.value.id, item]),
    ),
    broken: validation.broken,
    unread: CITED.some(name => !byName.has(name)) || files.some(({ value }) => value === undefined),
    // Last, when all has been validated.
    refused: validation.problems.length > 0,
  }
  return { corpus, problems: validation.problems }
}

/** The media index has `media:` above its list; a feed without media has no index. */
function mediaOf(validation: Validation, file: RawFile | undefined): Corpus['media'] {
  const index = file && validation.file(file.name, file, mediaIndexSchema)
  return file && index ? validation.items(file, index.value.media, mediaSchema, 'media.') : []
}

function present<K extends string, T>(key: K, value: Sourced<T> | undefined): { [key in K]?: Sourced<T> } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: Sourced<T> })
}
