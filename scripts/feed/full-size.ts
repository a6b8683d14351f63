import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { compileBundle } from './compile/bundle'
import { assemble } from './corpus/assemble'
import { parseAll } from './read/cache'
import { readTree, type ContentFile } from './read/tree'
import { writeBundle } from './write'

const TARGET = { articles: 610, episodes: 205, questions: 1200, events: 2000 }

/**
 * Fills the real content up to the size aimed at, in another folder, and compiles it: budgets and times are measured on what
 * the feed will be. Copies keep citations and lengths; their other characters are exchanged, so that nothing compresses or
 * counts as a repetition. The texts mean nothing and never leave that folder.
 */
async function main(root: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  await cp(path.join(root, 'content'), path.join(out, 'content'), { recursive: true })
  // What was read and compressed of the real content before is not read and compressed again.
  const known = path.join('.cache', 'feed')
  await cp(path.join(root, known), path.join(out, known), { recursive: true }).catch(() => undefined)
  const files = await readTree(root)
  const under = (folder: string) => files.filter(({ name }) => name.startsWith(`content/${folder}/`))
  const articles = await fill(
    out,
    under('articles'),
    TARGET.articles,
    number => `a-${String(9999 - number).padStart(4, '0')}`,
  )
  await fill(out, under('episodes'), TARGET.episodes, number => `e-${String(9999 - number).padStart(4, '0')}`)
  const questions = under('questions').flatMap(({ text }) => parse(text) as Record<string, unknown>[])
  const copies = Array.from({ length: Math.max(0, TARGET.questions - questions.length) }, (_, number) => {
    const source = questions[number % questions.length]!
    const [article = '', block] = String(source.evidence).split('^')
    const copied = articles.get(article)
    return {
      ...source,
      id: `q-${99999 - number}`,
      stem: exchange(String(source.stem), number + 1),
      evidence: `${copied?.[0] ?? article}^${block}`,
    }
  })
  await writeFile(path.join(out, 'content/questions/filler.yml'), stringify(copies))
  const ledger = parse(await readFile(path.join(out, 'content/events.yml'), 'utf8')) as Record<string, unknown>[]
  const events = Array.from({ length: Math.max(0, TARGET.events - ledger.length) }, (_, number) => {
    const source = ledger[number % ledger.length]!
    return {
      ...source,
      id: `${String(source.id)}-${number}`,
      title: exchange(String(source.title), number + 1),
      summary: exchange(String(source.summary), number + 1),
    }
  })
  await writeFile(path.join(out, 'content/events.yml'), stringify([...ledger, ...events]))
  // Unchecked: texts that mean nothing have errors all over.
  const { corpus } = assemble(await parseAll(await readTree(out), out))
  const { written } = await writeBundle(compileBundle(corpus), out)
  console.log(`dist/feed：${written.length} 个文件`)
}

/** Copies texts until there are `target`; returns which copies an id got. */
async function fill(out: string, files: readonly ContentFile[], target: number, idOf: (number: number) => string) {
  const copies = new Map<string, string[]>()
  for (let number = 0; number < target - files.length; number++) {
    const { name, text } = files[number % files.length]!
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
    const id = idOf(number)
    const old = /^id: (\S+)$/mu.exec(head)?.[1] ?? ''
    copies.set(old, [...(copies.get(old) ?? []), id])
    const front = head
      .replace(/^id: .*$/mu, `id: ${id}`)
      .replace(/^title: (.*)$/mu, (_, title: string) => `title: ${exchange(title, number + 1)}`)
      .replace(/^number: \d+$/mu, `number: ${101 + number}`)
    await writeFile(
      path.join(out, name.replace(/\.md$/u, `-filler-${number}.md`)),
      `---\n${front}\n---\n${exchange(body, number + 1)}`,
    )
  }
  return copies
}

/** Exchanges Chinese characters outside citations and the 要点 title for others of the same byte length. */
function exchange(text: string, seed: number): string {
  return text.replace(/\[[^\]]*\]\([^)]*\)|> 要点|\^e\d+|[一-鿿]/gu, (match, at: number) => {
    if (match.length > 1) return match
    const code = match.codePointAt(0)!
    return String.fromCodePoint(0x4e00 + ((code - 0x4e00 + seed * 37 + (at % 3)) % 4000))
  })
}

const [out] = process.argv.slice(2)
if (out === undefined) throw new Error('where to: npx tsx scripts/feed/full-size.ts FOLDER')
void main(process.cwd(), path.resolve(out))
