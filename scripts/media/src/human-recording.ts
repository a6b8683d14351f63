import type { MediaEntry } from './media-index.ts'
import { FASTEST, SLOWEST } from './pace.ts'

/** What people and their phones make: `<id>.human.<name>.<ending>`. */
const NAME = /^(e-\d{4})\.human(?:\.([^.]+))?\.(?:wav|m4a|mp3|flac|webm|ogg)$/u

/** A person's recording of an episode, and who tells it. */
export interface HumanRecording {
  file: string
  reader: string
}

/**
 * The recording of an episode among the names of a folder. It always wins over a synthetic voice.
 * @throws Error when there are two, or when the name does not say who tells it
 */
export function recordingOf(names: readonly string[], id: string): HumanRecording | undefined {
  const [file, ...others] = names.filter(name => NAME.exec(name)?.[1] === id)
  if (file === undefined) return undefined
  if (others.length > 0) throw new Error(`有两份录音：${[file, ...others].join('、')}；应当只留一份`)
  const reader = NAME.exec(file)?.[2]
  if (reader === undefined)
    throw new Error(`${file} 没有写是谁讲的；应当把文件改名为 ${file.replace('.human.', '.human.姓名.')}`)
  return { file, reader }
}

/**
 * Recordings that lie in the folder and are not what is heard: `npm run media` has not been run since they came.
 * @param index by episode id
 */
export function unusedRecordings(
  names: readonly string[],
  index: ReadonlyMap<string, Pick<MediaEntry, 'label' | 'reader'>>,
): string[] {
  const ids = new Set(names.flatMap(name => NAME.exec(name)?.[1] ?? []))
  return [...ids].sort().flatMap(id => {
    try {
      const recording = recordingOf(names, id)!
      const entry = index.get(id)
      if (entry?.label === '人工录制' && entry.reader === recording.reader) return []
      return [`${id}: ${recording.file} 放进来了，还没有用上；应当运行 npm run media -- ${id}`]
    } catch (error) {
      return [`${id}: ${(error as Error).message}`]
    }
  })
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
