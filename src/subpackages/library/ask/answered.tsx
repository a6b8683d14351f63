import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { Ledger } from '@domain/catalog/ledger'
import { askedFor, askLedger, type Asked, type Passage } from '@domain/search/ask'
import type { DocumentKind, SearchDocument } from '@domain/search/documents'
import { excerpt, markWords } from '@domain/search/marks'
import type { QueryWord } from '@domain/search/query'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { FactTable } from '@/components/fact-card'
import { aboutWords } from '@/components/item-row'
import { cardOf } from '@/components/ledger-card/facts'
import { MarkedText } from '@/components/marked-text'
import type { Citation } from '@/components/rich-text'
import { Section } from '@/components/section'
import { Sources } from '@/layout/provenance'
import { readCitedLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useSearch } from '@/stores/search'
import { LedgerSheet } from '../ledger-sheet'

/** Passages sent with the answer, and after a tap. */
const FEW = 2
/** Characters of a passage. */
const LONGEST = 100
/** Names of facts on a card; every other is a figure. */
const FACTS: Record<string, Asked> = { 日期: 'date', 地点: 'place', 人物: 'people', 生卒: 'date', 籍贯: 'place' }
/** On a card, and no answer to a question. */
const BESIDE = ['依据', '已更正', '又称', '任职']

/** What the ledger and the texts say to a question, the words that led there marked. */
export function Answered({ question }: { question: string }) {
  const { catalog } = useCatalog()
  const { documents, names, sounds } = useSearch()
  const { words, entries, passages, loosened } = useMemo(
    () => askLedger(documents, names, question, sounds),
    [documents, names, question, sounds],
  )
  const [citation, setCitation] = useState<Citation>()
  const [shown, setShown] = useState(FEW)
  const ledger = useQuery('ledger', readCitedLedger)
  const wanted = words.flatMap(word => word.forms)
  if (entries.length + passages.length === 0) return <Nothing words={words} documents={documents} />
  return (
    <>
      <View className="ask__how">{loosened && `找的是“${words.map(it => it.forms[0]).join('”“')}”。`}</View>
      {entries.length > 0 && (
        <Section title="总账里记着">
          {entries.map(({ document }) => (
            <Entry
              key={document.id}
              document={document}
              wanted={wanted}
              asked={askedFor(question)}
              ledger={ledger.status === 'ready' ? ledger.value : undefined}
              onOpen={() => setCitation({ kind: document.kind as Citation['kind'], id: document.id })}
            />
          ))}
        </Section>
      )}
      {passages.length > 0 && (
        <Section title="文章和文稿里写着" aside={`${passages.length} 处`}>
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
      {catalog && ledger.status === 'ready' && (
        <LedgerSheet catalog={catalog} ledger={ledger.value} citation={citation} onChange={setCitation} />
      )}
    </>
  )
}

const answers = (name: string, asked: readonly Asked[]): boolean =>
  BESIDE.indexOf(name) < 0 && asked.indexOf(FACTS[name] ?? 'figure') >= 0

interface EntryProps {
  document: SearchDocument
  wanted: string[]
  asked: Asked[]
  ledger?: Ledger
  onOpen: () => void
}

/** A card as it is, as far as it answers. */
function Entry({ document, wanted, asked, ledger, onOpen }: EntryProps) {
  const { id, kind, title, date } = document
  const card =
    ledger && cardOf(ledger, { kind: kind as Citation['kind'], id }, (file, it) => <Sources file={file} id={it} />)
  return (
    <View className="ask-entry" id={`entry-${id}`}>
      <View>{kind === 'event' && <Text className="ask-entry__year">{date.slice(0, 4)}</Text>}</View>
      <View className="ask-entry__title">
        <MarkedText pieces={markWords(title, wanted)} />
      </View>
      <View>
        {card && (
          <>
            <View className="ask-entry__words">
              <MarkedText pieces={markWords(card.summary, wanted)} />
            </View>
            <FactTable facts={card.facts.filter(({ name }) => answers(name, asked))} />
          </>
        )}
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

const COUNTED: [DocumentKind, string][] = [
  ['event', '件大事'],
  ['person', '位人物'],
  ['term', '个名词'],
  ['article', '篇文章'],
  ['episode', '集文稿'],
]

/** Says what was looked for, and where: no answer is an answer too. */
function Nothing({ words, documents }: { words: QueryWord[]; documents: readonly SearchDocument[] }) {
  const where = COUNTED.map(([kind, unit]) => `${documents.filter(it => it.kind === kind).length} ${unit}`).join('、')
  const what = words.map(it => `“${it.typed}”`).join('')
  return (
    <Empty
      title="没有查到"
      hint={`查过 ${where}，找的是${what || '这句话'}。这里没有写，不等于没有这回事；换个说法再问，或者用搜索找一个词。`}
      action={{ text: '去搜索', onPress: () => open(routes.search()) }}
    />
  )
}
