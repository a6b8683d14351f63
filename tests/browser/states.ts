/** What a member meets before there is anything of their own, and when something is away. */
import type { Page } from 'playwright-core'
import { durable, press } from './phone'
import type { Shot } from './shots'

/** Opens the page again while nobody answers for these addresses, until `seen` stands there. */
function without(addresses: string, seen: string): (page: Page) => Promise<void> {
  return async page => {
    await page.route(addresses, route => route.abort())
    await page.reload()
    await page.locator(seen).locator('visible=true').first().waitFor()
    await page.unroute(addresses)
  }
}

/** From the home page on to `path`, where the files whose name holds `part` never arrive. */
function waitingFor(part: string, path: string): (page: Page) => Promise<void> {
  return async page => {
    await page.locator('#today-event').waitFor()
    await page.evaluate(
      ([name, to]) => {
        const real = window.fetch
        window.fetch = (url, ...more) =>
          String(url).includes(name!) ? new Promise(() => undefined) : real(url, ...more)
        location.hash = to!
      },
      [part, path],
    )
    // It says so only when it takes a while.
    await page
      .locator('.waiting')
      .locator('visible=true')
      .evaluate(async it => void (await Promise.all(it.getAnimations().map(each => each.finished))))
  }
}

const seen = (selector: string) => (page: Page) => page.locator(selector).locator('visible=true').first().waitFor()

/** A quiz session of its own, whatever was left unfinished before it. */
async function begun(page: Page): Promise<void> {
  await page.locator('.question__stem, #dialog-confirm').locator('visible=true').first().waitFor()
  if (await page.locator('#dialog-confirm').locator('visible=true').count()) await press(page, 'dialog-confirm')
  await page.locator('.question__stem').locator('visible=true').waitFor()
}

const run = (mode: string) => `/subpackages/exam/run/index?mode=${mode}`

export const STATES: Shot[] = [
  { name: 'first-home', fresh: true, path: '/pages/home/index', prepare: seen('.week-goal') },
  { name: 'first-learn', fresh: true, path: '/pages/learn/index', prepare: seen('.row') },
  { name: 'first-quiz', fresh: true, path: '/pages/quiz/index', prepare: seen('.row') },
  {
    name: 'first-me',
    fresh: true,
    path: '/pages/me/index',
    prepare: page => page.getByText('积分规则').waitFor(),
  },
  { name: 'no-favourites', fresh: true, path: '/subpackages/library/mine/index', prepare: seen('.empty') },
  { name: 'no-notebook', fresh: true, path: '/subpackages/review/notebook/index', prepare: seen('.empty') },
  { name: 'no-knowledge', fresh: true, path: '/subpackages/review/knowledge/index' },
  { name: 'no-badges', fresh: true, path: '/subpackages/settings/badges/index' },
  { name: 'no-week', fresh: true, path: '/subpackages/settings/week/index' },
  { name: 'no-slip', fresh: true, path: '/subpackages/branch/slip/index' },
  { name: 'no-downloads', fresh: true, path: '/subpackages/player/downloads/index', prepare: seen('.row') },
  {
    name: 'no-hits',
    path: `/subpackages/library/search/index?q=${encodeURIComponent('红烧肉做法')}`,
    prepare: seen('.empty'),
  },
  {
    name: 'no-article',
    path: '/subpackages/reader/article/index?id=a-9999',
    prepare: seen('.empty'),
  },
  { name: 'feed-away-home', alone: true, path: '/pages/home/index', prepare: without('**/feed/**', '.empty') },
  {
    name: 'feed-away-article',
    alone: true,
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: without('**/feed/articles-*', '.empty'),
  },
  {
    name: 'feed-slow-article',
    alone: true,
    path: '/pages/home/index',
    prepare: waitingFor('articles-', '/subpackages/reader/article/index?id=a-0002'),
  },
  {
    name: 'service-away-account',
    alone: true,
    path: '/subpackages/account/account/index',
    as: 'member-1',
    prepare: without('**/v1/**', '#account-name, .notice, .empty'),
  },
  {
    name: 'service-away-branch',
    alone: true,
    path: '/subpackages/branch/home/index',
    as: 'secretary',
    prepare: without('**/v1/**', '.empty__hint'),
  },
  {
    name: 'service-away-district',
    alone: true,
    path: '/subpackages/district/org/index',
    as: 'supervisor',
    prepare: without('**/v1/**', '.empty__hint'),
  },
  ...['theme', 'article', 'film', 'questions', 'end'].map(part => ({
    name: `screen-${part}`,
    path: '/subpackages/screen/show/index?theme=w0',
    prepare: async (page: Page) => {
      await page.locator('.show__main').waitFor()
      await press(page, `part-${part}`)
      await page.locator('.show__main').locator('visible=true').waitFor()
      if (part !== 'questions') return
      await press(page, 'screen-next')
      await page.locator('.show__proof').waitFor()
    },
  })),
  {
    name: 'type-size',
    path: '/pages/home/index',
    prepare: async page => {
      await page.locator('#today-event').waitFor()
      await press(page, 'type-size')
      await page.locator('.sheet__panel').locator('visible=true').waitFor()
    },
  },
  {
    name: 'article-end',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('#article-quiz').waitFor()
      await page.locator('#article-quiz').evaluate(element => element.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'article-more',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      await press(page, 'more')
      await page.locator('#report').waitFor()
    },
  },
  {
    name: 'article-note',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      await press(page, 'more')
      await press(page, 'note')
      await page.locator('#note-keep').waitFor()
    },
  },
  {
    name: 'article-report',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      await press(page, 'more')
      await press(page, 'report')
      await page.locator('#report-send').waitFor()
    },
  },
  {
    name: 'article-card',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      await press(page, 'more')
      await press(page, 'card')
      await page.locator('#card-save').waitFor()
    },
  },
  {
    name: 'right',
    path: `${run('practice')}&shelf=new-democratic&type=judge`,
    prepare: async page => {
      await begun(page)
      await page
        .locator('[id^=option-]')
        .first()
        .evaluate((element: HTMLElement) => element.click())
      await press(page, 'submit')
      await page.locator('.feedback__verdict').waitFor()
      // What comes next asks about it.
      await durable(page, 'run/current', '"given"')
    },
  },
  {
    name: 'exam-occupied',
    path: run('exam&seed=shown'),
    prepare: seen('#dialog-confirm'),
  },
  {
    name: 'exam-run',
    path: run('exam&seed=shown'),
    prepare: begun,
  },
  {
    name: 'exam-sheet',
    path: run('exam&seed=shown'),
    prepare: async page => {
      await begun(page)
      await press(page, 'sheet')
      await page.locator('#sheet-close').waitFor()
    },
  },
  {
    name: 'hand-in',
    path: run('exam&seed=shown'),
    prepare: async page => {
      await begun(page)
      await press(page, 'sheet')
      await press(page, 'hand-in')
      await page.locator('#dialog-confirm').locator('visible=true').waitFor()
    },
  },
]
