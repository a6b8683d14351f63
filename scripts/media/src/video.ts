import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { periodPicture } from './covers/write-covers.ts'
import { metadata, MUXER, type Tags } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import { paths } from './paths.ts'
import type { EpisodeScript } from './script.ts'
import { openBrowser } from './slides/browser.ts'
import { scheduleFrames, type Frame } from './slides/schedule.ts'
import { slideHtml } from './slides/slide-html.ts'
import { isSynthetic, NOTICE } from './synthetic-label.ts'

/** Still slides need no more pictures a second than this. */
const FRAMES_PER_SECOND = 4

async function drawFrames(
  frames: readonly Frame[],
  script: EpisodeScript,
  tags: Tags,
  folder: string,
): Promise<string[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const files: string[] = []
    for (const [i, frame] of frames.entries()) {
      await page.setContent(
        slideHtml(
          frame.slide,
          {
            shelf: `${tags.album} · 第${script.number}集`,
            title: script.title,
            label: tags.label,
            picture: periodPicture(script.period),
            ...(frame.notice ? { notice: NOTICE.text } : {}),
          },
          frame.reached,
        ),
      )
      const overflow = await page.evaluate(
        '[...document.querySelectorAll(".frame")].some(f => f.scrollHeight > f.clientHeight + 2 || f.scrollWidth > f.clientWidth + 2)',
      )
      if (overflow) throw new Error(`slide "${frame.slide.title ?? frame.slide.kind}" holds more than fits; divide it`)
      const file = join(folder, `${String(i).padStart(3, '0')}.png`)
      await page.screenshot({ path: file })
      files.push(file)
    }
    return files
  } finally {
    await browser.close()
  }
}

/**
 * Slides and sound as one H.264 720p file with chapters and the index at the front. `sound` is the finished m4a of `seconds`; it is copied, not encoded again.
 */
export async function makeVideo(
  script: EpisodeScript,
  transcript: Transcript,
  sound: string,
  seconds: number,
  chapters: string,
  file: string,
  tags: Tags,
): Promise<void> {
  const folder = join(paths.work, script.id)
  mkdirSync(folder, { recursive: true })
  const frames = scheduleFrames(script, transcript, seconds, isSynthetic(tags.label) ? NOTICE.seconds : 0)
  const pictures = await drawFrames(frames, script, tags, folder)
  const list = pictures.map(
    (picture, i) => `file '${picture}'\nduration ${((frames[i + 1]?.start ?? seconds) - frames[i]!.start).toFixed(3)}`,
  )
  const listFile = join(folder, 'frames.txt')
  writeFileSync(listFile, `${list.join('\n')}\nfile '${pictures.at(-1)}'\n`)
  await ffmpeg([
    '-f',
    'concat',
    '-safe',
    '0',
    '-i',
    listFile,
    '-i',
    sound,
    '-i',
    chapters,
    '-map',
    '0:v',
    '-map',
    '1:a',
    '-map_metadata',
    '1',
    '-map_chapters',
    '2',
    '-vf',
    `fps=${FRAMES_PER_SECOND},format=yuv420p`,
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-tune',
    'stillimage',
    '-crf',
    '30',
    '-profile:v',
    'main',
    '-level',
    '3.1',
    '-g',
    String(FRAMES_PER_SECOND * 30),
    '-c:a',
    'copy',
    '-t',
    seconds.toFixed(3),
    ...metadata(tags),
    '-movflags',
    MUXER,
    '-fflags',
    '+bitexact',
    file,
  ])
}
