import { readFileSync } from 'node:fs'
import path from 'node:path'
import { allDays } from '../../scripts/feed/checks/days'
import { filler } from './filler'

/** Path → text: a whole content folder in memory. */
export type Tree = Record<string, string>

const own = (name: string) => readFileSync(path.join(__dirname, '../../content', name), 'utf8')
const base = 'basis: recalled\nverify_in: [jianshi]\n'

const EVENTS = `- id: zhonggong-yida
  title: 中国共产党第一次全国代表大会
  date: 1921-07-23
  end: 1921-07-31
  place: 上海望志路106号
  people: [mao-zedong]
  figures:
    - { what: 代表, value: 13人 }
    - { what: 全国党员, value: 50多名 }
  aliases: [中共一大]
  names: [《新青年》, 嘉兴南湖]
  summary: 中国共产党第一次全国代表大会在上海开幕，后来转到嘉兴南湖的船上。
  basis: recalled
  verify_in: [jianshi]
- id: nanchang-qiyi
  title: 南昌起义
  date: 1927-08-01
  place: 江西南昌
  people: [zhou-enlai]
  figures:
    - { what: 起义军, value: 2万余人 }
  aliases: [八一起义]
  summary: 周恩来等领导的起义在南昌打响了武装反抗的枪声。
  basis: recalled
  verify_in: [jianshi]
- id: kaiguo-dadian
  title: 开国大典
  date: 1949-10-01
  people: [mao-zedong, zhou-enlai]
  summary: 首都军民在天安门广场集会，庆祝中央人民政府成立。
  basis: recalled
  verify_in: [jianshi]
`
const PEOPLE = `- id: mao-zedong
  name: 毛泽东
  born: 1893-12-26
  died: 1976-09-09
  aliases: [毛主席]
  summary: 中国共产党的主要缔造者之一。
  basis: recalled
  verify_in: [jianshi]
- id: zhou-enlai
  name: 周恩来
  born: 1898-03-05
  died: 1976-01-08
  aliases: [周总理, 少山]
  offices:
    - { title: 政务院总理, from: 1949-10, to: 1954-09 }
    - { title: 国务院总理, from: 1954-09, to: 1976-01 }
  summary: 新中国的第一任总理。
  basis: recalled
  verify_in: [jianshi]
`

/** For trees in which something rests on them. */
export const SOURCES = `- id: dashiji
  title: 中国共产党一百年大事记
  publisher: 新华社
  published: 2021-06-28
  address: http://example.org/dashiji.html
  opened: 2026-11-28
  copy: stored
- id: ttd
  title: 党史百年·天天读
  publisher: 人民网
  repository: { name: owner/name, commit: 48908e0b362272e4d45f0d15f2a0f82c31a8bbbd, path: data/ttd.csv }
  opened: 2026-11-28
`

export interface ArticleParts {
  id: string
  title: string
  shelf?: string
  period?: string
  date: string
  related: string
  front?: string
  paragraphs: string
  seed: number
}

/** An article that holds every rule, around the given paragraphs. */
export function article({
  id,
  title,
  shelf = 'new-democratic',
  period = shelf,
  date,
  related,
  front = '',
  paragraphs,
  seed,
}: ArticleParts): string {
  return `---
id: ${id}
title: ${title}
shelf: ${shelf}
period: ${period}
date: ${date}
summary: 这是《${title}》的一句话介绍，列表和分享时用。
related: [${related}]
${front}${base}---

## 开头${seed}

${paragraphs}

## 后来${seed}

${filler(seed, 500)}

> 要点
> - 第一个要点${title}
> - 第二个要点${title}
> - 第三个要点${title}
`
}

const QUESTIONS = `- id: q-00001
  type: single
  stem: 中共一大后来转到哪里继续开会？
  options: { a: 嘉兴南湖, b: 武汉汉口, c: 广州东山, d: 长沙清水塘 }
  answer: a
  explain: 会场被搜查以后改在船上开会。
  evidence: a-0001^e1
  difficulty: 1
- id: q-00002
  type: multiple
  stem: 下列哪些与中共一大的会场有关？
  options: { a: 上海, b: 嘉兴南湖, c: 井冈山, d: 遵义 }
  answer: [a, b]
  explain: 会议在两地举行。
  evidence: a-0001^e1
  difficulty: 2
- id: q-00003
  type: judge
  stem: 南昌起义打响了武装反抗的枪声。
  answer: true
  explain: 起义在南昌发动。
  evidence: a-0002^e1
  difficulty: 1
- id: q-00004
  type: fill
  stem: 出席中共一大的代表有____人，会议在____开幕。
  answer: [[13, 十三], [上海]]
  explain: 代表十三人。
  evidence: a-0001^e1
  difficulty: 1
- id: q-00005
  type: order
  stem: 按时间先后排列下列大事。
  options: { a: 开国大典, b: 中共一大, c: 南昌起义 }
  answer: [b, c, a]
  explain: 先后相隔二十八年。
  evidence: a-0003^e1
  difficulty: 3
`

