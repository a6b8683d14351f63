/**
 * Recordings made before the line could label them (docs/decisions/0010-voice.md), by the SHA-256 of the file. Each goes from
 * this list when it is made again; nothing may be added.
 */
const MADE_BEFORE: ReadonlySet<string> = new Set([
  '3b631e4b3f21255c23d283addcc7122f087fdfc090e38867c40d784c84cabc98', // e-0001
  '2d6ed806622700c4a86d71eaa6992df69f634377ef6a99654fb1a009fcde7103', // e-0002
  '7d46c86d32f09f33d54df4adc57180a800a6159c88fb7457a93489f4a9559b42', // e-0005
  'deeaaef7a72bb61a25bcfee06f9912d9eb5c7b3dedb0146a28626eac66e406e2', // e-0006
  'fcc68620cbc818372aab574cfe1bb8dc2fce9f4e896f1e4db61b4611c79eefc8', // e-0161
  'faecc042cec57557a075e351d44d3143073c502a3cd5332ea6bf6f5d9661dc75', // e-0177
])

/** True for a synthetic recording that must say so: in its sound, and in the file's metadata. */
export function needsLabel(entry: { label: string; sha256: string }): boolean {
  return entry.label !== '真人朗读' && !MADE_BEFORE.has(entry.sha256)
}
