import { errorAt, type Problem } from '../problem'
import { paragraphsOf, plainText, type Corpus, type Sourced, type TextDoc } from '../corpus/corpus'
import { quotedShare, sentenceKey, sentencesOf } from '../text/sentences'
import { shingles, similarPairs } from '../text/shingles'
import { rightTexts } from '../corpus/question-answer'
import { comparable, withoutSpaces } from '../text/comparable'

/** Nothing is told twice: no sentence in two texts, no two articles or questions that are nearly the same, no day text twice. */
export function checkRepetition(corpus: Corpus): Problem[] {
  return [...checkSentences(corpus), ...checkArticles(corpus), ...checkStems(corpus), ...checkDayTexts(corpus)]
}

interface Recurrence {
  text: string
  places: { file: string; line: number }[]
}

/** Sentences of twelve characters and more that stand in more than one text, famous quotations aside. */
export function recurringSentences(corpus: Corpus): Recurrence[] {
  const seen = new Map<string, Recurrence>()
  for (const { at, doc } of [...corpus.articles, ...corpus.episodes]) {
    for (const { text, line } of sentencesOf(doc)) {
      const key = sentenceKey(text)
      if (key === undefined || quotedShare(text) > 0.6) continue
      const known = seen.get(key)
      if (!known) seen.set(key, { text, places: [{ file: at.file, line }] })
      else if (!known.places.some(({ file }) => file === at.file)) known.places.push({ file: at.file, line })
    }
  }
  return [...seen.values()].filter(({ places }) => places.length > 1)
}

function checkSentences(corpus: Corpus): Problem[] {
  return recurringSentences(corpus).flatMap(({ text, places: [first, ...others] }) =>
    others.map<Problem>(({ file, line }) => ({
      file,
      line,
      message: `“${text}”也写在 ${first!.file}:${first!.line}；应当换一种说法`,
      level: 'error',
    })),
  )
}

const bodyOf = (doc: TextDoc) =>
  paragraphsOf(doc)
    .map(({ spans }) => plainText(spans))
    .join('\n')

function checkArticles({ articles }: Corpus): Problem[] {
  const pairs = similarPairs(
    articles.map(({ doc }) => shingles(bodyOf(doc), 4)),
    0.6,
  )
  return pairs.map(([a, b, share]) =>
    errorAt(
      articles[b]!.at,
      '',
      `与 ${at(articles[a]!)} 的正文有 ${Math.round(share * 100)}% 相同；应当各写各的，或删去一篇`,
    ),
  )
}

function checkStems({ questions }: Corpus): Problem[] {
  const pairs = similarPairs(
    questions.map(({ value }) => shingles(value.stem, 3)),
    0.85,
  )
  const answerOf = (index: number) => rightTexts(questions[index]!.value).map(comparable).sort().join('|')
  return pairs
    .filter(([a, b]) => answerOf(a) === answerOf(b))
    .map(([a, b]) =>
      errorAt(
        questions[b]!.at,
        'stem',
        `与 ${questions[a]!.value.id}（${at(questions[a]!)}）几乎是同一道题；应当换一个问法，或删去一道`,
      ),
    )
}

function checkDayTexts({ days }: Corpus): Problem[] {
  const seen = new Map<string, string>()
  return days.flatMap(day =>
    day.value.entries.flatMap((entry, position) => {
      const key = withoutSpaces(entry.text)
      const other = seen.get(key)
      if (other === undefined) {
        seen.set(key, day.value.day)
        return []
      }
      return [errorAt(day.at, `entries.${position}.text`, `这一条与 ${other} 的文字相同；应当改写`)]
    }),
  )
}

const at = ({ at: place }: Sourced<unknown>) => `${place.file}:${place.line}`
