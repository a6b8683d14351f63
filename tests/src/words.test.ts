import fs from 'node:fs'
import path from 'node:path'

/** Words that docs/words.md forbids and that mean nothing else in this app. */
const FORBIDDEN = [
  ...['还差', '落后', '确定', '提交', '出错了', '未知错误', '操作失败', '稍后重试', '网络异常', '请求失败'],
  ...[
    '首屏',
    '个人中心',
    '图文',
    '资讯',
    '时间轴',
    '词条',
    '术语',
    '书签',
    '高亮',
    '批注',
    '标注',
    '勘误',
    '下架',
    '海报',
  ],
  ...['打卡', '错题集', '补签', '离线包', '无障碍模式', '举报', '会员', '用户中心', '本地存储', '音视频', '缓存'],
]
/** Sentences in which such a word says something else. */
const ALLOWED = ['也不说还差几个人', '文件和页面上都有标注']

const SHOWN = ['pages', 'subpackages', 'components', 'layout', 'hooks', 'actions', 'stores']

function files(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(it => {
    const at = path.join(folder, it.name)
    return it.isDirectory() ? files(at) : /\.tsx?$/.test(it.name) ? [at] : []
  })
}

test('pages say what the glossary says', () => {
  const found = SHOWN.flatMap(folder => files(path.join('src', folder))).flatMap(file =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        const words = ALLOWED.reduce((rest, allowed) => rest.replace(allowed, ''), line)
        return FORBIDDEN.filter(word => words.includes(word)).map(word => `${file}:${i + 1}: ${word}`)
      }),
  )
  expect(found).toEqual([])
})

test('every word that is looked for here is in the glossary', () => {
  const glossary = fs.readFileSync('docs/words.md', 'utf8')
  const unknown = FORBIDDEN.filter(word => !glossary.includes(word))
  expect(unknown).toEqual([])
})
