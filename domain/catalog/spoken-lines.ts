import { cutSentences, divideAtPauses } from '../text/sentences'
import { plainText } from '../text/plain-text'
import type { Block, EpisodeBody } from './types'

/** One sentence of a script, as a voice says it. Seconds from the start. */
export interface SpokenLine {
  paragraph: number
  text: string
  start: number
  end: number
}

/** Browsers' voices stop by themselves after about fifteen seconds; longer sentences are divided at their pauses. */
const BREATH = { pauses: '，；：', longest: 48 }

/**
 * The sentences of an episode with their times: the recording's when it has been spoken, else shared out over `seconds` by
 * length, so that a place in the script means about the same once a recording comes.
 * @param seconds length of the episode as the catalog gives it
 */
export function spokenLines(body: Pick<EpisodeBody, 'blocks' | 'sentences'>, seconds: number): SpokenLine[] {
  if (body.sentences?.length) return body.sentences
  const texts = paragraphsOf(body.blocks).flatMap((words, paragraph) =>
    cutSentences(words, 'spoken')
      .flatMap(sentence => divideAtPauses(sentence, BREATH))
      .map(text => ({ paragraph, text })),
  )
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0)
  let spoken = 0
  return texts.map(line => {
    const start = (spoken / letters) * seconds
    spoken += line.text.length
    return { ...line, start, end: (spoken / letters) * seconds }
  })
}

/** Index of the line that is spoken at `second`: in the gap before a line, the one that has just ended. */
export function lineAt(lines: readonly SpokenLine[], second: number): number {
  const next = lines.findIndex(line => line.start > second)
  return Math.max(0, (next < 0 ? lines.length : next) - 1)
}

function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => (block.kind === 'paragraph' ? [plainText(block.spans)] : []))
}
