import type { Question } from '../catalog/types'
import { cutSentences } from '../text/sentences'
import { markOption } from './marks'

/** A question's explanation after an answer: what it says of each wrong choice, and the rest. Nothing of it is said twice or left out. */
export interface Explained {
  /** By option id, only of options chosen wrongly: what they really were. */
  was: Record<string, string>
  rest: string
}

/** Too short a part of a name tells nothing: 大 of 大庆. */
const SHORTEST_NAME = 2
const AT_COMMAS = /[^，]+，?|，/g
const DIGIT = /\d/

/**
 * Takes an explanation apart by what was chosen. A sentence, or its part between commas, that names a wrong choice and
 * nothing else chosen or right is about that choice; whatever leaves a doubt stays in `rest`.
 * @param given in the form of {@link GivenAnswer.given}; only single and multiple choice are taken apart
 */
export function explained(question: Question, given: readonly string[]): Explained {
  if (question.type !== 'single' && question.type !== 'multiple') return { was: {}, rest: question.explain }
  const names = namesOf(question.options)
  const was: Record<string, string> = {}
  let rest = ''
  for (const sentence of cutSentences(question.explain)) {
    for (const { words, about } of partsOf(sentence, names)) {
      const marks = about.map(id => markOption(question, given, id))
      const wrong = about.filter((_, i) => marks[i] === 'wrong')
      const [id] = wrong
      if (id !== undefined && wrong.length === 1 && !marks.includes('right') && !marks.includes('missed'))
        was[id] = (was[id] ?? '') + words
      else rest += words
    }
  }
  for (const id of Object.keys(was)) was[id] = ended(was[id]!)
  return { was, rest: ended(rest) }
}

type Name = { id: string; name: string }
type Part = { words: string; about: string[] }

/** A sentence cut where it begins to speak of another option; whole when a part between commas speaks of nobody first. */
function partsOf(sentence: string, names: Name[]): Part[] {
  const whole = { words: sentence, about: namedIn(sentence, names) }
  if (whole.about.length < 2) return [whole]
  const parts: Part[] = []
  for (const words of sentence.match(AT_COMMAS) ?? []) {
    const about = namedIn(words, names)
    const last = parts[parts.length - 1]
    if (about.length === 0 && !last) return [whole]
    // Without a name of its own it goes on about the last one named.
    if (last && (about.length === 0 || about.join() === last.about.join())) last.words += words
    else parts.push({ words, about })
  }
  return parts
}

/** Ids of the options that a text names; a place belongs to the longest name that stands there. */
function namedIn(text: string, names: Name[]): string[] {
  const found = new Set<string>()
  let left = bare(text)
  for (const { id, name } of names) {
    const pieces = left.split(name)
    // 14个 does not name 4个.
    const apart = (i: number) =>
      !DIGIT.test(name) || !DIGIT.test((pieces[i - 1]!.slice(-1) || ' ') + (pieces[i]![0] ?? ' '))
    if (!pieces.some((_, i) => i > 0 && apart(i))) continue
    found.add(id)
    left = pieces.join('\n')
  }
  return [...found]
}

/** What the options may be called, longest first: their words, and a beginning or an end of half of them that is no other option's. */
function namesOf(options: readonly { id: string; text: string }[]): Name[] {
  const names = options.flatMap(({ id, text }) => {
    const whole = bare(text)
    const all = [{ id, name: whole }]
    if (DIGIT.test(whole)) return all
    const others = options.filter(it => it.id !== id).map(it => bare(it.text))
    for (let length = whole.length - 1; length >= Math.max(SHORTEST_NAME, whole.length / 2); length--)
      for (const name of [whole.slice(-length), whole.slice(0, length)])
        if (!others.some(it => it.includes(name))) all.push({ id, name })
    return all
  })
  return names.filter(it => it.name !== '').sort((a, b) => b.name.length - a.name.length)
}

const bare = (text: string) => text.replace(/[“”‘’《》\s]/g, '')
const ended = (text: string) => text.replace(/[，；]$/, '。')
