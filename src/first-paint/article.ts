import { firstMentions } from '@domain/catalog/mentions'
import { unpackOneArticle } from '@domain/catalog/packed-article'
import type { PackedCatalog } from '@domain/catalog/packed-catalog'
import type { ArticleBody, ArticleMeta, ArticleVolume, Block, Span } from '@domain/catalog/types'
import { dottedIn, lookOf } from '@/components/rich-text/look'
import { chineseVoice } from '@/platform/media/chinese-voice.h5'
import { aboutOf } from '@/subpackages/reader/article/about'
import { contentsOf } from '@/subpackages/reader/article/contents-of'
import { wholePieces } from '@/subpackages/reader/article/whole-pieces'
import { add, addAction, corrected, early, frame, type Painting } from './draw'
import { placeIn } from './place-in'

/** px² of a character in the smallest type, the room between lines included. */
const OF_A_CHARACTER = 600

/**
 * The beginning of an article, as the reader draws it. Not where the app has something to say first: of a correction, or of where
 * one stopped reading.
 */
export async function articlePainting({ id, volume }: { id: string; volume: string }): Promise<Painting | undefined> {
  if (corrected(id)) return undefined
  const [catalog, { articles }, place] = await Promise.all([
    early<PackedCatalog>('catalog.json'),
    early<ArticleVolume>(volume),
    placeIn(id),
  ])
  const meta = unpackOneArticle(catalog, id)
  const body = articles.find(it => it.id === id)
  if (!meta || !body || body.corrected) return undefined
  const root = drawing(meta, catalog.shelves.find(it => it.id === meta.shelf)?.title, body)
  const begins = root.querySelector('.article__paragraph')?.textContent ?? ''
  return place && begins.indexOf(place.quote) !== 0 ? undefined : { root, until: '.screen' }
}

function drawing(meta: ArticleMeta, shelf: string | undefined, { blocks }: ArticleBody): HTMLElement {
  const { root, bar, body } = frame('notes', 'screen__body')
  const back = add(bar, 'div', 'title-bar__back')
  add(back, 'div', 'icon icon--back')
  add(back, 'span', '', '返回')
  const actions = add(bar, 'div', 'title-bar__right')
  add(actions, 'div', 'title-action', '大字 A')
  for (const icon of [...(chineseVoice() ? ['headphones'] : []), 'star', 'more']) addAction(actions, icon)
  const article = add(body, 'div', 'article')
  const headings = contentsOf(blocks)
  const thread = add(article, 'div', 'thread thread--on')
  const annal = add(thread, 'div', 'annal')
  add(annal, 'span', 'annal__year', meta.date.slice(0, 4))
  add(annal, 'span', 'article__title', meta.title)
  const about = add(annal, 'span', 'opening__meta')
  for (const piece of wholePieces(aboutOf(meta, shelf))) {
    if (about.firstChild) about.append(' ')
    add(about, 'span', 'piece', piece)
  }
  if (headings.length > 0) add(thread, 'div', 'button button--plain', `目录（${headings.length} 节）`)
  addBlocks(add(article, 'div', 'article__body'), blocks)
  if (headings.length > 0) addContents(article, headings)
  return root
}

/** As many as may be in sight. */
function addBlocks(body: Element, blocks: readonly Block[]): void {
  add(add(add(body, 'div', 'reading-thread'), 'div', 'reading-thread__knot'), 'div', 'knot knot--loop')
  const paragraphs = blocks.map(it => (it.kind === 'paragraph' ? it.spans : []))
  const first = firstMentions(paragraphs)
  const room = (innerWidth * innerHeight) / OF_A_CHARACTER
  for (let i = 0; i < blocks.length && body.textContent!.length < room; i++) {
    const it = blocks[i]!
    if (it.kind === 'heading') add(body, 'span', 'article__heading', it.text)
    else addParagraph(add(body, 'div', 'rich-text article__paragraph'), it.spans, first[i]!)
  }
}

function addParagraph(paragraph: Element, spans: readonly Span[], first: ReadonlySet<string>): void {
  const dotted = dottedIn(spans, first)
  spans.forEach((span, i) => {
    if (typeof span === 'string') paragraph.append(span)
    else add(paragraph, 'span', lookOf(span[1], { dotted: dotted[i]! }), span[0])
  })
}

/** Beside the text, where there is room. */
function addContents(article: Element, headings: readonly string[]): void {
  const parts = add(add(article, 'div', 'contents-column'), 'div', 'contents-column__parts')
  for (const text of headings) add(add(parts, 'div', 'contents-column__part'), 'span', '', text)
}
