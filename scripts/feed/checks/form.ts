import { errorAt, errorOn, type Problem } from '../problem'
import { paragraphsOf, plainText, type Corpus, type TextDoc, type Texted } from '../corpus/corpus'
import { countChars, withoutSpaces } from '../text/comparable'

/** Characters of a text as it is counted: headings, paragraphs and key points, with punctuation, as editors count them. */
export function textLength(doc: TextDoc): number {
  const texts = [
    ...doc.blocks.map(block => (block.kind === 'heading' ? block.text : plainText(block.spans))),
    ...doc.keyPoints.map(({ spans }) => plainText(spans)),
  ]
  return texts.reduce((sum, text) => sum + withoutSpaces(text).length, 0)
}

/** Articles and scripts have the shape that readers and listeners expect. */
export function checkForm(corpus: Corpus): Problem[] {
  return [
    ...corpus.articles.flatMap(article => [...checkArticle(article), ...checkBlockIds(article)]),
    ...corpus.episodes.flatMap(checkEpisode),
  ]
}

function checkArticle(article: Corpus['articles'][number]): Problem[] {
  const { at, doc } = article
  const problems = checkLength(article, 500, 1200)
  const sections = doc.blocks.filter(block => block.kind === 'heading')
  if (sections.length < 2 || sections.length > 5)
    problems.push(errorAt(at, '', `有 ${sections.length} 个小节；应当有二到五个 ## 小标题`))
  if (doc.keyPointsLine === undefined)
    problems.push(errorOn(at, doc.lastLine, '没有要点；应当在最后写 “> 要点” 和三行 “> - …”'))
  else if (doc.keyPoints.length !== 3)
    problems.push(errorOn(at, doc.keyPointsLine, `要点有 ${doc.keyPoints.length} 条；应当正好三条`))
  problems.push(...checkWhy(article))
  const { related } = article.value
  if (related.length < 2 || related.length > 4)
    problems.push(errorAt(at, 'related', `related 有 ${related.length} 篇；应当二到四篇`))
  return problems
}

function checkWhy({ at, doc }: Texted<unknown>): Problem[] {
  if (doc.whyLine === undefined) return []
  const problems: Problem[] = []
  if (doc.why.length < 2 || doc.why.length > 4)
    problems.push(errorOn(at, doc.whyLine, `“为什么”有 ${doc.why.length} 条；应当二到四条`))
  doc.why.forEach(({ label, spans, line }, position) => {
    const chars = plainText(spans).length
    if (chars > 70) problems.push(errorOn(at, line, `“${label}”有 ${chars} 字；应当不超过 70 字`))
    if (doc.why.findIndex(it => it.label === label) < position)
      problems.push(errorOn(at, line, `“${label}”写了两次；应当每个名目只写一条`))
  })
  return problems
}

function checkEpisode(episode: Corpus['episodes'][number]): Problem[] {
  const { at, value, doc } = episode
  const problems = value.flagship ? checkLength(episode, 900, 1200) : checkLength(episode, 500, 800)
  const headings = doc.blocks.filter(block => block.kind === 'heading').length
  if (value.flagship && headings < 2)
    problems.push(errorAt(at, 'flagship', `重点集有 ${headings} 个章节；应当至少两个 ## 章节名`))
  if (doc.keyPointsLine !== undefined) problems.push(errorOn(at, doc.keyPointsLine, '文稿里有要点；应当只用在文章里'))
  if (doc.whyLine !== undefined) problems.push(errorOn(at, doc.whyLine, '文稿里有“为什么”；应当只用在文章里'))
  for (const { spans, line } of paragraphsOf(doc)) {
    if (/[（(【[]/u.test(plainText(spans)))
      problems.push(errorOn(at, line, '文稿里有括号，读出来听不懂；应当改成一句话'))
  }
  return problems
}

function checkLength({ at, doc }: Texted<unknown>, min: number, max: number): Problem[] {
  const problems: Problem[] = []
  const length = textLength(doc)
  if (length < min || length > max) problems.push(errorAt(at, '', `全文 ${length} 字；应当在 ${min} 到 ${max} 字之间`))
  for (const { spans, line } of paragraphsOf(doc)) {
    const chars = plainText(spans).length
    if (chars > 130) problems.push(errorOn(at, line, `这一段 ${chars} 字；应当不超过 130 字，拆成两段`))
  }
  return problems
}

function checkBlockIds({ at, doc }: Texted<unknown>): Problem[] {
  const seen = new Set<string>()
  return paragraphsOf(doc).flatMap(({ id, line, spans }) => {
    if (id !== undefined && seen.has(id)) return [errorOn(at, line, `证据编号 ^${id} 在本文里用了两次；应当换一个`)]
    if (id !== undefined) seen.add(id)
    const stray = spans.find(span => / \^[a-z]\d/u.test(span.text))
    if (stray) return [errorOn(at, line, '证据编号不在段落末尾；应当移到段落最后，前面空一格')]
    return countChars(plainText(spans)) === 0 ? [errorOn(at, line, '段落里没有字；应当删掉')] : []
  })
}
