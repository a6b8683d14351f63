import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { clipped, overlapping } from './layout'
import { newPhone, useBrowser } from './phone'
import { seedStudy } from './seed'
import { type DemoPerson, logIn, useService } from './service'
import { isLaunched, PAGES, phonesOf, type Shot, SHOTS } from './shots'

useBrowser()

const NOW = new Date('2026-11-24T08:00:00+08:00')
useService(NOW.getTime())
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

async function phone(theme: 'light' | 'dark', type: number, fresh: boolean, person?: DemoPerson) {
  const it = await newPhone({ theme, type })
  await it.page.clock.setFixedTime(NOW)
  if (!fresh) await seedStudy(it.page, NOW.getTime())
  if (person) await logIn(it, person)
  return it
}

/** A page that slides in is not where it will be; it may begin to only after it has been drawn once. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const pages = document.querySelectorAll('.taro_page')
    const moving = document
      .getAnimations()
      .some(it => it.playState === 'running' && it.effect?.getComputedTiming().endTime !== Infinity)
    return !moving && Math.abs(pages[pages.length - 1]?.getBoundingClientRect().left ?? 0) < 1
  })
}

/** Goes through every page in its own state, each as who it is for. */
async function throughPages(
  all: Shot[],
  theme: 'light' | 'dark',
  type: number,
  look: (shot: Shot, page: Page) => Promise<void>,
) {
  for (const { as, fresh, shots } of phonesOf(all)) {
    const { page, open, go } = await phone(theme, type, fresh, as)
    for (const [i, shot] of shots.entries()) {
      await (isLaunched(shot, shots[i - 1]) ? open : go)(shot.path)
      await shot.prepare?.(page)
      await atRest(page)
      await look(shot, page)
    }
  }
}

/** What a theme can change. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What a larger type can: whether a box scrolls, and which words are put away for want of room, a name among them. */
const OF_SIZE = [
  'scrollable-region-focusable',
  ...['aria-command-name', 'aria-input-field-name', 'aria-tab-name', 'aria-toggle-field-name'],
  ...['button-name', 'label', 'link-name', 'role-img-alt', 'svg-img-alt'],
]

interface Rule {
  id: string
  impact: string
}

/** What a rule finds has the rule's impact, so one of these could tell of nothing that counts here. */
const UNHEARD = Object.fromEntries(
  (axe as unknown as { _audit: { rules: Rule[] } })._audit.rules
    .filter(({ impact }) => impact === 'minor' || impact === 'moderate')
    .map(({ id }) => [id, { enabled: false }]),
)

/** Serious and critical findings, each with where it is; of all rules, or only of these. */
async function findings(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : { rules: UNHEARD }) }
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults
  return violations
    .filter(it => it.impact === 'serious' || it.impact === 'critical')
    .map(it => `${it.id}: ${it.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
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

test('every page of the app is looked at here', async () => {
  const shown = new Set(SHOTS.map(shot => shot.page ?? shot.path.slice(1).split('?')[0]))
  // What holds a package of files open has nothing to look at.
  const missing = (await pagesOfApp()).filter(page => !shown.has(page) && !page.endsWith('keep/index'))
  assert.deepEqual(missing, [])
})

const WIDTHS = [320, 390, 430]

/** What is clipped or overlaps at each width. */
async function misplaced(page: Page): Promise<string[]> {
  const all: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    await atRest(page)
    for (const found of [...(await page.evaluate(clipped)), ...(await page.evaluate(overlapping))])
      all.push(`at ${width}: ${found}`)
  }
  return all
}

/** A type step is a class of the screen and nothing else: what is open can be looked at in another. */
async function setType(page: Page, step: number): Promise<void> {
  await page.evaluate(wanted => {
    for (const screen of document.querySelectorAll('.screen'))
      screen.className = screen.className.replace(/\btype-\d\b/, `type-${wanted}`)
  }, step)
  await atRest(page)
}

// The states are made of the same parts; once is enough to find one without a name. A page is opened once, at the largest type,
// and then looked at in the others.
test('no page has a serious accessibility finding, and at the largest type nothing is clipped, overlaps or is beyond the screen', async () => {
  const all: string[] = []
  await throughPages(SHOTS, 'light', 4, async (shot, page) => {
    const tell = (how: string, found: string[]) => all.push(...found.map(it => `${shot.name} ${how}: ${it}`))
    tell('at the largest type', await misplaced(page))
    await page.setViewportSize({ width: 390, height: 844 })
    const plain = PAGES.includes(shot)
    if (plain) tell('at the largest type', await findings(page, OF_SIZE))
    await setType(page, 1)
    tell('in light', await findings(page))
    if (!plain) return
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('.screen.theme-dark').last().waitFor()
    await atRest(page)
    tell('in dark', await findings(page, OF_COLOUR))
    await page.emulateMedia({ colorScheme: 'light' })
  })
  assert.deepEqual(all, [])
})

test('each fault of place is found at every width', async () => {
  const { page, open } = await newPhone({ type: 4 })
  await open('/subpackages/settings/rules/index')
  const line = page.locator('.rules__note')
  await line.waitFor()
  assert.deepEqual(await misplaced(page), [])
  for (const [fault, style, found] of [
    ['words pulled over the line above', 'margin-top: -1em', 'lie over each other'],
    ['a line wider than the screen', 'width: 440px', 'beyond the screen'],
    ['a box too low for its words', 'height: 10px; overflow: hidden', 'cut off below'],
    ['a box too narrow for its words', 'width: 40px; overflow: hidden; white-space: nowrap', 'cut off at the side'],
  ] as const) {
    await line.evaluate((element, css) => element.setAttribute('style', css), style)
    const told = await misplaced(page)
    for (const width of WIDTHS)
      assert.ok(
        told.some(it => it.startsWith(`at ${width}:`) && it.includes(found)),
        `${fault}, ${width}: ${told.join('; ')}`,
      )
  }
})

test('words too faint for their theme, and a box that scrolls by touch alone, are found; nothing else is looked for', async () => {
  const { page, open } = await newPhone({ theme: 'dark' })
  await open('/subpackages/settings/rules/index')
  const line = page.locator('.rules__note')
  await line.waitFor()
  await atRest(page)
  assert.deepEqual(await findings(page, OF_COLOUR), [])
  await line.evaluate(element => element.setAttribute('style', 'color: #2a2622'))
  const found = await findings(page, OF_COLOUR)
  assert.ok(found.length > 0 && found.every(it => it.startsWith('color-contrast')), found.join('; '))
  // The same page, not opened again: a box that nobody can scroll without a finger.
  assert.deepEqual(await findings(page, OF_SIZE), [])
  await line.evaluate(element => element.setAttribute('style', 'height: 10px; overflow: auto'))
  assert.match((await findings(page, OF_SIZE)).join('; '), /^scrollable-region-focusable/)
})
