import fs from 'node:fs'
import { BUDGETS, costOf, type PageCost } from './costs'
import { bytesAtFull, fullFeed } from './full-feed'
import { MiniPackage } from './harness/package'
import { addresses, isKeep, PACKAGE, packagedCatalog } from './subject'
import { veteranStorage } from './veteran'

const TARGET = 'docs/weapp-report.md'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const verdict = (bytes: number, budget: number) => (bytes <= budget ? '✓' : '✕ 超出')
const cell = (text: string) => text.replaceAll('|', '｜').replace(/\s+/g, ' ').slice(0, 24)

function packageTable(): string {
  const mini = new MiniPackage(PACKAGE)
  const roots = ['', ...mini.roots().map(({ root }) => root)]
  const rows = roots.map(root => {
    const budget = root === '' ? BUDGETS.main : BUDGETS.subPackage
    const bytes = mini.bytes(root)
    return `| ${root || '主包'} | ${mini.files(root).length} | ${kB(bytes)} | ${kB(budget)} | ${verdict(bytes, budget)} |`
  })
  const total = roots.reduce((sum, root) => sum + mini.bytes(root), 0)
  rows.push(`| 合计 | | ${kB(total)} | ${kB(BUDGETS.total)} | ${verdict(total, BUDGETS.total)} |`)
  return ['| 包 | 文件 | 大小 | 预算 | |', '| --- | ---: | ---: | ---: | --- |', ...rows].join('\n')
}

function pageTable(costs: PageCost[]): string {
  const rows = costs.map(it => {
    const taps = it.taps.filter(one => !one.opened)
    const most = taps.reduce((max, one) => Math.max(max, one.bytes), 0)
    return `| ${it.url} | ${it.calls} | ${kB(it.bytes)} | ${verdict(it.bytes, BUDGETS.firstSetData)} | ${taps.length ? kB(most) : '–'} | ${verdict(most, BUDGETS.tap)} |`
  })
  return [
    '| 页面 | 次数 | 首次 setData | | 最重的一次点按 | |',
    '| --- | ---: | ---: | --- | ---: | --- |',
    ...rows,
  ].join('\n')
}

function tapTable(costs: PageCost[]): string {
  const rows = costs.flatMap(page =>
    page.taps.map(({ name, opened, calls, bytes }) => {
      const budget = opened ? BUDGETS.firstSetData : BUDGETS.tap
      return `| ${page.url.split('?')[0]} | ${cell(name)} | ${opened ?? ''} | ${calls} | ${kB(bytes)} | ${verdict(bytes, budget)} |`
    }),
  )
  return ['| 页面 | 点什么 | 打开 | 次数 | 字节 | |', '| --- | --- | --- | ---: | ---: | --- |', ...rows].join('\n')
}

function fullTable(): string {
  const full = fullFeed()
  const mini = new MiniPackage(PACKAGE)
  const rows = ['', ...mini.roots().map(({ root }) => root)].flatMap(root => {
    const [bytes, budget] = [bytesAtFull(mini, root, full), root === '' ? BUDGETS.main : BUDGETS.subPackage]
    if (bytes === mini.bytes(root)) return []
    return [
      `| ${root || '主包'} | ${kB(mini.bytes(root))} | ${kB(bytes)} | ${kB(budget)} | ${verdict(bytes, budget)} |`,
    ]
  })
  const volumes = Object.entries(full.sizes).filter(([name]) => /^articles-.*\.json$/.test(name))
  const [largest, bytes] = volumes.reduce((most, one) => (one[1] > most[1] ? one : most))
  return `今天的内容，再用无意义的汉字填到 ${full.articles} 篇文章、${full.episodes} 集节目、${full.questions} 道题、${full.events} 个事件（引文和长短照抄，随机汉字比真文章难压缩）。会变的只有这些包，其余照上表；声音不算在内：

| 包 | 今天 | 到齐以后 | 预算 | |
| --- | ---: | ---: | ---: | --- |
${rows.join('\n')}

主包里的目录今天 ${kB(fs.statSync('dist/feed/catalog.json').size)}，到齐以后 ${kB(full.sizes['catalog.json']!)}。最大的一卷 ${largest} 到时候压缩前 ${kB(bytes)}。`
}

/** `npm run report:weapp`: runs the built package and writes down what it costs. */
async function main(): Promise<void> {
  const catalog = packagedCatalog()
  const veteran = await veteranStorage(catalog)
  const costs: PageCost[] = []
  for (const url of addresses(catalog).filter(it => !isKeep(it.split('?')[0]!)))
    costs.push(await costOf(url, { storage: veteran.copy() }))
  const report = `# 小程序包的分量

由 \`npm run report:weapp\` 写成，不要手改。1 kB = 1,000 字节。数字来自 \`tests/weapp\` 的测试台：真正执行 \`dist/weapp\`，但不是真机。

## 包

${packageTable()}

## 内容到齐以后

${fullTable()}

## 每一页

每页都由一位天天学、学了半年的成员打开，到安静为止的全部 setData 都算。预算：打开 ${kB(BUDGETS.firstSetData)}，点按 ${kB(BUDGETS.tap)}。

${pageTable(costs)}

## 每一次点按

同一种控件只点一个。打开新页的点按算新页的首次 setData。

${tapTable(costs)}
`
  fs.writeFileSync(TARGET, report)
  const over = (report.match(/✕ 超出/g) ?? []).length
  console.log(`${TARGET}：${costs.length} 页，${over} 处超出预算`)
}

void main()
