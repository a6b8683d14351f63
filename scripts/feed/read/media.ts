import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MediaFacts } from '../checks/media'
import type { Corpus } from '../corpus/corpus'
import { readMp4Seconds, readMp4Tag } from './mp4'

/** What the bundled media files really are, by file name. Files that do not exist are left out. */
export async function readMediaFacts({ media }: Corpus, root: string): Promise<Map<string, MediaFacts>> {
  const facts = new Map<string, MediaFacts>()
  for (const { value } of media.filter(({ value }) => value.bundled)) {
    const bytes = await readFile(path.join(root, 'content/media', value.file)).catch(() => undefined)
    if (!bytes) continue
    const mp3 = value.file.endsWith('.mp3')
    const seconds = mp3 ? undefined : readMp4Seconds(bytes)
    const aigc = mp3 ? undefined : readMp4Tag(bytes, 'AIGC')
    facts.set(value.file, {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      // An MP3 has no length in its header; that it begins as one is all that is read here.
      playable: mp3 ? isMp3(bytes) : seconds !== undefined,
      ...(seconds === undefined ? {} : { seconds }),
      ...(aigc === undefined ? {} : { aigc }),
    })
  }
  return facts
}

function isMp3(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 3).toString('latin1') === 'ID3' ||
    (bytes.length > 1 && bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0)
  )
}
