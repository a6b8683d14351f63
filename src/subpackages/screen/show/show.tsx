import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import {
  atStart,
  type Part,
  partsOf,
  type Place,
  planOf,
  questionsOf,
  shelvesOf,
  stepBack,
  stepOn,
  type Theme,
} from '@domain/branch/theme-day'
import type { Catalog } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { readArticle, readQuestions } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { back } from '@/navigation'
import { scrollToTop } from '@/platform/page/scroll'
import { keepAwake } from '@/platform/phone/keep-awake'
import { useAppearance } from '@/stores/appearance'
import { findArticle, findEpisode } from '@/stores/catalog'
import { ArticleSlide } from './article-slide'
import { Bar } from './bar'
import { EndSlide } from './end-slide'
import { FilmSlide } from './film-slide'
import { keep, readKept } from './kept-place'
import { QuestionSlide } from './question-slide'
import { ThemeSlide } from './theme-slide'
import { useSteps } from './use-steps'
import { useUnit } from './use-unit'

interface Props {
  theme: Theme
  catalog: Catalog
  meeting?: string
}

/** Everything of a theme, one thing at a time. Where it is stays in this browser, so that a reload goes on there. */
export function Show({ theme, catalog, meeting }: Props) {
  const { theme: colours, step } = useAppearance()
  const unit = useUnit()
  const [kept, setKept] = useState(() => readKept(theme.id))
  const plan = planOf(theme, catalog)
  const one = (all: readonly string[], wanted?: string) =>
    wanted !== undefined && all.indexOf(wanted) >= 0 ? wanted : all[0]
  const article = one(plan.articles, kept.article)
  const episode = one(plan.episodes, kept.episode)
  const read = article === undefined ? undefined : findArticle(catalog, article)
  const seen = episode === undefined ? undefined : findEpisode(catalog, episode)
  const content = useQuery(`show:${theme.id}:${article}`, async () => {
    const [body, ...pools] = await Promise.all([
      article === undefined ? undefined : readArticle(article),
      ...shelvesOf(plan, catalog).map(readQuestions),
    ])
    return { body, questions: questionsOf(theme, article, pools.flat()) }
  })
  const { body, questions } = content.status === 'ready' ? content.value : { body: undefined, questions: [] }
  const { pages } = kept
  const sizes = { pages: pages ?? (read ? 1 : 0), films: seen ? 1 : 0, questions: questions.length }
  const { place } = kept
  const change = (more: Partial<typeof kept>) =>
    setKept(before => {
      const after = { ...before, ...more }
      keep(after)
      return after
    })
  const go = (to: (place: Place) => Place) => change({ place: to(place) })
  const onNext = () => go(it => stepOn(it, sizes))
  const onBack = () => go(it => stepBack(it, sizes))
  useSteps({ onNext, onBack })
  useEffect(() => {
    keepAwake('screen', true)
    return () => keepAwake('screen', false)
  }, [])
  // On a narrow screen a slide is as long as it needs, and the next one begins at its top.
  useEffect(() => scrollToTop(), [place.part, place.page, place.question])
  // The last page may lie beyond what a larger screen needs.
  const page = pages === undefined ? place.page : Math.min(place.page, pages - 1)
  return (
    <View className={classNames('screen', 'show', `theme-${colours}`, `type-${step}`)} style={`--u: ${unit}px`}>
      <View className="show__head">
        <View id="screen-leave" className="show__tool" onClick={back} {...a11y({ role: 'button' })}>
          ‹ 换主题
        </View>
        <Text className="show__about">{`${catalog.brand.name}，${theme.title}`}</Text>
        <View id="screen-full" className="show__tool" onClick={toggleFull} {...a11y({ role: 'button' })}>
          全屏
        </View>
      </View>
      {content.status === 'loading' && <Waiting>正在取这个主题…</Waiting>}
      {content.status === 'failed' && <Failed {...content} />}
      {content.status === 'ready' && (
        <>
          {place.part === 'theme' && (
            <ThemeSlide
              theme={theme}
              plan={plan}
              article={article}
              episode={episode}
              questions={questions.length}
              meeting={meeting}
              onArticle={id => change({ article: id, pages: undefined })}
              onEpisode={id => change({ episode: id, second: 0 })}
            />
          )}
          {place.part === 'article' && read && body && (
            <ArticleSlide
              meta={read}
              body={body}
              page={page}
              unit={unit}
              onPages={count => count !== pages && change({ pages: count })}
            />
          )}
          {place.part === 'film' && seen && (
            <FilmSlide key={seen.id} meta={seen} from={kept.second} onSecond={second => change({ second })} />
          )}
          {place.part === 'questions' && questions[place.question] && (
            <QuestionSlide
              key={questions[place.question]!.id}
              question={questions[place.question]!}
              number={place.question}
              count={questions.length}
              solved={place.solved}
            />
          )}
          {place.part === 'end' && (
            <EndSlide
              theme={theme}
              article={article}
              episode={episode}
              questions={questions.length}
              meeting={meeting}
            />
          )}
        </>
      )}
      <Bar
        parts={partsOf(sizes)}
        part={place.part}
        heard={seen?.kind === 'audio'}
        where={whereIn({ ...place, page }, sizes)}
        next={nextWord(place, sizes)}
        onPart={(part: Part) => go(it => atStart(it, part))}
        onNext={onNext}
        onBack={onBack}
      />
    </View>
  )
}

function whereIn({ part, page, question }: Place, { pages, questions }: { pages: number; questions: number }): string {
  if (part === 'article') return `第 ${page + 1} / ${pages} 页`
  return part === 'questions' ? `第 ${question + 1} / ${questions} 题` : ''
}

function nextWord({ part, question, solved }: Place, { questions }: { questions: number }): string {
  if (part !== 'questions') return '下一步 ›'
  if (!solved) return '看答案'
  return question + 1 < questions ? '下一题 ›' : '下一步 ›'
}

/** A browser that cannot, or may not now, stays as it is: F11 does the same. */
function toggleFull(): void {
  const done = document.fullscreenElement ? document.exitFullscreen?.() : document.documentElement.requestFullscreen?.()
  void done?.catch(() => undefined)
}
