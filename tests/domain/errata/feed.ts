import type { Errata } from '../../../domain/errata/errata'
import { wordingHash } from '../../../domain/catalog/wording-hash'
import type { DaysVolume } from '../../../domain/catalog/calendar'
import type { Ledger } from '../../../domain/catalog/ledger'
import type { ArticleBody, Catalog, EpisodeBody, Question } from '../../../domain/catalog/types'

const provenance = { basis: 'recalled', books: [] }
const checkable = { basis: 'recalled', verifyIn: [] }

export const article: ArticleBody = {
  ...provenance,
  id: 'a-0001',
  summary: '十二名代表在上海开会。',
  blocks: [
    { kind: 'heading', text: '开会' },
    {
      kind: 'paragraph',
      id: 'e1',
      spans: ['那年，', ['1921年7月22日', 'event', 'zhonggong-yida'], '，十二名代表到了上海。'],
    },
  ],
  keyPoints: ['十二名代表', '上海', '嘉兴'],
  related: ['a-0002'],
  events: ['zhonggong-yida'],
  people: [],
}

export const episode: EpisodeBody = {
  ...provenance,
  id: 'e-0001',
  summary: '一条皮带。',
  blocks: [{ kind: 'paragraph', spans: ['十二个人分一条皮带。后来只剩半条。'] }],
  sentences: [
    { paragraph: 0, text: '十二个人分一条皮带。', start: 0, end: 3 },
    { paragraph: 0, text: '后来只剩半条。', start: 3, end: 5 },
  ],
  chapters: [],
}

const options = [
  { id: 'a', text: '十二名' },
  { id: 'b', text: '十三名' },
]
export const question: Question = {
  id: 'q-00001',
  hash: wordingHash('single', '有几名代表？', options),
  type: 'single',
  stem: '有几名代表？',
  options,
  answer: 'a',
  explain: '十二名代表出席。',
  evidence: { article: 'a-0001', block: 'e1' },
  difficulty: 1,
  shelf: 'new-democratic',
  period: 'new-democratic',
  people: [],
}

const meta = { shelf: 'new-democratic', period: 'new-democratic', checked: true, approved: false } as const
export const catalog: Catalog = {
  version: 'v',
  shelves: [],
  periods: [],
  series: [],
  histories: [],
  articles: [
    {
      ...meta,
      id: 'a-0001',
      title: '七天',
      date: '1921-07-22',
      chars: 600,
      volume: 'v',
      questions: 2,
    },
    {
      ...meta,
      id: 'a-0002',
      title: '又七天',
      date: '1922',
      chars: 600,
      volume: 'v',
      questions: 1,
    },
  ],
  episodes: [
    {
      ...meta,
      id: 'e-0001',
      title: '皮带',
      series: 'baitian',
      number: 1,
      kind: 'audio',
      date: '1936',
      articles: ['a-0001'],
      flagship: false,
      volume: 'v',
      seconds: 60,
    },
  ],
  withheld: [],
  counts: { events: 1, people: 0, questions: 3, days: 1, checked: 1, approved: 0, sourced: 0, items: 5 },
  brand: { name: 'e', district: 'd', contact: 'c', complaints: '', filing: '', organisation: 'o', colour: '#a8261b' },
}

export const ledger: Ledger = {
  events: [
    {
      ...checkable,
      id: 'zhonggong-yida',
      title: '中共一大',
      date: '1921-07-22',
      people: [],
      figures: [{ what: '代表', value: '12人' }],
      aliases: [],
      names: [],
      summary: '十二名代表开会。',
      period: 'new-democratic',
      histories: ['party'],
    },
  ],
  people: [],
  works: [],
  glossary: [],
}

export const days: DaysVolume = {
  month: 7,
  days: [{ day: '07-23', entries: [{ ...checkable, year: 1921, text: '十二名代表开会。', article: 'a-0001' }] }],
}

/** A list of corrections of one issue. */
export function issue(items: Errata['items'], number = 1): Errata {
  return { number, on: '2026-11-24', items }
}

export const told = { on: '2026-11-24', note: '代表人数写错了' }
