import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { drawDemoPaper } from '../../domain/contest/demo-paper'
import { compileContent } from './compile'
import { compileQuestion } from './compile/question'
import { indexLedger } from './corpus/ledger-index'

const HEAD = `# 公开演示题：竞赛“先练一练”用的六十道，谁都看得到，不计成绩；真正的竞赛题由主办方导入，不在这里。
# 由 npm run feed:demo 按定好的办法选出，不要手改：各书架各难度各几道见 domain/contest/demo-paper.ts，一篇文章至多一道。
`

/** Chooses the 公开演示题 anew and writes them. @returns the exit code */
async function runDemoPaper(root: string, print: (line: string) => void): Promise<number> {
  const { corpus } = await compileContent({ root, release: false, renamed: [] })
  const index = indexLedger(corpus)
  const pool = corpus.questions.flatMap(({ value }) => compileQuestion(value, index) ?? [])
  const ids = drawDemoPaper(pool)
  if (!ids) {
    print(`${pool.length} 道题里选不出一份；应当先补题，或改 domain/contest/demo-paper.ts 里的数目`)
    return 1
  }
  const file = path.join(root, 'content/demo-paper.yml')
  await writeFile(file, `${HEAD}questions:\n${ids.map(id => `  - ${id}\n`).join('')}`)
  print(`${ids.length} 道公开演示题写进 content/demo-paper.yml`)
  return 0
}

if (require.main === module)
  void runDemoPaper(process.cwd(), line => console.log(line)).then(code => {
    process.exitCode = code
  })
