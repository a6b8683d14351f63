import { errorAt, type Problem } from '../problem'
import type { MediaEntry, TranscriptSource } from '../schema/media'
import { paragraphsOf, plainText, type Corpus, type Sourced, type TextDoc } from '../corpus/corpus'
import { comparable } from '../text/comparable'

/** True for a synthetic recording, which must say so: in its sound, and in the file's metadata (docs/decisions/0010-voice.md). */
const needsLabel = ({ label }: { label: string }): boolean => label !== '人工录制'

/** What a bundled media file really is. */
export interface MediaFacts {
  bytes: number
  sha256: string
  /** Its header is that of its kind. */
  playable: boolean
  /** Length by its header, where the kind has one. */
  seconds?: number
  /** What its `AIGC` tag says. */
  aigc?: string
}

/** The media index tells the truth about the files, and recordings say what the scripts say. */
export function checkMedia(corpus: Corpus, facts: ReadonlyMap<string, MediaFacts>): Problem[] {
  const episodes = new Map(corpus.episodes.map(episode => [episode.value.id, episode]))
  const withheld = new Set(corpus.withheld.flatMap(({ kind, value }) => (kind === 'episode' ? [value.id] : [])))
  return [
    ...corpus.media.flatMap(entry => {
      const episode = episodes.get(entry.value.id)
      if (!episode)
        return [
          errorAt(
            entry.at,
            'id',
            `${entry.value.id} 这一集${withheld.has(entry.value.id) ? '已经撤下' : '不存在'}；应当去掉这一条和它的文件，或重新运行 npm run media`,
          ),
        ]
      const wrong =
        episode.value.kind === 'video' ? !entry.value.file.endsWith('.mp4') : entry.value.file.endsWith('.mp4')
      const kind = wrong
        ? [
            errorAt(
              entry.at,
              'file',
              `${entry.value.id} 是 ${episode.value.kind}，文件却是 ${entry.value.file}；应当重新运行 npm run media`,
            ),
          ]
        : []
      const read = entry.value.bundled
        ? [...checkFile(entry, facts.get(entry.value.file)), ...checkSaid(entry, corpus)]
        : []
      return [...kind, ...read]
    }),
    ...[...corpus.transcripts.values()].flatMap(transcript => {
      const entry = corpus.media.find(({ value }) => value.id === transcript.value.id)
      const episode = episodes.get(transcript.value.id)
      return episode
        ? [...checkTranscript(transcript, episode.doc, entry?.value), ...checkCue(transcript, entry?.value)]
        : []
    }),
  ]
}

/** Without its sentences nobody can tell whether a synthetic recording still says what its script says. */
function checkSaid({ at, value }: Sourced<MediaEntry>, { transcripts }: Corpus): Problem[] {
  if (!needsLabel(value) || (transcripts.get(value.id)?.value.sentences.length ?? 0) > 0) return []
  return [
    errorAt(
      at,
      'id',
      `${value.id} 是${value.label}，content/media/${value.id}.json 里却没有一句一句的时间，改过文稿也看不出来；应当重新运行 npm run media`,
    ),
  ]
}

function checkFile({ at, value }: Sourced<MediaEntry>, facts: MediaFacts | undefined): Problem[] {
  const where = `content/media/${value.file}`
  if (!facts) return [errorAt(at, 'file', `${where} 不存在；应当放进来，或写 bundled: false`)]
  const problems: Problem[] = []
  if (!facts.playable) problems.push(errorAt(at, 'file', `${where} 的文件头不对，放不出来；应当重新运行 npm run media`))
  if (facts.bytes !== value.bytes)
    problems.push(
      errorAt(at, 'bytes', `${where} 是 ${facts.bytes} 字节，写的是 ${value.bytes}；应当重新运行 npm run media`),
    )
  if (facts.sha256 !== value.sha256)
    problems.push(
      errorAt(at, 'sha256', `${where} 的 sha-256 是 ${facts.sha256}，与写的不同；应当重新运行 npm run media`),
    )
  if (facts.seconds !== undefined && Math.abs(facts.seconds - value.seconds) > 0.5) {
    problems.push(
      errorAt(
        at,
        'seconds',
        `${where} 长 ${facts.seconds.toFixed(1)} 秒，写的是 ${value.seconds}；应当重新运行 npm run media`,
      ),
    )
  }
  if (needsLabel(value) && !saysSynthetic(facts.aigc))
    problems.push(
      errorAt(
        at,
        'label',
        `${where} 是${value.label}，文件里却没有 AIGC 标识（合成内容标识办法要求写在文件的元数据里）；应当重新运行 npm run media`,
      ),
    )
  return problems
}

/** The label inside a file names it synthetic, by whom and under which number. */
function saysSynthetic(aigc: string | undefined): boolean {
  try {
    const { Label, ContentProducer, ProduceID } = JSON.parse(aigc ?? '{}') as Record<string, unknown>
    return Label === '1' && Boolean(ContentProducer) && Boolean(ProduceID)
  } catch {
    return false
  }
}

/** Seconds within which a synthetic recording has begun to say that it is one. */
const CUE_BEGINS = 1

function checkCue({ at, value }: Sourced<TranscriptSource>, entry: MediaEntry | undefined): Problem[] {
  if (!entry || !needsLabel(entry)) return []
  if (value.cue && value.cue.start <= CUE_BEGINS && value.cue.end > value.cue.start) return []
  return [
    errorAt(
      at,
      'cue',
      `${value.id} 是${entry.label}，开头没有说明这是合成语音（合成内容标识办法要求在声音的开头说）；应当重新运行 npm run media`,
    ),
  ]
}

function checkTranscript(
  { at, value }: Sourced<TranscriptSource>,
  doc: TextDoc,
  entry: MediaEntry | undefined,
): Problem[] {
  const problems: Problem[] = []
  const paragraphs = paragraphsOf(doc)
  let last = 0
  for (const [position, { p, start, end }] of value.sentences.entries()) {
    const path = `sentences.${position}`
    if (start < last || end <= start)
      problems.push(
        errorAt(
          at,
          path,
          `第 ${position + 1} 句的时间 ${start}—${end} 与前一句（止于 ${last}）错乱；应当重新运行 npm run media`,
        ),
      )
    if (p >= paragraphs.length)
      problems.push(
        errorAt(
          at,
          path,
          `第 ${position + 1} 句在第 ${p + 1} 段，文稿只有 ${paragraphs.length} 段；应当重新运行 npm run media`,
        ),
      )
    last = end
  }
  if (entry && last > entry.seconds + 0.5)
    problems.push(errorAt(at, '', `最后一句止于 ${last} 秒，文件只有 ${entry.seconds} 秒；应当重新运行 npm run media`))
  // Nobody knows when a person said which sentence.
  if (value.sentences.length === 0) return problems
  const spoken = comparable(value.sentences.map(({ t }) => t).join(''))
  if (spoken !== comparable(paragraphs.map(({ spans }) => plainText(spans)).join(''))) {
    problems.push({
      ...errorAt(at, '', `${value.id} 的文稿在录音之后改过，读的和写的不一样；应当重新运行 npm run media`),
      level: 'warning',
    })
  }
  return problems
}