const EPISODE = (id: string, series: string, kind: string, seed: number) => `---
id: ${id}
title: ${kind === 'video' ? '南湖的船' : '望志路的灯'}
series: ${series}
number: 1
kind: ${kind}
shelf: new-democratic
period: new-democratic
date: 1921-07
articles: [a-0001]
summary: 一句话介绍这一集。
${base}---

[一九二一年七月](event:zhonggong-yida)，${filler(seed, 19)}

${filler(seed + 1, 520)}
`

function days(): string {
  const dated: Record<string, string> = {
    '07-23': '{ year: 1921, event: zhonggong-yida, text: 中国共产党第一次全国代表大会在上海开幕。, article: a-0001 }',
    '08-01': '{ year: 1927, event: nanchang-qiyi, text: 南昌起义爆发。 }',
  }
  return allDays()
    .map(
      day =>
        `- day: ${day}\n  entries:\n    - ${dated[day] ?? `{ year: 1924, text: ${day} 这一天的事。, basis: recalled, verify_in: [jianshi] }`}\n`,
    )
    .join('')
}

const PLAN = '{ articles: [a-0001, a-0002], episode: e-0001, questions: [q-00001, q-00002, q-00003, q-00004, q-00005] }'

/** A small content tree without a fault. */
export function validTree(): Tree {
  return {
    'content/brand.yml': own('brand.yml'),
    // The invented content of these tests has no sources; what a shelf that asks for them refuses is tested apart.
    'content/shelves.yml': own('shelves.yml').replace(/^ +sourced: true\n/gm, ''),
    'content/rules/points.yml': own('rules/points.yml'),
    'content/works.yml': '- id: jianshi\n  title: 《中国共产党简史》\n',
    'content/glossary.yml': `- { id: tongyi-zhanxian, term: 统一战线, aliases: [统战], text: 为共同目标结成的联盟。, ${'basis: recalled, verify_in: [jianshi]'} }\n`,
    'content/events.yml': EVENTS,
    'content/people.yml': PEOPLE,
    'content/days.yml': days(),
    'content/schedule.yml': `starts: 2026-11-23
weeks:
  - theme: 建党
    note: 一句话的导语
    days:
${Array.from({ length: 7 }, () => `      - ${PLAN}\n`).join('')}festivals:
  - { on: 07-01, theme: 党的生日, note: 导语, articles: [a-0001, a-0002], questions: [q-00001, q-00002, q-00003, q-00004, q-00005] }
`,
    'content/questions/all.yml': QUESTIONS,
    'content/articles/new-democratic/yida.md': article({
      id: 'a-0001',
      title: '石库门里的七天',
      date: '1921-07-23',
      related: 'a-0002, a-0003',
      seed: 1,
      paragraphs: `[1921年7月23日](event:zhonggong-yida)，[中共一大](event:zhonggong-yida)在上海开幕，[十三名代表](event:zhonggong-yida)到会；会议后来转到[嘉兴南湖](event:zhonggong-yida)。 ^e1

[毛泽东](person:mao-zedong)也在座，统一战线还是以后的事，统一战线要等到第二次提起。`,
    }),
    'content/articles/new-democratic/nanchang.md': article({
      id: 'a-0002',
      title: '第一枪',
      date: '1927-08-01',
      related: 'a-0001, a-0003',
      seed: 2,
      paragraphs: `[1927年8月1日](event:nanchang-qiyi)，[周恩来](person:zhou-enlai)等领导的[南昌起义](event:nanchang-qiyi)打响了武装反抗的第一枪。 ^e1`,
    }),
    'content/articles/construction/kaiguo.md': article({
      id: 'a-0003',
      title: '天安门广场的下午',
      shelf: 'construction',
      date: '1949-10-01',
      related: 'a-0001, a-0002',
      front: 'beyond: [nanchang-qiyi, zhonggong-yida]\n',
      seed: 3,
      paragraphs: `从[中共一大](event:zhonggong-yida)到[南昌起义](event:nanchang-qiyi)，再到[开国大典](event:kaiguo-dadian)，[政务院总理周恩来](person:zhou-enlai)也在城楼上。[1949年10月1日](event:kaiguo-dadian)是一个星期六。 ^e1`,
    }),
    'content/episodes/baitian/wangzhilu.md': EPISODE('e-0001', 'baitian', 'audio', 10),
    'content/episodes/gushi/nanhu.md': EPISODE('e-0002', 'gushi', 'video', 20),
  }
}
