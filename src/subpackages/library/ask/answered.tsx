import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { AnsweredEntry } from '@domain/search/answer-cards'
import type { Passage } from '@domain/search/answer-passages'
import { askable, askLedger, type Askable } from '@domain/search/ask'
import type { CitedLedger } from '@domain/catalog/ledger'
import type { DocumentKind, SearchDocument } from '@domain/search/documents'
import { excerpt, markWords } from '@domain/search/marks'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { aboutWords } from '@/components/item-row'
import { MarkedText } from '@/components/marked-text'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { readCitedLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useSearch } from '@/stores/search'
import { LedgerSheet } from '../ledger-sheet'

/** Passages sent with the answer, and after a tap. */
const FEW = 2
/** Longer sentences are rare; they are cut around what was asked. */
const LONGEST = 160

/** What the ledger and the texts say to a question, the words that led there marked. */
export function Answered({ question }: { question: string }) {
  const ledger = useQuery('ledger', readCitedLedger)
  if (ledger.status === 'failed') return <Failed {...ledger} />
  return ledger.status === 'ready' ? (
    <Answer question={question} ledger={ledger.value} />
  ) : (
    <Waiting>正在翻开总账</Waiting>
  )
}

function Answer({ question, ledger }: { question: string; ledger: CitedLedger }) {
  const { catalog } = useCatalog()
  const { documents, names, sounds } = useSearch()
  const from = useMemo(() => askable(documents, ledger, names, sounds), [documents, ledger, names, sounds])
  const { words, respelt, entries, passages, related } = useMemo(() => askLedger(from, question), [from, question])
  const [citation, setCitation] = useState<Citation>()
  const [shown, setShown] = useState(FEW)
  const wanted = words.flatMap(word => word.forms)
  const openCard = ({ kind, id }: SearchDocument) => setCitation({ kind: kind as Citation['kind'], id })
  const answered = entries.length + passages.length > 0
  return (
    <>
      <View className="ask__how">{respelt.length > 0 && `按“${respelt.join('”“')}”来找的。`}</View>
      {entries.length > 0 && (
        <Section title="总账里记着">
          {entries.map(it => (
            <Entry key={it.document.id} entry={it} wanted={wanted} onOpen={() => openCard(it.document)} />
          ))}
        </Section>
      )}
      {passages.length > 0 && (
        <Section title="文章和文稿里写着" aside={passages.length > FEW ? `${passages.length} 处` : undefined}>
          {passages.slice(0, shown).map(it => (
            <Quoted key={it.document.id} passage={it} wanted={wanted} />
          ))}
          {passages.length > shown && (
            <Button id="more-passages" onPress={() => setShown(n => n + FEW)}>
              再看几处
            </Button>
          )}
        </Section>
      )}
      {!answered && <Unanswered from={from} related={related} onOpen={openCard} />}
      {catalog && <LedgerSheet catalog={catalog} ledger={ledger} citation={citation} onChange={setCitation} />}
    </>
  )
}

/** A card as far as it answers: what was asked, then its words. */
function Entry({ entry, wanted, onOpen }: { entry: AnsweredEntry; wanted: string[]; onOpen: () => void }) {
  const { id, title } = entry.document
  return (
    <View className="ask-entry" id={`entry-${id}`}>
      <View className="ask-entry__title">
        <MarkedText pieces={markWords(title, wanted)} />
      </View>
      <View>
        {entry.rows.map(({ name, value }) => (
          <View key={name} className="ask-entry__row">
            <Text className="ask-entry__name">{name}</Text>
            <Text className="ask-entry__value">{value}</Text>
          </View>
        ))}
      </View>
      <View className="ask-entry__words">
        <MarkedText pieces={markWords(entry.words, wanted)} />
      </View>
      <Button id={`card-${id}`} look="plain" onPress={onOpen}>
        看整张卡和依据
      </Button>
    </View>
  )
}

/** Words of a text as they stand there, and the way to them. */
function Quoted({ passage: { document, line, words }, wanted }: { passage: Passage; wanted: string[] }) {
  const { catalog } = useCatalog()
  const { id, kind, title } = document
  const meta = kind === 'article' ? findArticle(catalog, id) : findEpisode(catalog, id)
  const go = () => open(kind === 'article' ? routes.article(id, { words: line }) : routes.episode(id, line))
  return (
    <View className="ask-quote" id={`quote-${id}`} onClick={go} {...a11y({ role: 'link' })}>
      <MarkedText pieces={excerpt(markWords(words, wanted), LONGEST)} />
      <Text className="ask-quote__from">
        {`——${kind === 'article' ? '文章' : '文稿'}《${title}》${meta ? `，${aboutWords(meta)}` : ''}`}
      </Text>
    </View>
  )
}

const KINDS: Record<DocumentKind, string> = {
  event: '大事',
  person: '人物',
  term: '名词',
  article: '文章',
  episode: '文稿',
}
const COUNTED: [DocumentKind, string][] = [
  ['event', '件大事'],
  ['person', '位人物'],
  ['term', '个名词'],
  ['article', '篇文章'],
  ['episode', '集文稿'],
]

interface UnansweredProps {
  from: Askable
  related: readonly SearchDocument[]
  onOpen: (document: SearchDocument) => void
}

/** Says so, and where it looked: what is near is offered as that, not as an answer. */
function Unanswered({ from: { documents }, related, onOpen }: UnansweredProps) {
  const where = COUNTED.map(([kind, unit]) => `${documents.filter(it => it.kind === kind).length} ${unit}`).join('、')
  return (
    <>
      <Empty
        title="总账里没有找到这个答案"
        hint={`查过 ${where}。这里没有写，不等于没有这回事。`}
        {...(related.length === 0 && { action: { text: '去搜索', onPress: () => open(routes.search()) } })}
      />
      {related.length > 0 && (
        <Section title="相关的" aside="不是答案">
          {related.map(it => (
            <Row
              key={it.id}
              id={`related-${it.id}`}
              title={it.title}
              meta={KINDS[it.kind]}
              onPress={() =>
                it.kind === 'article'
                  ? open(routes.article(it.id))
                  : it.kind === 'episode'
                    ? open(routes.episode(it.id))
                    : onOpen(it)
              }
            />
          ))}
        </Section>
      )}
    </>
  )
}
