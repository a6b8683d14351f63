import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { encodeSpeech } from '../src/encode.ts'
import { measure } from '../src/loudness.ts'

/** Quiet tones with bursts of noise between them: what the encoder makes of a burst is louder than what it was given. */
function bursts(seconds: number, rate = 24000) {
  let state = 7
  const noise = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 30 - 1
  const samples = Float32Array.from({ length: seconds * rate }, (_, i) => {
    const inBurst = i % (rate * 2) < rate / 20
    return inBurst ? 0.9 * Math.sign(noise()) : 0.1 * Math.sin((2 * Math.PI * 220 * i) / rate)
  })
  return { samples, rate }
}

test('no sample of the finished file is beyond full scale, whatever the encoder adds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'encode-'))
  try {
    const file = join(folder, 'e-0001.m4a')
    await encodeSpeech(bursts(6), file, { title: '题', album: '集', label: '合成语音', voice: '声' })
    const heard = await measure(file)
    assert.ok(heard.peak <= 0, `true peak ${heard.peak} dBTP`)
    assert.ok(Math.abs(heard.integrated + 16) <= 1, `${heard.integrated} LUFS`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
