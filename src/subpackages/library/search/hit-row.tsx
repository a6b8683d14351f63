import { View } from '@tarojs/components'
import { fold } from '@domain/search/fold'
import { excerpt, markWords } from '@domain/search/marks'
import type { QueryWord } from '@domain/search/query'
import { bestLine, type Hit } from '@domain/search/search'
import { MarkedText } from '@/components/marked-text'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { open, routes } from '@/services/navigation'

const KINDS = { article: '读', episode: '听', event: '事', person: '人', term: '词' } as const
/** Characters of the sentence that is shown. */
const LONGEST = 60

interface Props {
  hit: Hit
  words: QueryWord[]
  onCard: (citation: Citation) => void
}

/** What was found, and the sentence in which it stands with the words marked. */
export function HitRow({ hit, words, onCard }: Props) {
  const { document } = hit
  const line = document.lines[bestLine(hit, words)]
  const wanted = words.flatMap(word => word.forms).concat(hit.through ? fold(hit.through.words) : [])
  const go = () => {
    if (document.kind === 'article') open(routes.article(document.id))
    else if (document.kind === 'episode') open(routes.episode(document.id))
    else onCard({ kind: document.kind, id: document.id })
  }
  return (
    <View>
      <Row id={`hit-${document.id}`} kind={KINDS[document.kind]} title={document.title} onPress={go} />
      {line && <MarkedText className="hit-line" pieces={excerpt(markWords(line, wanted), LONGEST)} />}
    </View>
  )
}
