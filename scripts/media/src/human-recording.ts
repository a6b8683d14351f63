import { personName } from '../../../domain/text/person-name.ts'
import type { MediaEntry } from './media-index.ts'
import { FASTEST, SLOWEST } from './pace.ts'

/** What people and their phones make: `<id>.human.<name>.<ending>`; some cameras and systems write it in capitals. */
const ENDING = /\.(?:wav|m4a|mp3|flac|webm|ogg|opus|aac|amr|3gp|mp4)$/iu
const HEAD = /^(e-\d{4})\.human\./iu
/** Whatever is meant as one, however it is spelt: it is taken, or named. */
const MEANT = /^(e-\d{4})[\s._-]*human/iu

/** A person's recording of an episode, and who tells it. */
export interface HumanRecording {
  file: string
  reader: string
}

const episodeOf = (name: string) => MEANT.exec(name)?.[1]!.toLowerCase()

/**
 * The recording of an episode among the names of a folder. It always wins over a synthetic voice.
 * @throws Error when there are two, or when the name does not say who tells it
 */
export function recordingOf(names: readonly string[], id: string): HumanRecording | undefined {
  const [file, ...others] = names.filter(name => episodeOf(name) === id)
  if (file === undefined) return undefined
  if (others.length > 0) throw new Error(`有两份录音：${[file, ...others].join('、')}；应当只留一份`)
  const ending = ENDING.exec(file)?.[0]
  const right = `${id}.human.姓名${ending?.toLowerCase() ?? '.m4a'}`
  if (ending === undefined)
    throw new Error(`${file} 不像是录音；应当存成 wav、m4a、mp3 等声音文件，文件名写成 ${right}`)
  const head = HEAD.exec(file)?.[0]
  const reader = head === undefined ? '' : personName(file.slice(head.length, -ending.length))
  if (reader === '') throw new Error(`${file} 没有写是谁讲的；应当把文件改名为 ${right}`)
  if (ENDING.test(reader)) throw new Error(`${file} 有两个结尾；应当把文件改名为 ${right}`)
  return { file, reader }
}

/**
 * Recordings that lie in the folder and are not what is heard, and what is heard of a person whose recording does not lie there any
 * more: `npm run media` has not been run since.
 * @param index by episode id
 * @param hashOf a file of the folder
 */
export function unusedRecordings(
  names: readonly string[],
  index: ReadonlyMap<string, Pick<MediaEntry, 'label' | 'reader' | 'source_sha256'>>,
  hashOf: (file: string) => string,
): string[] {
  const ids = new Set(names.flatMap(name => episodeOf(name) ?? []))
  const withdrawn = [...index].flatMap(([id, { label, reader }]) =>
    label === '人工录制' && !ids.has(id)
      ? [`${id}: ${reader}的录音拿走了，放的还是它；应当运行 npm run media -- ${id}`]
      : [],
  )
  const unused = [...ids].sort().flatMap(id => {
    try {
      const recording = recordingOf(names, id)!
      const entry = index.get(id)
      const same = entry?.reader === recording.reader && entry.source_sha256 === hashOf(recording.file)
      if (entry?.label === '人工录制' && same) return []
      return [`${id}: ${recording.file} 放进来了，还没有用上；应当运行 npm run media -- ${id}`]
    } catch (error) {
      return [`${id}: ${(error as Error).message}`]
    }
  })
  return [...withdrawn, ...unused]
}

/** A person takes breath, and may be twice as fast or slow as a machine that is measured; more is another script, or a recording that was forgotten. */
const BREATH = 4
const SLACK = 1.6

/**
 * What is wrong with a person's recording beside its loudness: its length, by what there is to say, and long silences.
 * @param characters of the script, as they are said
 */
export function humanProblems(
  { seconds, longestSilence }: { seconds: number; longestSilence: number },
  characters: number,
): string[] {
  const pace = characters / seconds
  return [
    ...(pace < SLOWEST / SLACK || pace > FASTEST * SLACK
      ? [`${seconds.toFixed(0)} 秒念 ${characters} 个字，每秒 ${pace.toFixed(1)} 个；不像是这一集的全文，应当听一听`]
      : []),
    ...(longestSilence > BREATH ? [`有 ${longestSilence.toFixed(1)} 秒没有声音；应当剪掉`] : []),
  ]
}
