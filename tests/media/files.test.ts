import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { fromWav, toWav, withinScale } from '../../scripts/media/src/wav'
import { readZipEntry } from '../../scripts/media/src/zip'

/** A zip archive with one entry, written by hand. */
function zip(name: string, body: Buffer, deflate: boolean): Buffer {
  const data = deflate ? deflateRawSync(body) : body
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(deflate ? 8 : 0, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(body.length, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + data.length, 16)
  return Buffer.concat([local, data, entry, end])
}

test('a file comes out of a zip archive as it went in, stored or deflated', () => {
  const body = Buffer.from('part'.repeat(1000))
  expect(readZipEntry(zip('a/part.bin', body, true), 'a/part.bin')).toEqual(body)
  expect(readZipEntry(zip('a/part.bin', body, false), 'a/part.bin')).toEqual(body)
  expect(() => readZipEntry(zip('a/part.bin', body, true), 'b')).toThrow('no b')
  expect(() => readZipEntry(Buffer.from('not a zip'), 'b')).toThrow('not a zip')
})

test('sound survives a WAV file, and what is too loud is refused, not clipped in silence', () => {
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 50 }), samples => {
      const back = fromWav(toWav({ samples, rate: 24000 }))
      expect(back.rate).toBe(24000)
      back.samples.forEach((sample, i) => expect(Math.abs(sample - samples[i]!)).toBeLessThan(1e-4))
    }),
  )
  const loud = { samples: Float32Array.of(1.2, -0.6), rate: 24000 }
  expect(() => toWav(loud)).toThrow('clips')
  expect(withinScale(loud).samples[1]).toBeCloseTo(-0.495)
})
