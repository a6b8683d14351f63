import type { MediaEntry } from './media-index.ts'

/** What each synthetic recording says first (GB 45438-2025, in force since 2025-09-01, as reported: a spoken cue at the start of the sound). */
export const CUE = '本节目由人工智能合成语音播讲。'

/** What each film shows at its start, for at least this many seconds (the same standard: two). */
export const NOTICE = { text: '本片由人工智能合成语音播讲', seconds: 2.5 }

/** Who answers for the files; an operator that makes its own names itself. */
const PRODUCER = process.env.MEDIA_PRODUCER ?? 'e起学党史'

/** True for a voice that must be told as a machine's. */
export function isSynthetic(label: MediaEntry['label']): boolean {
  return label !== '人工录制'
}

/**
 * The label inside the file: the seven fields of the `AIGC` metadata as JSON (practice guide to GB 45438-2025, as reported).
 * `Label` 1 says that it is synthetic; the fields of a publisher that passes it on stay empty for that one to fill.
 * @param made what the file was made from, so that the number tells one making of an episode from the next
 */
export function aigcField(id: string, made: string): string {
  return JSON.stringify({
    Label: '1',
    ContentProducer: PRODUCER,
    ProduceID: `${id}-${made.slice(0, 12)}`,
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  })
}
