import type { PhrasingContent } from 'mdast'
import { WHY_LABELS, type Marked, type TextSpan } from '../corpus/corpus'

type Fail = (line: number, message: string) => void

const TARGET = /^(event|person|article):(.+)$/u
const REFUSED: Partial<Record<PhrasingContent['type'], string>> = {
  image: '用了图片；应当去掉',
  html: '用了 HTML；应当去掉',
  inlineCode: '用了反引号；应当去掉',
  emphasis: '用了单个星号或下划线；强调应当写成 **字**',
  break: '行末有换行标记；应当去掉行末的空格或反斜杠',
}

/** Reads the words of a paragraph, and the footnote marks in them. */
export function readSpans(nodes: readonly PhrasingContent[], offset: number, fail: Fail): Marked {
  const spans: TextSpan[] = []
  const notes: Marked['notes'] = []
  for (const [index, node] of nodes.entries()) {
    const line = (node.position?.start.line ?? 1) + offset
    if (node.type === 'text') {
      const marked = nodes[index - 1]?.type === 'footnoteReference'
      spans.push(...strongIn(marked ? afterMark(spans.at(-1)?.text ?? '', node.value) : node.value, line))
    } else if (node.type === 'footnoteReference')
      notes.push({ label: node.identifier, at: spans.reduce((sum, { text }) => sum + text.length, 0), line })
    else if (node.type === 'strong') spans.push({ kind: 'strong', text: wordsOf(node.children, line, fail), line })
    else if (node.type === 'link') {
      const text = wordsOf(node.children, line, fail)
      const [, kind, id] = TARGET.exec(node.url) ?? []
      if (kind === undefined || id === undefined)
        fail(line, `链接 ${node.url} 不是引文；应当写成 [字面](event:编号)、(person:编号) 或 (article:编号)`)
      else if (text === '') fail(line, `引文 ${node.url} 没有字面；应当在方括号里写上文字`)
      else spans.push({ kind: kind as 'event' | 'person' | 'article', id, text, line })
    } else fail(line, REFUSED[node.type] ?? '用了不支持的写法；应当只用文字、**强调** 和引文')
  }
  for (const span of spans) {
    const undefinedNote = /\[\^([^\]]*)\]/u.exec(span.text)
    if (undefinedNote)
      fail(
        span.line,
        `脚注 ${undefinedNote[0]} 没有出处；应当在全文最后写 “[^${undefinedNote[1] ?? ''}]: 来源编号#行 原文的话”`,
      )
    if (span.kind === 'text' && /\]\s*[（(]|[[【][^\]】]*\]\s*$/u.test(span.text) && /[[\]]/u.test(span.text)) {
      fail(
        span.line,
        `“${span.text.slice(0, 20)}…” 像是没写对的引文；应当写成 [字面](event:编号)，中间没有空格，括号用半角`,
      )
    }
  }
  return { spans: spans.filter(span => span.text !== '').reduce(joined, []), notes }
}

/** A mark taken out leaves one run of words, not two. */
function joined(spans: TextSpan[], span: TextSpan): TextSpan[] {
  const last = spans.at(-1)
  if (last?.kind !== 'text' || span.kind !== 'text' || last.line !== span.line) return [...spans, span]
  return [...spans.slice(0, -1), { ...last, text: last.text + span.text }]
}

/** The blank that set a mark apart goes with it, but for one that parts two Latin words. */
const afterMark = (before: string, text: string) =>
  /[a-z]$/iu.test(before) && /^[ \t]+[a-z]/iu.test(text) ? text : text.replace(/^[ \t]+/u, '')

/** Neither a line break nor a blank after a stop parts anything in Chinese. */
const unbroken = (text: string) => text.replace(/[ \t]*\n[ \t]*/gu, '').replace(/(?<=[。！？；，、：”’])[ \t]+/gu, '')

/** CommonMark refuses `**字。**后` beside Chinese punctuation; what it left as text is read here. */
function strongIn(value: string, line: number): TextSpan[] {
  const parts = value.split(/\*\*([^*]+)\*\*/u)
  let at = line
  return parts.map((part, index) => {
    const span: TextSpan = { kind: index % 2 === 1 ? 'strong' : 'text', text: unbroken(part), line: at }
    at += part.split('\n').length - 1
    return span
  })
}

function wordsOf(nodes: readonly PhrasingContent[], line: number, fail: Fail): string {
  return nodes
    .map(node => {
      if (node.type === 'text') return unbroken(node.value)
      fail(line, '强调和引文套在一起了；应当二者取一')
      return ''
    })
    .join('')
}

/** Takes the ` ^e1` off the end of a paragraph. */
export function takeBlockId({ spans, notes }: Marked): Marked & { id?: string } {
  const last = spans.at(-1)
  const match = last?.kind === 'text' ? /\s*\^([a-z0-9-]+)\s*$/u.exec(last.text) : null
  if (!last || !match?.[1]) return { spans, notes }
  const text = last.text.slice(0, match.index)
  return { spans: [...spans.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])], notes, id: match[1] }
}

/** Takes the 起因： off the beginning of a 为什么 line; undefined when there is no such label. */
export function takeLabel({ spans, notes }: Marked): (Marked & { label: string }) | undefined {
  const [first, ...rest] = spans
  const match = first?.kind === 'text' ? /^\s*(\p{L}+)：\s*/u.exec(first.text) : null
  const label = match?.[1]
  if (!first || !match || !WHY_LABELS.some(it => it === label)) return undefined
  const text = first.text.slice(match[0].length)
  return {
    label: label!,
    spans: [...(text === '' ? [] : [{ ...first, text }]), ...rest],
    notes: notes.map(note => ({ ...note, at: note.at - match[0].length })),
  }
}
