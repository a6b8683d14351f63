import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Engine } from '../src/engine.ts'
import { openEspeak } from '../src/engine-espeak.ts'
import { openKokoro } from '../src/engine-kokoro.ts'
import { measure } from '../src/loudness.ts'
import { normalise } from '../src/normalise.ts'
import { paths } from '../src/paths.ts'
import { openReader } from '../src/reader.ts'
import { tidySilence } from '../src/silence.ts'
import { PACE } from '../src/voice.ts'
import { toWav, withinScale } from '../src/wav.ts'

// Speaks texts.yml with each voice named on the command line (`espeak` is one) into <folder>/<voice>/<n>.wav; score.py listens to them.
const [folder = '/tmp/voice-test', ...voices] = process.argv.slice(2)
const texts = parse(readFileSync(join(import.meta.dirname, 'texts.yml'), 'utf8')) as { text: string }[]
const reader = openReader(paths.lexicon)

for (const voice of voices) {
  const engine: Engine =
    voice === 'espeak'
      ? openEspeak(reader)
      : (await openKokoro({ folder: paths.model, threads: 2 }, reader))(voice, PACE)
  mkdirSync(join(folder, voice), { recursive: true })
  const heard = { characters: 0, seconds: 0, peak: -Infinity, silence: 0, work: 0 }
  for (const [n, { text }] of texts.entries()) {
    const started = performance.now()
    const speech = tidySilence(await engine.speak(normalise(text)))
    heard.work += (performance.now() - started) / 1000
    const file = join(folder, voice, `${n}.wav`)
    writeFileSync(file, toWav(withinScale(speech)))
    const sound = await measure(file)
    heard.characters += text.replace(/[^\p{Script=Han}]/gu, '').length
    heard.seconds += speech.samples.length / speech.rate
    heard.peak = Math.max(heard.peak, sound.peak)
    heard.silence = Math.max(heard.silence, sound.longestSilence)
  }
  console.log(
    JSON.stringify({
      voice,
      charactersPerSecond: heard.characters / heard.seconds,
      peakDbtp: heard.peak,
      longestSilence: heard.silence,
      workPerSecond: heard.work / heard.seconds,
    }),
  )
}
