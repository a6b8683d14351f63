import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { readFrontMatter } from '../../scripts/feed/read/front-matter'

// Folders move and commands are renamed; a page that names the old ones sends its reader astray.
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'scripts/media/README.md',
  ...['docs', 'docs/decisions'].flatMap(folder => inFolder(folder).map(name => path.join(folder, name))),
]
const ROOMS = /^(?:content|domain|src|server|scripts|config|tests|docs|types|\.ci)\/[\w./@*{},-]*$/

function inFolder(folder: string): string[] {
  return fs.readdirSync(folder).filter(name => name.endsWith('.md'))
}

const decisions = () => inFolder('docs/decisions').filter(name => name !== 'README.md')

/** `src/{api,feed}/x` names two. */
function expand(name: string): string[] {
  const [whole, before, list, after] = /^(.*?)\{([^}]*)\}(.*)$/.exec(name) ?? []
  return whole ? list!.split(',').flatMap(part => expand(before! + part + after!)) : [name]
}

/** Modules are named with and without their ending; a star stands for whatever is in the folder. */
function isThere(name: string): boolean {
  const at = name.includes('*') ? path.dirname(name.slice(0, name.indexOf('*') + 1)) : name
  return ['', '.ts', '.tsx', '.h5.ts', '.h5.tsx', '.web.ts'].some(ending =>
    fs.existsSync(at.replace(/\/$/, '') + ending),
  )
}

const codeOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)

describe.each(PAGES)('%s', page => {
  const text = fs.readFileSync(page, 'utf8')

  test('every path that it names exists', () => {
    const named = codeOf(text)
      .flatMap(code => code.split(/\s+/))
      .filter(word => ROOMS.test(word))
    expect(named.flatMap(expand).filter(name => !isThere(name))).toEqual([])
  })

  test('every link leads to a file', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, src]) => (link ?? src)!)
    const local = links.filter(link => !/^(?:[a-z]+:|#)/.test(link)).map(link => link.split('#')[0]!)
    expect(local.filter(link => !fs.existsSync(path.join(path.dirname(page), link)))).toEqual([])
  })

  test('every npm command that it names is one', () => {
    const scriptsOf = (folder: string) =>
      Object.keys(
        (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { scripts: object }).scripts,
      )
    const named = [...text.matchAll(/npm (?:--prefix (\S+) )?run ([\w:-]+)/g)]
    const missing = named.filter(([, folder = '.', name]) => !scriptsOf(folder).includes(name!)).map(([whole]) => whole)
    expect(missing).toEqual([])
  })
})

test('docs/README.md leads to every page of docs: one that nothing leads to is read by nobody', () => {
  const index = fs.readFileSync('docs/README.md', 'utf8')
  const pages = inFolder('docs').filter(name => name !== 'README.md')
  expect(pages.filter(name => !index.includes(`](${name})`))).toEqual([])
})

test('no two decisions have the same number', () => {
  const numbers = decisions().map(name => name.slice(0, 4))
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
})

test('every decision stands once in docs/decisions/README.md, with its title', () => {
  const listed = fs.readFileSync('docs/decisions/README.md', 'utf8').match(/^- .*$/gm)!
  const due = decisions().map(name => {
    const [, number, title] = /^# (\d{4})(?: ·)? (.*)\n/.exec(fs.readFileSync(`docs/decisions/${name}`, 'utf8'))!
    return `- [${number}](${name}) ${title}`
  })
  expect(listed.map(line => line.replace(/ \(superseded by \d{4}\)$/, '')).sort()).toEqual(due.sort())
})

const README = fs.readFileSync('README.md', 'utf8')
const underGit = spawnSync('git', ['ls-tree', 'HEAD']).status === 0 ? test : test.skip

underGit(
  'what lies in the root is in the table of README: a file that strayed there is found before it is in the history',
  () => {
    const kept = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout.split('\0')
    const root = new Set(kept.filter(Boolean).map(name => name.split('/')[0]!))
    const named = new Set(codeOf(README).map(name => name.replace(/\/$/, '')))
    expect([...root].filter(name => name !== 'README.md' && !named.has(name))).toEqual([])
  },
)

test('the syllabi call what is written by its own title', () => {
  const titles = new Map(
    ['content/articles', 'content/episodes'].flatMap(folder =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.md'))
        .map(name => {
          const file = path.join(folder, name)
          const { id, title } = readFrontMatter(file, fs.readFileSync(file, 'utf8')).yaml.value as Record<
            string,
            string
          >
          return [id!, title!] as const
        }),
    ),
  )
  const rows = inFolder('docs/syllabus')
    .flatMap(name => fs.readFileSync(`docs/syllabus/${name}`, 'utf8').match(/^\| [ae]-\d{4} \|.*$/gm)!)
    .map(row => row.split('|').map(cell => cell.trim().replace(/（重点集?）$/, '')))
    .filter(([, id]) => titles.has(id!))
  expect(rows.length).toBeGreaterThanOrEqual(titles.size)
  expect(rows.filter(cells => !cells.includes(titles.get(cells[1]!)!)).map(([, id]) => id)).toEqual([])
})

test('README says how many articles, episodes and recordings there are', () => {
  const count = (folder: string, ending: string) =>
    fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(ending)).length
  const [, articles, episodes, sounds, films] =
    /文章写到 610 篇里的 (\d+) 篇、节目文稿 205 集里的 (\d+) 集，集集有录好的声音（(\d+) 集音频、(\d+) 集影片/.exec(
      README,
    )!
  expect({ articles, episodes, sounds, films }).toEqual({
    articles: `${count('content/articles', '.md')}`,
    episodes: `${count('content/episodes', '.md')}`,
    sounds: `${count('content/media', '.m4a')}`,
    films: `${count('content/media', '.mp4')}`,
  })
})
