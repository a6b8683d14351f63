import type { DaysVolume } from '../catalog/calendar'
import type { Ledger, LedgerEvent, LedgerPerson } from '../catalog/ledger'
import type { ArticleBody, Catalog, Corrected, EpisodeBody, Option, Question } from '../catalog/types'
import { wordingHash } from '../catalog/wording-hash'
import { hiddenBy, type Correction, type Errata } from './errata'
import { Amender } from './words'

/**
 * Amends one thing that the feed holds. What already carries a mark is left alone, so that applying twice is applying
 * once; what the correction does not touch gets no mark.
 */
function amend<T extends { corrected?: Corrected }>(
  it: T,
  correction: Correction | undefined,
  change: (it: T, words: Amender, correction: Correction) => T,
): T {
  if (!correction || correction.hide || it.corrected) return it
  const words = new Amender(correction.texts ?? [])
  const after = change(it, words, correction)
  return words.met ? { ...after, corrected: { on: correction.on, note: correction.note } } : it
}

const finder = (errata: Errata) => {
  const byId = new Map(errata.items.map(it => [it.id, it]))
  return (id: string) => byId.get(id)
}

/** Takes the correction's date, which then counts as met. */
function dated<T extends { date: string }>(it: T, words: Amender, { date }: Correction): T {
  if (date === undefined) return it
  words.met = true
  return { ...it, date }
}

/** Lists without what is hidden, with amended titles and dates. Unknown ids change nothing. */
export function amendCatalog(catalog: Catalog, errata: Errata): Catalog {
  if (catalog.errata === errata.number) return catalog
  const of = finder(errata)
  const stays = ({ id }: { id: string }) => !of(id)?.hide
  const gone = errata.items.filter(it => it.hide && it.id[0] === 'q')
  const listed = <T extends { id: string; title: string; subject?: string; date: string; corrected?: Corrected }>(
    it: T,
  ): T =>
    amend(it, of(it.id), (known, words, correction) => ({
      ...dated(known, words, correction),
      title: words.text(known.title),
      ...(known.subject === undefined ? {} : { subject: words.text(known.subject) }),
    }))
  const articles = catalog.articles.filter(stays)
  const withdrawn = catalog.articles.filter(it => !stays(it)).reduce((sum, it) => sum + it.questions, 0)
  const resting = gone.filter(it => !it.article || articles.some(article => article.id === it.article))
  return {
    ...catalog,
    errata: errata.number,
    articles: articles.map(it => {
      const fewer = gone.filter(q => q.article === it.id).length
      return listed(fewer > 0 ? { ...it, questions: Math.max(0, it.questions - fewer) } : it)
    }),
    episodes: catalog.episodes.filter(stays).map(listed),
    counts: {
      ...catalog.counts,
      questions: Math.max(0, catalog.counts.questions - withdrawn - resting.length),
    },
  }
}

/** Bodies of articles with their amended words. */
export function amendArticles(bodies: ArticleBody[], errata: Errata): ArticleBody[] {
  const of = finder(errata)
  return bodies.map(it =>
    amend(it, of(it.id), (known, words) => ({
      ...known,
      summary: words.text(known.summary),
      blocks: words.blocks(known.blocks),
      keyPoints: known.keyPoints.map(words.text),
      ...(known.why ? { why: words.why(known.why) } : {}),
    })),
  )
}

/** Scripts of episodes with their amended words; the recording itself stays as it was spoken. */
export function amendEpisodes(bodies: EpisodeBody[], errata: Errata): EpisodeBody[] {
  const of = finder(errata)
  return bodies.map(it =>
    amend(it, of(it.id), (known, words) => ({
      ...known,
      summary: words.text(known.summary),
      blocks: words.blocks(known.blocks),
      chapters: known.chapters.map(chapter => ({ ...chapter, title: words.text(chapter.title) })),
      ...(known.sentences
        ? { sentences: known.sentences.map(sentence => ({ ...sentence, text: words.text(sentence.text) })) }
        : {}),
    })),
  )
}

/**
 * Questions without the hidden ones and those whose proof is hidden. Another wording has another hash, so that a session in
 * progress asks it anew; another answer has not, and what has been answered stays as it was judged.
 */
export function amendQuestions(questions: Question[], errata: Errata): Question[] {
  const of = finder(errata)
  return questions
    .filter(it => !of(it.id)?.hide && !hiddenBy(errata, it.evidence.article))
    .map(it => amend(it, of(it.id), amendQuestion))
}

function amendQuestion(it: Question, words: Amender, { answer }: Correction): Question {
  const options: Option[] = 'options' in it ? it.options.map(({ id, text }) => ({ id, text: words.text(text) })) : []
  const stem = words.text(it.stem)
  const explain = words.text(it.explain)
  if (answer !== undefined && sameShape(answer, it.answer)) words.met = true
  return {
    ...it,
    stem,
    explain,
    ...('options' in it ? { options } : {}),
    ...(answer !== undefined && sameShape(answer, it.answer) ? { answer } : {}),
    hash: wordingHash(it.type, stem, options),
  } as Question
}

/** A key of another kind would break the question: a letter for single choice, a list for multiple, lists for blanks. */
function sameShape(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length > 0 && typeof a[0] === typeof b[0]
  return typeof a === typeof b && Array.isArray(a) === Array.isArray(b)
}

/** The ledger with amended entries; none is taken out, because the catalog points into it by position. */
export function amendLedger(ledger: Ledger, errata: Errata): Ledger {
  const of = finder(errata)
  return {
    ...ledger,
    events: ledger.events.map(it => amend(it, of(it.id), amendEvent)),
    people: ledger.people.map(it => amend(it, of(it.id), amendPerson)),
    glossary: ledger.glossary.map(it =>
      amend(it, of(it.id), (known, words) => ({
        ...known,
        term: words.text(known.term),
        text: words.text(known.text),
      })),
    ),
  }
}

function amendEvent(it: LedgerEvent, words: Amender, correction: Correction): LedgerEvent {
  const { title, summary, place, figures } = it
  return {
    ...dated(it, words, correction),
    title: words.text(title),
    summary: words.text(summary),
    ...(place === undefined ? {} : { place: words.text(place) }),
    figures: figures.map(({ what, value }) => ({ what, value: words.text(value) })),
  }
}

function amendPerson(it: LedgerPerson, words: Amender): LedgerPerson {
  return {
    ...it,
    name: words.text(it.name),
    summary: words.text(it.summary),
    ...(it.native === undefined ? {} : { native: words.text(it.native) }),
    offices: it.offices.map(office => ({ ...office, title: words.text(office.title) })),
  }
}

/** 党史上的今天 with amended entries. An article that is hidden is no longer a tap away. */
export function amendDays(volume: DaysVolume, errata: Errata): DaysVolume {
  const of = finder(errata)
  return {
    ...volume,
    days: volume.days.map(({ day, entries }) => ({
      day,
      entries: entries.map(entry => {
        const { article, ...alone } = entry
        const open = article === undefined || hiddenBy(errata, article) ? alone : entry
        // What its words were is not known of another text.
        return amend(open, of(day), ({ words: _old, ...known }, words) => ({ ...known, text: words.text(known.text) }))
      }),
    })),
  }
}
