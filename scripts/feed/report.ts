import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compileContent } from './compile'
import { countsSection } from './report/counts'
import { coverageSection } from './report/coverage'
import { officesSection } from './report/offices'
import { claimsSection, provenanceSection } from './report/provenance'
import { reviewLoadSection } from './report/review-load'
import { secondSourceSection } from './report/second-source'
import { lengthSection, questionsSection, recurrenceSection } from './report/texts'
import { uncitedSection } from './report/uncited'

/** Writes docs/content-report.md: what the content holds, counted from the content itself. */
async function main(): Promise<void> {
  const root = process.cwd()
  const { corpus, problems } = await compileContent({ root, release: false, renamed: [] })
  const errors = problems.filter(({ level }) => level === 'error').length
  const coverage = coverageSection(corpus)
  const report = [
    '# 内容报告',
    '由 `npm run feed:report` 从 `content/` 数出，不要手改。',
    `检查结果：${errors} 处错误，${problems.length - errors} 处提醒。`,
    countsSection(corpus),
    coverage,
    secondSourceSection(corpus),
    claimsSection(corpus),
    provenanceSection(corpus),
    reviewLoadSection(corpus),
    officesSection(corpus),
    lengthSection(corpus),
    questionsSection(corpus),
    recurrenceSection(corpus),
    uncitedSection(corpus),
  ].join('\n\n')
  const file = path.join(root, 'docs/content-report.md')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${report}\n`)
  console.log(`${coverage}\n\ndocs/content-report.md（${errors} 处错误）`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
