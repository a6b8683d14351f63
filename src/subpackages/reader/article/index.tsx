import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { CorrectedNotice } from '@/components/corrected'
import { Failed } from '@/components/failed'
import { Icon } from '@/components/icon'
import { plainText, type Citation } from '@/components/rich-text'
import { TitleAction } from '@/components/title-bar/action'
import { Waiting } from '@/components/waiting'
import { CardSheet } from '@/layout/card-sheet/card-sheet'
import { Favourite } from '@/layout/study/favourite'
import { NoCatalog } from '@/layout/states/no-catalog'
import { ReportSheet } from '@/layout/report-sheet'
import { Screen } from '@/layout/screen'
import { TypeSheet } from '@/layout/type-sheet'
import { Withdrawn } from '@/layout/states/withdrawn'
import type { CardContent } from '@/platform/media/card-drawing'
import { readArticle } from '@/feed/feed'
import { open, routes, wordsIn } from '@/navigation'
import { endFirstPaint } from '@/platform/page/first-paint'
import { hasRoomForNotes } from '@/platform/page/layout'
import { surveyParagraphs } from '@/platform/page/paragraphs'
import { inSinglePage } from '@/platform/phone/single-page'
import { useAloud } from '@/stores/aloud'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useReports } from '@/stores/reports'
import { useQuery } from '@/hooks/query'
import { sharedTitle, useSharing } from '@/hooks/sharing'
import { AloudAction } from './aloud-action'
import { Body, bodyOf, type Landing } from './body'
import { CitationSheet } from '@/layout/facts/citation-sheet'
import { ContentsSheet } from './contents'
import { ContentsColumn, type MarkPart } from './contents-column'
import { contentsOf } from './contents-of'
import { Ending } from './ending'
import { MoreSheet } from './more-sheet'
import { NoteSheet } from './note-sheet'
import { Opening } from './opening'
import { SingleArticle } from './single'
import './index.scss'

export default function ArticlePage() {
  return inSinglePage() ? <SingleArticle /> : <WholeArticle />
}

function WholeArticle() {
  const { id = '', block, words } = useRouter().params
  const landing = { block, words: words && wordsIn(words) }
  const { catalog, problem } = useCatalog()
  const meta = findArticle(catalog, id)
  const body = useQuery(`${id}:${!!catalog}`, () => readArticle(id))
  // The article, or the reason why there is none, stands in the place of what was painted before it.
  const stands = catalog ? !meta || body.status !== 'loading' : !!problem
  useEffect(() => {
    if (stands) endFirstPaint()
  }, [stands])
  useSharing(() => ({ title: sharedTitle(meta) ?? 'e起学党史', url: routes.article(id) }))
  const [typeOpen, setTypeOpen] = useState(false)
  const [moreOpen, setMoreOpen] = useState(false)
  const actions = (
    <>
      <TitleAction id="type-size" label="大字 A，调整字号" onPress={() => setTypeOpen(true)}>
        <Text>大字 A</Text>
      </TitleAction>
      {meta && body.status !== 'failed' && (
        <AloudAction meta={meta} body={body.status === 'ready' ? body.value : undefined} />
      )}
      {meta && <Favourite id={id} />}
      {meta && (
        <TitleAction id="more" label="更多" onPress={() => setMoreOpen(true)}>
          <Icon name="more" />
        </TitleAction>
      )}
    </>
  )
  return (
    <Screen title="文章" right={actions} own={id} desktop="notes">
      <NoCatalog />
      {catalog && !meta && <Withdrawn id={id} what="这篇文章" />}
      {body.status === 'failed' && meta && <Failed {...body} />}
      {body.status === 'loading' && <Waiting>正在取这篇文章…</Waiting>}
      {meta && body.status === 'ready' && (
        <Article
          meta={meta}
          body={body.value}
          landing={landing}
          moreOpen={moreOpen}
          closeMore={() => setMoreOpen(false)}
        />
      )}
      <TypeSheet open={typeOpen} onClose={() => setTypeOpen(false)} />
    </Screen>
  )
}

/** What lies below the words comes a moment after them on the web; on WeChat one sending is quicker than two. */
function useRest(): boolean {
  const [rest, setRest] = useState(process.env.TARO_ENV === 'weapp')
  useEffect(() => {
    if (rest) return
    const timer = setTimeout(() => setRest(true), 100)
    return () => clearTimeout(timer)
  }, [rest])
  return rest
}

