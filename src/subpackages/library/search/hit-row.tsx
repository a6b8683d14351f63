import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { excerpt, markWords, type Piece } from '@domain/search/marks'
import { plainForm } from '@domain/search/plain-form'
import type { QueryWord } from '@domain/search/query'
import { bestLine, type Hit } from '@domain/search/search'
import { DOT } from '@/components/dot'
import { aboutWords } from '@/components/item-row'
import { MarkedText } from '@/components/marked-text'
import { inLine } from '@/components/line-breaks'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import type { useObjectPictures } from '@/hooks/object-pictures'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'

const KINDS = { article: '读', audio: '听', video: '看', event: '事', person: '人', term: '词' } as const
/** Characters of the sentence that is shown. */
const LONGEST = 60

interface Props {
  hit: Hit
  words: QueryWord[]
  onCard: (citation: Citation) => void
  pictureOf: ReturnType<typeof useObjectPictures>
}

/** What was found, and the sentence in which it stands with the words marked. */
export function HitRow({ hit, words, onCard, pictureOf }: Props) {
  const { catalog } = useCatalog()
  const { kind, id, title, lines, date } = hit.document
  const line = lines[bestLine(hit, words)]
  const article = kind === 'article' ? findArticle(catalog, id) : undefined
  const meta = article ?? findEpisode(catalog, id)
  const picture = article && pictureOf(article)
  // What it is stands before the sentence, in the same node: on WeChat every node of a row travels.
  const said = meta ? aboutWords(meta) : kind === 'event' ? formatFuzzyDate(date) : ''
  const about = picture === undefined ? said : `${KINDS.article}${DOT}${said}`
  const wanted = words.flatMap(word => word.forms).concat(hit.through ? plainForm(hit.through.words) : [])
  const go = () => {
    if (kind === 'article') open(routes.article(id, { words: line }))
    else if (kind === 'episode') open(routes.episode(id, line))
    // A person's card leads to many things: on a page of its own it may send more than a tap may.
    else if (kind === 'person') open(routes.people(id))
    else onCard({ kind, id })
  }
  return (
    <Row
      id={`hit-${id}`}
      kind={KINDS[kind === 'episode' ? (findEpisode(catalog, id)?.kind ?? 'audio') : kind]}
      picture={picture}
      drawings
      title={title}
      note={line ? <MarkedText pieces={led(inLine(about), excerpt(markWords(line, wanted), LONGEST))} /> : about}
      onPress={go}
    />
  )
}

/** A line of its own before the sentence. */
function led(words: string, pieces: Piece[]): Piece[] {
  if (words === '') return pieces
  const [first, ...rest] = pieces
  if (!first || first.hit) return [{ text: `${words}\n`, hit: false }, ...pieces]
  return [{ text: `${words}\n${first.text}`, hit: false }, ...rest]
}
