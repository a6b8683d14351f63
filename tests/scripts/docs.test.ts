import fs from 'node:fs'
import path from 'node:path'

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
