import type { Speech } from './engine.ts'

/** The speech, turned down just enough that its loudest sample is within full scale; loudness is set later, so nothing is lost. */
export function withinScale(speech: Speech): Speech {
  const peak = speech.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return peak <= 0.99 ? speech : { ...speech, samples: speech.samples.map(sample => (sample * 0.99) / peak) }
}

/** 16-bit mono WAV. Throws when a sample is beyond full scale, rather than clip it silently. */
export function toWav(speech: Speech): Buffer {
  const { samples, rate } = speech
  const out = Buffer.alloc(44 + samples.length * 2)
  out.write('RIFF', 0)
  out.writeUInt32LE(36 + samples.length * 2, 4)
  out.write('WAVEfmt ', 8)
  out.writeUInt32LE(16, 16)
  out.writeUInt16LE(1, 20)
  out.writeUInt16LE(1, 22)
  out.writeUInt32LE(rate, 24)
  out.writeUInt32LE(rate * 2, 28)
  out.writeUInt16LE(2, 32)
  out.writeUInt16LE(16, 34)
  out.write('data', 36)
  out.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, i) => {
    if (Math.abs(sample) > 1.0001) throw new Error(`sample ${i} clips (${sample.toFixed(3)})`)
    out.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), 44 + i * 2)
  })
  return out
}

/** Reads the mono 16-bit WAV that our engines and ffmpeg write. */
export function fromWav(bytes: Buffer): Speech {
  const data = bytes.indexOf('data', 12, 'latin1')
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || data < 0) throw new Error('not a WAV file')
  const rate = bytes.readUInt32LE(24)
  const start = data + 8
  const count = Math.floor((bytes.length - start) / 2)
  const samples = new Float32Array(count)
  for (let i = 0; i < count; i += 1) samples[i] = bytes.readInt16LE(start + i * 2) / 32768
  return { samples, rate }
}
