import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Blockquote, Code, Paragraph, RootContent } from 'mdast'
import type { Problem } from '../problem'
import { explainIssues } from '../schema/explain'
import { slideSchema } from '../schema/slide'
import type { TextBlock, TextDoc } from '../corpus/corpus'
import { readSpans, takeBlockId } from './spans'
import { readYaml } from './yaml'

export interface MarkdownFile {
  doc: TextDoc
  problems: Problem[]
}

const REFUSED: Partial<Record<RootContent['type'], string>> = {
  html: '用了 HTML；应当只用段落、## 小标题和 **强调**',
  list: '用了列表；应当写成段落，列表只用在最后的“> 要点”里',
  thematicBreak: '用了分隔线；应当去掉',
  definition: '用了引用式链接；应当写成 [字面](event:编号)',
  code: '用了代码块或行首多了空格；应当顶格写正文，只有 slide 幻灯片可以用围栏',
}

/** Reads a body: headings, paragraphs with citations and block ids, the 要点 block, slides. `offset` lines stand above it. */
export function readMarkdown(file: string, body: string, offset: number): MarkdownFile {
  const problems: Problem[] = []
  const fail = (line: number, message: string) => void problems.push({ file, line, message, level: 'error' })
  const blocks: TextBlock[] = []
  const doc: TextDoc = { blocks, keyPoints: [], slides: [], lastLine: offset + body.trimEnd().split('\n').length }
  const lineOf = (node: { position?: { start: { line: number } } | undefined }) =>
    (node.position?.start.line ?? 1) + offset

  const paragraph = (node: Paragraph) => {
    const { spans, id } = takeBlockId(readSpans(node.children, offset, fail))
    const line = lineOf(node)
    if (/^\s*\|/u.test(spans[0]?.text ?? '')) fail(line, '用了表格；应当写成段落')
    if (spans.length === 0) fail(line, '段落里没有字；应当把 ^编号 写在段落末尾')
    else blocks.push({ kind: 'paragraph', ...(id === undefined ? {} : { id }), spans, line })
  }
  const slide = (node: Code) => {
    const line = lineOf(node)
    const yaml = readYaml(file, node.value, line)
    problems.push(...yaml.problems)
    if (yaml.problems.length > 0) return
    const parsed = slideSchema.safeParse(yaml.value)
    if (parsed.success) {
      doc.slides.push({
        paragraph: blocks.filter(block => block.kind === 'paragraph').length,
        value: parsed.data,
        line,
      })
      return
    }
    for (const { path, message } of explainIssues(parsed.error.issues, yaml.value))
      fail(yaml.lines[path] ?? line, `幻灯片：${message}`)
  }
  const keyPoints = (node: Blockquote) => {
    const [title, list] = node.children
    const named =
      title?.type === 'paragraph' &&
      readSpans(title.children, offset, fail)
        .map(span => span.text)
        .join('')
        .trim() === '要点'
    if (!named || list?.type !== 'list' || list.ordered || node.children.length !== 2) {
      fail(lineOf(node), '引用块只能是要点；应当写成 “> 要点” 和三行 “> - …”')
      return
    }
    if (doc.keyPointsLine !== undefined) fail(lineOf(node), '要点写了两次；应当只在最后写一次')
    doc.keyPointsLine = lineOf(node)
    for (const item of list.children) {
      const [only] = item.children
      if (only?.type === 'paragraph' && item.children.length === 1)
        doc.keyPoints.push({ spans: readSpans(only.children, offset, fail), line: lineOf(item) })
      else fail(lineOf(item), '要点只写一句话；应当不分段、不嵌套')
    }
  }

  for (const node of fromMarkdown(body).children) {
    if (doc.keyPointsLine !== undefined && node.type !== 'blockquote')
      fail(lineOf(node), '要点之后还有内容；应当把要点放在全文最后')
    if (node.type === 'paragraph') paragraph(node)
    else if (node.type === 'heading' && node.depth === 2) {
      const text = readSpans(node.children, offset, fail)
        .map(span => span.text)
        .join('')
        .trim()
      if (text === '') fail(lineOf(node), '小标题是空的；应当写上标题')
      blocks.push({ kind: 'heading', text, line: lineOf(node) })
    } else if (node.type === 'heading')
      fail(lineOf(node), '标题级别不对（--- 或 === 紧跟在段落下一行也会变成标题）；应当只用 ## 小标题')
    else if (node.type === 'code' && node.lang === 'slide') slide(node)
    else if (node.type === 'blockquote') keyPoints(node)
    else fail(lineOf(node), REFUSED[node.type] ?? '用了不支持的写法；应当只用段落、## 小标题和“> 要点”')
  }
  return { doc, problems }
}