interface ArticleProps {
  meta: ArticleMeta
  body: ArticleBody
  landing: Landing
  moreOpen: boolean
  closeMore: () => void
}

function Article({ meta, body, landing, moreOpen, closeMore }: ArticleProps) {
  const { catalog } = useCatalog()
  const [citation, setCitation] = useState<Citation>()
  const [note, setNote] = useState<{ citation: Citation; paragraph: number }>()
  const [picked, setPicked] = useState<number>()
  const [card, setCard] = useState<CardContent>()
  const top = useRef(0)
  const surveyed = useRef(Promise.resolve())
  const markPart = useRef<MarkPart>()
  const rest = useRest()
  const spoken = useAloud(state => (state.article?.id === meta.id ? state.paragraph : -1))
  const [contentsOpen, setContentsOpen] = useState(false)
  const headings = useMemo(() => contentsOf(body.blocks), [body.blocks])
  const openReport = useReports(state => state.openReport)
  // What the sheet offers is about the paragraph in sight now, not the one of some seconds ago; who taps quickly waits for it.
  useEffect(() => {
    if (!moreOpen) return
    surveyed.current = surveyParagraphs(...bodyOf(meta.id)).then(seen => {
      if (seen) top.current = seen.first
    })
  }, [moreOpen, meta.id])
  const withTop = (act: (paragraph: number) => void) => void surveyed.current.then(() => act(top.current))
  const texts = useMemo(
    () => body.blocks.flatMap(it => (it.kind === 'paragraph' ? [plainText(it.spans)] : [])),
    [body.blocks],
  )
  const shelf = catalog?.shelves.find(it => it.id === meta.shelf)?.title
  const year = meta.date.slice(0, 4)
  const footer = `${catalog?.brand.name ?? ''} · AI 辅助撰写`
  const cite = (it: Citation) => (it.kind === 'article' ? open(routes.article(it.id)) : setCitation(it))
  return (
    <View className="article">
      <Opening meta={meta} shelf={shelf}>
        {headings.length > 0 && (
          <Button id="contents" look="plain" onPress={() => setContentsOpen(true)}>
            {`目录（${headings.length} 节）`}
          </Button>
        )}
        <CorrectedNotice it={body.corrected ?? meta.corrected} />
      </Opening>
      <Body
        meta={meta}
        blocks={body.blocks}
        landing={landing}
        spoken={spoken}
        onCite={(it, paragraph) =>
          it.kind !== 'article' && hasRoomForNotes() ? setNote({ citation: it, paragraph }) : cite(it)
        }
        note={note}
        onNoteClose={() => setNote(undefined)}
        onPick={setPicked}
        onTop={index => {
          top.current = index
          markPart.current?.(index)
        }}
      />
      {process.env.TARO_ENV === 'h5' && headings.length > 0 && (
        <ContentsColumn article={meta.id} blocks={body.blocks} headings={headings} mark={markPart} />
      )}
      {rest ? (
        <Ending meta={meta} body={body} onCite={cite} spokenWhy={spoken - texts.length} />
      ) : (
        <View className="article__rest" />
      )}
      {meta.questions > 0 && (
        <Button id="article-quiz" look="main" onPress={() => open(routes.run({ mode: 'article', article: meta.id }))}>
          {`答这篇的 ${meta.questions} 道题`}
        </Button>
      )}
      <MoreSheet
        open={moreOpen}
        onClose={closeMore}
        onNote={() => withTop(setPicked)}
        onReport={() => withTop(at => openReport({ about: meta.id, words: `《${meta.title}》${texts[at] ?? ''}` }))}
        onContents={headings.length > 0 ? () => setContentsOpen(true) : undefined}
        onCard={() =>
          setCard({
            year,
            title: meta.title,
            lines: body.keyPoints,
            footer,
          })
        }
      />
      <NoteSheet
        item={meta.id}
        paragraph={picked === undefined ? undefined : texts[picked]}
        onPicture={words => {
          setPicked(undefined)
          setCard({ year, title: words, lines: [`——《${meta.title}》`], footer })
        }}
        onClose={() => setPicked(undefined)}
      />
      <CardSheet content={card} onClose={() => setCard(undefined)} />
      <CitationSheet citation={citation} near={meta.period} within={meta.id} onClose={() => setCitation(undefined)} />
      <ContentsSheet article={meta.id} headings={headings} open={contentsOpen} onClose={() => setContentsOpen(false)} />
      <ReportSheet />
    </View>
  )
}
