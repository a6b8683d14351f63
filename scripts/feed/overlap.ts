import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { copiesIn, RUN } from './overlap/copies'
import { namesOf, ownTexts } from './overlap/own-texts'
import { parseAll } from './read/cache'
import { readTree } from './read/tree'
import { lettersOf } from './text/letters'

/**
 * Compares all content below `root` with every text file in a folder and prints what they share.
 * @returns the exit code: 0 nothing, 1 something, 2 there is nothing to compare with
 */
export async function runOverlap(
  folder: string | undefined,
  root: string,
  print: (line: string) => void,
): Promise<number> {
  if (folder === undefined) {
    print('应当写明来源文本所在的文件夹：npm run feed:overlap -- 文件夹')
    return 2
  }
  const { foreign, unread } = await readFolder(path.resolve(root, folder))
  if (unread.length > 0)
    print(`没有比的 ${unread.length} 个文件，读不出文字：${unread.join('、')}；应当另存成文本再放进去`)
  if (foreign.length === 0) {
    print(`${folder} 里没有文本文件；应当把来源的文本放进去`)
    return 2
  }
  const files = await parseAll(await readTree(root), root)
  const copies = copiesIn(
    ownTexts(files),
    foreign.map(({ text }) => text),
    namesOf(files),
  )
  for (const { own, foreign: theirs, foreignAt, from, to } of copies) {
    const source = foreign[theirs]!
    print(`${own.file}:${own.line}  “${own.text.slice(from, to)}”  ← ${source.name}:${source.lineAt(foreignAt)}`)
  }
  print(
    `与 ${foreign.length} 个来源文本相同的 ${RUN} 字以上：${copies.length} 处（人名、专名、日期不计，引号和书名号里的不算）`,
  )
  return copies.length > 0 ? 1 : 0
}

interface Foreign {
  name: string
  text: string
  lineAt: (at: number) => number
}

async function readFolder(folder: string): Promise<{ foreign: Foreign[]; unread: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  const read = await Promise.all(
    names.sort().map(async name => ({ name: path.relative(folder, name), text: textOf(await readFile(name)) })),
  )
  return {
    foreign: read.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, ...linesOf(text) }])),
    unread: read.flatMap(({ name, text }) => (text === undefined ? [name] : [])),
  }
}

/** A file's text as Chinese editors save it; nothing for a picture, an archive or a printed page. */
function textOf(bytes: Buffer): string | undefined {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (wide === '' && (bytes.includes(0) || bytes.subarray(0, 5).toString('latin1') === '%PDF-')) return undefined
  for (const encoding of wide === '' ? ['utf-8', 'gb18030'] : [wide])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Another encoding, or no text.
    }
  return undefined
}

/** A text's letters, and the line on which each stands. */
function linesOf(text: string): Pick<Foreign, 'text' | 'lineAt'> {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const line of text.split('\n')) {
    starts.push(length)
    const part = lettersOf(line)
    parts.push(part)
    length += part.length
  }
  return { text: parts.join(''), lineAt: at => starts.findLastIndex(start => start <= at) + 1 }
}

if (require.main === module)
  void runOverlap(process.argv[2], process.cwd(), line => console.log(line)).then(code => {
    process.exitCode = code
  })
