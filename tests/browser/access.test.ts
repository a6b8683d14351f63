import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { newPhone, useBrowser } from './phone'
import { seedStudy } from './seed'
import { type DemoPerson, signIn, useService } from './service'
import { type Shot, SHOTS } from './shots'

useBrowser()

const NOW = new Date('2026-11-24T08:00:00+08:00')
useService(NOW.getTime())
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

async function phone(theme: 'light' | 'dark', type: number, person?: DemoPerson) {
  const it = await newPhone({ theme, type })
  await it.page.clock.setFixedTime(NOW)
  await it.open('/pages/home/index')
  await seedStudy(it.page, NOW.getTime())
  if (person) await signIn(it, person)
  return it
}

/** Goes through every page in its own state, each as who it is for. */
async function throughPages(theme: 'light' | 'dark', type: number, look: (shot: Shot, page: Page) => Promise<void>) {
  for (const person of new Set(SHOTS.map(shot => shot.as))) {
    const { page, open } = await phone(theme, type, person)
    for (const shot of SHOTS.filter(it => it.as === person)) {
      await open(shot.path)
      await shot.prepare?.(page)
      await look(shot, page)
    }
  }
}

/** Serious and critical findings, each with where it is. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults
  return violations
    .filter(it => it.impact === 'serious' || it.impact === 'critical')
    .map(it => `${it.id}: ${it.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
}

/** Words that stick out of the screen or of their own box, where nothing scrolls sideways on purpose. */
function clipped(): string[] {
  const out: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('.screen *')) {
    const style = getComputedStyle(element)
    if (
      style.visibility === 'hidden' ||
      element.closest('.data-table, [aria-hidden=true], taro-video-core, taro-slider-core')
    )
      continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const words = (element.textContent ?? '').trim().slice(0, 30)
    if (box.right > window.innerWidth + 1 || box.left < -1)
      out.push(`${element.className}: beyond the screen: ${words}`)
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (hides && words && element.scrollWidth > element.clientWidth + 1)
      out.push(`${element.className}: cut off: ${words}`)
  }
  return [...new Set(out)]
}

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** Every page of the app, from its configuration. */
async function pagesOfApp(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = (await import('../../src/app.config')) as unknown as { default: AppConfig }
  return [...config.pages, ...config.subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
}

/** Not opened by an address alone, so not looked at here yet: each with what brings a member there. */
const BEHIND = new Map([
  ['subpackages/exam/result/index', 'a run that has been handed in'],
  ['subpackages/branch/member/index', 'a member of the secretary’s branch'],
  ['subpackages/branch/assignment/index', 'an assignment of the branch'],
  ['subpackages/branch/meeting/index', 'a meeting of the branch'],
])

test('every page of the app is looked at here, or is named as one that an address alone does not open', async () => {
  const shown = new Set(SHOTS.map(shot => shot.path.slice(1).split('?')[0]))
  const missing = (await pagesOfApp()).filter(
    page => !shown.has(page) && !BEHIND.has(page) && !page.endsWith('keep/index'),
  )
  assert.deepEqual(missing, [])
})

for (const [theme, type] of [
  ['light', 1],
  ['dark', 1],
  ['light', 3],
] as const) {
  test(`no page in ${theme} at type ${type} has a serious accessibility finding`, async () => {
    const all: string[] = []
    await throughPages(theme, type, async (shot, page) => {
      for (const finding of await findings(page)) all.push(`${shot.name}: ${finding}`)
    })
    assert.deepEqual(all, [])
  })
}

test('at the largest type nothing is clipped or beyond the screen at 320, 390 and 430', async () => {
  const all: string[] = []
  await throughPages('light', 4, async (shot, page) => {
    for (const width of [320, 390, 430]) {
      await page.setViewportSize({ width, height: 844 })
      for (const words of await page.evaluate(clipped)) all.push(`${shot.name} at ${width}: ${words}`)
    }
  })
  assert.deepEqual(all, [])
})
