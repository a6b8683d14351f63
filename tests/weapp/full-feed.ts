import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { FEED_PACKAGES, packageOf } from '../../domain/catalog/volume-names'
import { feedInputs } from '../../scripts/build/sources'
import type { MiniPackage } from './harness/package'

/** The feed when all content is written: today's, filled up with texts that mean nothing (scripts/feed/full-size.ts). */
export interface FullFeed {
  articles: number
  episodes: number
  questions: number
  events: number
  /** Bytes by name below dist/feed. */
  sizes: Record<string, number>
}

const KEPT = '.cache/full-feed.json'

/** Made once for the same content, rules and compiler: it takes as long as compiling three times as much. */
export function fullFeed(): FullFeed {
  const inputs = feedInputs(process.cwd())
  const kept = fs.existsSync(KEPT) && (JSON.parse(fs.readFileSync(KEPT, 'utf8')) as { inputs: string; full: FullFeed })
  if (kept && kept.inputs === inputs) return kept.full
  const full = make()
  fs.mkdirSync(path.dirname(KEPT), { recursive: true })
  fs.writeFileSync(KEPT, JSON.stringify({ inputs, full }))
  return full
}

function make(): FullFeed {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'full-size-'))
  try {
    execFileSync(path.join('node_modules', '.bin', 'tsx'), ['scripts/feed/full-size.ts', out], { stdio: 'ignore' })
    const folder = path.join(out, 'dist/feed')
    const names = ['', 'br'].flatMap(under =>
      fs.readdirSync(path.join(folder, under)).map(name => path.posix.join(under, name)),
    )
    const packed = JSON.parse(fs.readFileSync(path.join(folder, 'catalog.json'), 'utf8')) as PackedCatalog
    const { articles, episodes, counts } = unpackCatalog(packed)
    return {
      articles: articles.length,
      episodes: episodes.length,
      questions: counts.questions,
      events: counts.events,
      sizes: Object.fromEntries(names.map(name => [name, fs.statSync(path.join(folder, name)).size])),
    }
  } finally {
    fs.rmSync(out, { recursive: true })
  }
}

/**
 * Bytes of a sub-package ('' is the main one) with today's code and all content: of those that hold the feed its files, of
 * the main one the catalog.
 */
export function bytesAtFull(mini: MiniPackage, root: string, { sizes }: FullFeed): number {
  const today = mini.bytes(root)
  if (root === '') return today - fs.statSync('dist/feed/catalog.json').size + sizes['catalog.json']!
  if (!FEED_PACKAGES.some(it => it === root)) return today
  const sum = (all: number[]) => all.reduce((total, bytes) => total + bytes, 0)
  const now = mini.files(root).filter(({ file }) => file.endsWith('.br'))
  const then = Object.keys(sizes).filter(name => name.startsWith('br/') && packageOf(path.basename(name)) === root)
  return today - sum(now.map(({ bytes }) => bytes)) + sum(then.map(name => sizes[name]!))
}
