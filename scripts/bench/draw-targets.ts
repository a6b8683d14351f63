import { parseArgs } from 'node:util'
import { compileContent } from '../feed/compile'
import { draw } from '../feed/draw'

/** How many of a hundred are of each kind: what members read and hear most is looked for most. */
const SHARES = { article: 28, event: 30, person: 16, term: 10, episode: 10, day: 6 } as const

/**
 * Prints the hundred things of a set of search trials, drawn by lot from what exists: whoever writes the queries does
 * not choose what is looked for. `npx tsx scripts/bench/draw-targets.ts --seed WORDS`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' } } })
  if (values.seed === undefined) throw new Error('抽签要有种子：--seed 写上任意几个字')
  const { corpus } = await compileContent({ root: process.cwd(), release: false, renamed: [] })
  const texts = (of: typeof corpus.articles | typeof corpus.episodes) =>
    of.map(({ value }) => ({
      place: value.id,
      text: `${value.title} ｜ ${value.subject ?? ''} ｜ ${value.summary}`,
    }))
  const things = {
    article: texts(corpus.articles),
    episode: texts(corpus.episodes),
    event: corpus.events.map(({ value }) => ({
      place: `event:${value.id}`,
      text: `${value.date} ${value.title}：${value.summary}`,
    })),
    person: corpus.people.map(({ value }) => ({
      place: `person:${value.id}`,
      text: `${value.name}：${value.summary}`,
    })),
    term: corpus.glossary.map(({ value }) => ({ place: `term:${value.id}`, text: `${value.term}：${value.text}` })),
    day: corpus.days.map(({ value }) => ({
      place: `day:${value.day}`,
      text: value.entries.map(({ year, event, text }) => `${year} ${text}（${event ?? '无'}）`).join(' / '),
    })),
  }
  for (const kind of Object.keys(SHARES) as (keyof typeof SHARES)[])
    for (const { place, text } of draw(things[kind], SHARES[kind], values.seed)) console.log(`${place} ${text}`)
}

void main()
