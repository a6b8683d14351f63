import { countsSection } from '../../scripts/feed/report/counts'
import { officesSection } from '../../scripts/feed/report/offices'
import { claimsSection, provenanceSection } from '../../scripts/feed/report/provenance'
import { lengthSection, questionsSection, recurrenceSection } from '../../scripts/feed/report/texts'
import { uncitedSection } from '../../scripts/feed/report/uncited'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'

describe('the content report', () => {
  const tree = validTree()
  tree['content/events.yml'] += `- id: nobody-cites
  title: 无人引用的事
  date: 1930
  summary: 没有一篇文章提到它。
  basis: recalled
  verify_in: [jianshi]
`
  const { corpus } = readTreeInMemory(tree)

  test('counts every shelf, series and question type beside its target', () => {
    expect(countsSection(corpus)).toContain('| 文章 | 新民主主义革命时期 | 2 | 210 |')
    expect(countsSection(corpus)).toContain('| 题目 | 排序 | 1 | 80 |')
    expect(countsSection(corpus)).toContain('文章 3 / 610（0%）')
  })
  test('tells the share of dated claims that are citations', () => {
    expect(claimsSection(corpus)).toContain('文章 3 / 3（100%）')
  })
  test('counts items by basis and by who has read them', () => {
    expect(provenanceSection(corpus)).toContain('| 题目 | 5 | 5 | 0 | 0 | 0 |')
  })
  test('describes lengths, recurrences and questions of an article', () => {
    expect(lengthSection(corpus)).toMatch(/\| 文章 \| 3 \| \d+ \| \d+ \| \d+ \|/)
    expect(recurrenceSection(corpus)).toContain('：0 句。')
    expect(questionsSection(corpus)).toMatch(/\| 3 \| 1 \|/)
  })
  test('names the events that nothing cites', () => {
    expect(uncitedSection(corpus)).toContain('事件 1 个：无人引用的事（nobody-cites）。')
  })
  test('names offices in plain words that the ledger cannot check', () => {
    const told = validTree()
    told[YIDA] = told[YIDA]!.replace('[毛泽东]', '长沙的代表[毛泽东]')
    expect(officesSection(readTreeInMemory(told).corpus)).toContain(`| …长沙的代表毛泽东 | mao-zedong | ${YIDA}:17 |`)
    expect(officesSection(corpus)).toContain('：0 处')
  })
  test('an empty corpus is reported, not a crash', () => {
    const empty = readTreeInMemory({}).corpus
    for (const section of [
      countsSection,
      claimsSection,
      officesSection,
      provenanceSection,
      lengthSection,
      questionsSection,
      recurrenceSection,
      uncitedSection,
    ]) {
      expect(section(empty)).toMatch(/^## /)
    }
  })
})
