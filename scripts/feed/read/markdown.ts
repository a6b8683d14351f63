import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import type { Blockquote, List, Paragraph, RootContent } from 'mdast'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import type { Problem } from '../problem'
import { plainText, WHY_LABELS, type TextBlock, type TextDoc } from '../corpus/corpus'
import { checkMarks, readFootnote } from './footnotes'
import { readSpans, takeBlockId, takeLabel } from './spans'

export interface MarkdownFile {
  doc: TextDoc
  problems: Problem[]
}

const REFUSED: Partial<Record<RootContent['type'], string>> = {
  html: '用了 HTML；应当只用段落、## 小标题和 **强调**',
  list: '用了列表；应当写成段落，列表只用在最后的“> 要点”里',
  thematicBreak: '用了分隔线；应当去掉',
  definition: '用了引用式链接；应当写成 [字面](event:编号)',
  code: '用了代码块或行首多了空格；应当顶格写正文',
}

const BLOCK_FORM = '引用块只能是“为什么”或“要点”；应当写成 “> 要点” 和三行 “> - …”'

/** Reads a body: headings, paragraphs with citations and block ids, the 为什么 and 要点 blocks, footnotes. `offset` lines stand above it. */
export function readMarkdown(file: string, body: string, offset: number): MarkdownFile {
  const problems: Problem[] = []
  const fail = (line: number, message: string) => void problems.push({ file, line, message, level: 'error' })
  const blocks: TextBlock[] = []
  const doc: TextDoc = {
    blocks,
    keyPoints: [],
    why: [],
    footnotes: [],
    lastLine: offset + body.trimEnd().split('\n').length,
  }
  const lineOf = (node: { position?: { start: { line: number } } | undefined }) =>
    (node.position?.start.line ?? 1) + offset

  const paragraph = (node: Paragraph) => {
    const { spans, notes, id } = takeBlockId(readSpans(node.children, offset, fail))
    const line = lineOf(node)
    if (/^\s*\|/u.test(spans[0]?.text ?? '')) fail(line, '用了表格；应当写成段落')
    if (spans.length === 0) fail(line, '段落里没有字；应当把 ^编号 写在段落末尾')
    else blocks.push({ kind: 'paragraph', ...(id === undefined ? {} : { id }), spans, notes, line })
  }
  const box = (node: Blockquote) => {
    const [head, list] = node.children
    const title = head?.type === 'paragraph' ? plainText(readSpans(head.children, offset, fail).spans).trim() : ''
    if (list?.type !== 'list' || list.ordered || node.children.length !== 2) fail(lineOf(node), BLOCK_FORM)
    else if (title === '要点') keyPoints(list, lineOf(node))
    else if (title === '为什么') why(list, lineOf(node))
    else fail(lineOf(node), BLOCK_FORM)
  }
  const linesOf = (list: List, title: string) =>
    list.children.flatMap(item => {
      const [only] = item.children
      if (only?.type === 'paragraph' && item.children.length === 1)
        return [{ ...readSpans(only.children, offset, fail), line: lineOf(item) }]
      fail(lineOf(item), `${title}只写一句话；应当不分段、不嵌套`)
      return []
    })
  const keyPoints = (list: List, line: number) => {
    if (doc.keyPointsLine !== undefined) fail(line, '要点写了两次；应当只在最后写一次')
    doc.keyPointsLine = line
    doc.keyPoints.push(...linesOf(list, '要点'))
  }
  const why = (list: List, line: number) => {
    if (doc.whyLine !== undefined) fail(line, '“为什么”写了两次；应当只写一次')
    if (doc.keyPointsLine !== undefined) fail(line, '“为什么”写在要点之后；应当放在“> 要点”的正前面')
    doc.whyLine = line
    for (const found of linesOf(list, '“为什么”的每一条')) {
      const read = takeLabel(found)
      if (read) doc.why.push({ ...read, line: found.line })
      else fail(found.line, `这一条没有名目；应当以 ${WHY_LABELS.map(label => `“${label}：”`).join('、')}之一开始`)
    }
  }

  const options = { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] }
  for (const node of fromMarkdown(body, options).children) {
    const definition = node.type === 'footnoteDefinition'
    if (doc.footnotes.length > 0 && !definition) fail(lineOf(node), '脚注的出处之后还有内容；应当把出处放在全文最后')
    if (doc.keyPointsLine !== undefined && node.type !== 'blockquote' && !definition)
      fail(lineOf(node), '要点之后还有内容；应当把要点放在全文最后')
    if (doc.whyLine !== undefined && doc.keyPointsLine === undefined && node.type !== 'blockquote')
      fail(lineOf(node), '“为什么”之后还有内容；应当把它放在“> 要点”的正前面')
    if (node.type === 'paragraph') paragraph(node)
    else if (node.type === 'heading' && node.depth === 2) {
      const { spans, notes } = readSpans(node.children, offset, fail)
      const text = plainText(spans).trim()
      if (notes.length > 0) fail(lineOf(node), '小标题里有脚注；应当把脚注移到正文的句子后面')
      if (text === '') fail(lineOf(node), '小标题是空的；应当写上标题')
      blocks.push({ kind: 'heading', text, line: lineOf(node) })
    } else if (node.type === 'heading')
      fail(lineOf(node), '标题级别不对（--- 或 === 紧跟在段落下一行也会变成标题）；应当只用 ## 小标题')
    else if (node.type === 'blockquote') box(node)
    else if (definition) {
      const { start, end } = node.position!
      const note = readFootnote(node.label ?? node.identifier, body.slice(start.offset, end.offset), lineOf(node), fail)
      if (note) doc.footnotes.push(note)
    } else fail(lineOf(node), REFUSED[node.type] ?? '用了不支持的写法；应当只用段落、## 小标题和“> 要点”')
  }
  checkMarks(doc, fail)
  return { doc, problems }
}
