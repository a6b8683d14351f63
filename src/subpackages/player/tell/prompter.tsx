import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { promptAfter, type Prompt } from '@domain/catalog/prompter'
import { lineAt } from '@domain/catalog/spoken-lines'
import { classNames } from '@/components/class-names'
import { scrollAlong } from '@/platform/page/scroll'
import { monotonicNow } from '@/platform/phone/phone'

/** Milliseconds between two looks at how far it has come. */
const BEAT = 250
/** Before the first sentence there is time to draw breath, milliseconds. */
const LEAD = 2_000
/** px at the bottom that the page's controls cover, at the smallest type. */
const FOOT = 170

interface Running {
  /** It moves. */
  on: boolean
  /** Characters a minute. */
  pace: number
}

/** Where the teleprompter stands. */
export interface Prompting {
  /** Index of the sentence; -1 before it has begun. */
  line: number
  /** The last sentence has been reached and its time is over. */
  over: boolean
  begin(): void
  /** One sentence back. */
  backUp(): void
  end(): void
}

/** Goes through a script at one's own pace; it stands still while it is not `on`. */
export function usePrompter(prompt: Prompt | undefined, { on, pace }: Running): Prompting {
  const [line, setLine] = useState(-1)
  const [over, setOver] = useState(false)
  const share = useRef(0)
  const lead = useRef(LEAD)
  useEffect(() => {
    if (!on || !prompt) return
    let last = monotonicNow()
    const beat = setInterval(() => {
      const now = monotonicNow()
      let ms = now - last
      last = now
      const waited = Math.min(lead.current, ms)
      lead.current -= waited
      ms -= waited
      share.current = promptAfter(prompt, share.current, ms, pace)
      setLine(lineAt(prompt.lines, share.current))
      setOver(share.current >= 1)
    }, BEAT)
    return () => clearInterval(beat)
  }, [on, prompt, pace])
  const stand = (at: number) => {
    share.current = at
    setOver(false)
  }
  return {
    line,
    over,
    begin() {
      stand(0)
      lead.current = LEAD
      setLine(0)
    },
    backUp() {
      if (!prompt) return
      const to = Math.max(0, line - 1)
      stand(prompt.lines[to]?.start ?? 0)
      setLine(to)
    },
    end() {
      stand(0)
      setLine(-1)
    },
  }
}

interface Props {
  prompt: Prompt
  line: number
  /** What a tap on the words does, while it runs. */
  onTap?: () => void
}

/** The script in the reader's type, the sentence to be said marked. */
export function Script({ prompt, line, onTap }: Props) {
  const before = useRef(-1)
  useEffect(() => {
    const was = before.current
    before.current = line
    if (was >= 0 && line >= 0 && line !== was) void scrollAlong(`prompt-${was}`, `prompt-${line}`, FOOT)
  }, [line])
  const paragraphs = new Map<number, number[]>()
  prompt.lines.forEach(({ paragraph }, i) => paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), i]))
  return (
    <View id="script" className={classNames('script', onTap && 'script--runs')} onClick={onTap}>
      {[...paragraphs].map(([paragraph, indices]) => (
        <View key={paragraph} className="script__paragraph">
          {indices.map(i => (
            <Text key={i} id={`prompt-${i}`} className={i === line ? 'script__line script__line--on' : 'script__line'}>
              {prompt.lines[i]!.text}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}
