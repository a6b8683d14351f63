import { createServer } from 'node:net'
import type { Result } from 'lighthouse'
import { launchChromium } from '../../tests/browser/chromium'
import { serveApp } from '../start/static-server'
import { visits } from './pages'
import type { Section } from './measure'

/** Odd, so that there is a middle one. */
const RUNS = 5
const GOALS = { performance: 95, accessibility: 100, lcp: 2500, cls: 0.02 }

interface Figures {
  performance: number
  accessibility: number
  fcp: number
  lcp: number
  /** Words of the largest element. */
  what: string
  cls: number
  /** Total blocking time. */
  tbt: number
  /** Bytes over the network until the page was idle. */
  bytes: number
  /** Audits of the two categories that took something away. */
  lost: string[]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function figuresOf({ categories, audits }: Result): Figures {
  const number = (id: string) => audits[id]?.numericValue ?? NaN
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100)
  const heavy = (categories.accessibility?.auditRefs ?? []).filter(it => it.weight > 0)
  const lost = heavy.flatMap(({ id }) => (audits[id]?.score !== null && audits[id]!.score! < 1 ? [id] : []))
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    fcp: number('first-contentful-paint'),
    lcp: number('largest-contentful-paint'),
    what: largestOf(audits),
    cls: number('cumulative-layout-shift'),
    tbt: number('total-blocking-time'),
    bytes: number('total-byte-weight'),
    lost,
  }
}

function largestOf(audits: Result['audits']): string {
  const found = JSON.stringify(audits['largest-contentful-paint-element']?.details ?? {})
  return /"nodeLabel":"([^"]{0,20})/.exec(found)?.[1] ?? ''
}

const middle = (runs: Figures[]): Figures =>
  [...runs].sort((a, b) => a.performance - b.performance || b.lcp - a.lcp)[Math.floor(runs.length / 2)]!

const mark = (good: boolean, text: string) => (good ? text : `${text} ✗`)

function row(name: string, it: Figures): string {
  return [
    name,
    mark(it.performance >= GOALS.performance, String(it.performance)),
    mark(it.accessibility >= GOALS.accessibility, String(it.accessibility)),
    `${Math.round(it.fcp)} ms`,
    mark(it.lcp <= GOALS.lcp, `${Math.round(it.lcp)} ms`),
    it.what.replace(/\|/g, ' '),
    mark(it.cls <= GOALS.cls, it.cls.toFixed(3)),
    `${Math.round(it.tbt)} ms`,
    `${Math.round(it.bytes / 1000)} kB`,
  ].join(' | ')
}

/** Lighthouse's own mobile profile (simulated slow 4G, processor four times slower) on what `npm start` serves. */
export const lighthouse: Section = {
  title: 'Lighthouse, mobile',
  markdown: async () => {
    const { default: audit } = await import('lighthouse')
    const port = await freePort()
    const browser = await launchChromium([`--remote-debugging-port=${port}`])
    const server = await serveApp(process.cwd(), 0)
    const rows: string[] = []
    const lost = new Set<string>()
    try {
      for (const { name, path } of visits) {
        const runs: Figures[] = []
        for (let i = 0; i < RUNS; i++) {
          const url = `${server.address}#${path}`
          const result = await audit(url, { port, onlyCategories: ['performance', 'accessibility'], logLevel: 'error' })
          if (!result) throw new Error(`Lighthouse gave nothing for ${url}`)
          runs.push(figuresOf(result.lhr))
        }
        const one = middle(runs)
        for (const id of one.lost) lost.add(`${name}: ${id}`)
        rows.push(`| ${row(name, one)} |`)
      }
    } finally {
      await server.close()
      await browser.close()
    }
    return [
      `Lighthouse 12, mobile profile (simulated slow 4G, processor four times slower), empty cache, files served with brotli; the middle of ${RUNS} runs by score.`,
      `Goals: performance ≥ ${GOALS.performance}, accessibility ${GOALS.accessibility}, LCP ≤ 2.5 s, CLS ≤ ${GOALS.cls}; ✗ marks what misses its goal.`,
      '',
      '| page | performance | accessibility | FCP | LCP | which is | CLS | blocked | transferred |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
      ...(lost.size > 0 ? ['', `Accessibility audits that failed: ${[...lost].join(', ')}.`] : []),
    ].join('\n')
  },
}
