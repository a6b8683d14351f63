import type { Page } from 'playwright-core'
import { demoId } from '../../server/demo/district'
import { press } from './phone'
import { seedFinished } from './seed'
import type { DemoPerson } from './service'
import { STATES } from './states'

export interface Shot {
  name: string
  path: string
  /** The page that `prepare` leads to, where it is another than the path's. */
  page?: string
  /** On a phone that has studied nothing yet; else half a year of study is on it. */
  fresh?: boolean
  /** Signed in to the service as this invented person; nobody without. */
  as?: DemoPerson
  /** What has to happen before the picture is worth taking. */
  prepare?(page: Page): Promise<void>
}

/** Every page once, in the state that a member meets most. */
export const PAGES: Shot[] = [
  { name: 'home', path: '/pages/home/index', prepare: page => page.locator('#today-event').waitFor() },
  { name: 'learn', path: '/pages/learn/index' },
  { name: 'quiz', path: '/pages/quiz/index' },
  { name: 'me', path: '/pages/me/index', prepare: page => page.getByText('积分规则').waitFor() },
  { name: 'shelf', path: '/subpackages/library/shelf/index?id=new-democratic' },
  {
    name: 'article',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: page => page.locator('.article__paragraph').first().waitFor(),
  },
  {
    name: 'contents',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      await press(page, 'contents')
      await page.locator('#contents-0').waitFor()
    },
  },
  {
    name: 'fact',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page
        .locator('.rich-text__cite')
        .first()
        .evaluate((element: HTMLElement) => element.click())
      await page.locator('.facts').waitFor()
    },
  },
  {
    name: 'fact-sources',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: async page => {
      await page
        .locator('.rich-text__cite')
        .first()
        .evaluate((element: HTMLElement) => element.click())
      await page.locator('.sheet__panel #sources').click()
      await page.locator('.provenance__use').first().waitFor()
    },
  },
  {
    name: 'why',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: page => page.locator('#why').evaluate((element: HTMLElement) => element.scrollIntoView()),
  },
  {
    name: 'sources',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: async page => {
      await press(page, 'sources')
      await page.locator('.provenance__use').first().waitFor()
      await page.locator('.provenance').evaluate((element: HTMLElement) => element.scrollIntoView())
    },
  },
  {
    name: 'episode',
    path: '/subpackages/player/episode/index?id=e-0001',
    prepare: page => page.locator('#sentence-1').waitFor(),
  },
  {
    name: 'film',
    path: '/subpackages/player/episode/index?id=e-0161',
    prepare: page => page.locator('#film').waitFor(),
  },
  {
    name: 'silent',
    path: '/subpackages/player/episode/index?id=e-0007',
    prepare: page => page.locator('.transcript__paragraph').first().waitFor(),
  },
  {
    name: 'series',
    path: '/subpackages/library/shelf/index?series=baitian',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'downloads',
    path: '/subpackages/player/downloads/index',
    prepare: async page => {
      await press(page, 'get-e-0001')
      await press(page, 'get-e-0002')
      await page.locator('#kept-e-0002').waitFor()
    },
  },
  // Before any run that has answers: only one is kept.
  {
    name: 'result',
    path: '/subpackages/exam/timed/index?mode=exam',
    page: 'subpackages/exam/result/index',
    prepare: async page => {
      await press(page, 'begin')
      await page.locator('.question__stem').waitFor()
      await press(page, 'sheet')
      await press(page, 'hand-in')
      await press(page, 'dialog-confirm')
      await page.locator('.result').waitFor()
    },
  },
  {
    name: 'question',
    path: '/subpackages/exam/run/index?mode=practice&shelf=construction',
    prepare: page => page.locator('.question__stem').waitFor(),
  },
  {
    name: 'answered',
    path: '/subpackages/exam/run/index?mode=article&article=a-0001',
    prepare: async page => {
      await page.locator('.question__stem').waitFor()
      await press(page, 'option-a')
      await press(page, 'submit')
      await page.locator('.feedback__quote').waitFor()
    },
  },
  {
    name: 'study-course',
    path: '/subpackages/library/course/index?id=changzheng',
    prepare: page => page.locator('.study-course__title').waitFor(),
  },
  {
    name: 'ask',
    path: `/subpackages/library/ask/index?q=${encodeURIComponent('遵义会议是哪一年开的')}`,
    prepare: page => page.locator('.ask-entry .facts').first().waitFor(),
  },
  {
    name: 'which-first',
    path: '/subpackages/exam/which-first/index',
    prepare: async page => {
      await press(page, 'pick-left')
      await page.locator('#next-pair').waitFor()
    },
  },
  {
    name: 'notebook',
    path: '/subpackages/review/notebook/index',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  { name: 'settings', path: '/subpackages/settings/settings/index' },
  { name: 'sign-in', path: '/subpackages/account/account/index' },
  { name: 'consent', path: '/subpackages/account/consent/index' },
  { name: 'bind', path: '/subpackages/account/bind/index' },
  {
    name: 'account',
    as: 'member-1',
    path: '/subpackages/account/account/index',
    prepare: page => page.locator('#branch-week, #begin').first().waitFor(),
  },
  {
    name: 'demo',
    as: 'member-1',
    path: '/subpackages/account/demo/index',
    prepare: page => page.locator('#demo-secretary').waitFor(),
  },
  { name: 'rules', path: '/subpackages/settings/rules/index' },
  { name: 'privacy', path: '/subpackages/settings/privacy/index' },
  {
    name: 'course',
    path: '/subpackages/settings/course/index?series=renwu',
    prepare: async page => {
      await seedFinished(page, 'renwu')
      await page.reload()
      await page.locator('#course-copy').waitFor()
    },
  },
  { name: 'about', path: '/subpackages/settings/about/index' },
  { name: 'search', path: '/subpackages/library/search/index' },
  {
    name: 'found',
    path: `/subpackages/library/search/index?q=${encodeURIComponent('八一起义')}`,
    prepare: page => page.locator('.marked').first().waitFor(),
  },
  {
    name: 'history',
    path: '/subpackages/library/shelf/index?history=reform',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'timeline',
    path: '/subpackages/library/timeline/index',
    prepare: page => page.locator('.row, .thread').first().waitFor(),
  },
  {
    name: 'people',
    path: '/subpackages/library/people/index',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'person',
    path: '/subpackages/library/people/index?id=zhou-enlai',
    prepare: page => page.locator('.facts').waitFor(),
  },
  { name: 'mine', path: '/subpackages/library/mine/index?tab=recent' },
  {
    name: 'year',
    path: '/subpackages/library/timeline/index',
    prepare: async page => {
      await page.locator('.thread').waitFor()
      await press(page, 'to-year')
      await press(page, 'decade-1940')
      await page.locator('#year-1949').waitFor()
    },
  },
  { name: 'practice', path: '/subpackages/exam/practice/index' },
  { name: 'exam', path: '/subpackages/exam/timed/index?mode=exam' },
  { name: 'challenge', path: '/subpackages/exam/timed/index?mode=challenge' },
  { name: 'walk', path: '/subpackages/exam/walk/index' },
  { name: 'friend', path: '/subpackages/exam/friend/index' },
  { name: 'knowledge', path: '/subpackages/review/knowledge/index' },
  { name: 'notes', path: '/subpackages/reader/notes/index' },
  { name: 'badges', path: '/subpackages/settings/badges/index' },
  { name: 'week', path: '/subpackages/settings/week/index' },
  {
    name: 'slip',
    path: '/subpackages/branch/slip/index',
    prepare: async page => {
      await page.locator('#slip-name input, input#slip-name').first().fill('王一示')
      await page.locator('.qr-code').waitFor()
    },
  },
  {
    name: 'district-org',
    as: 'supervisor',
    path: '/subpackages/district/org/index',
    prepare: page => page.locator('.chart[style*="data:"]').waitFor(),
  },
  {
    name: 'district-branch',
    as: 'supervisor',
    path: '/subpackages/district/org/index?org=u01-01&month=2026-11',
    prepare: page => page.locator('.chart[style*="data:"]').waitFor(),
  },
  {
    name: 'district-export',
    as: 'supervisor',
    path: '/subpackages/district/org/index',
    prepare: async page => {
      await press(page, 'to-export')
      await page.locator('#export-save').waitFor()
    },
  },
  {
    name: 'district-sample',
    as: 'supervisor',
    path: '/subpackages/district/sample/index',
    prepare: async page => {
      await press(page, 'sample-size-5')
      await page.locator('#reason input, input#reason').first().fill('季度学习督导')
      await page.locator('#seed input, input#seed').first().fill('2026q4')
      await press(page, 'draw')
      await page.locator('#drawn-seed').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'district-audit',
    as: 'supervisor',
    path: '/subpackages/district/audit/index',
    prepare: page => page.locator('#audit-rows, .empty__title').first().waitFor(),
  },
  {
    name: 'district-refused',
    as: 'unit_admin',
    path: '/subpackages/district/org/index?org=u02',
    prepare: page => page.getByText('这里不在您的范围内').waitFor(),
  },
  { name: 'collect', path: '/subpackages/branch/collect/index' },
  { name: 'month', path: '/subpackages/branch/month/index' },
  ...deskShots(),
]

/** Every page and every state of one that looks different. */
export const SHOTS: Shot[] = [...PAGES, ...STATES]

/** Shots that one phone can take after another: the same person, the same study. */
export function phonesOf(shots: Shot[]): { as?: DemoPerson; fresh: boolean; shots: Shot[] }[] {
  const key = (shot: Shot) => `${shot.as} ${!!shot.fresh}`
  return [...new Set(shots.map(key))].map(one => {
    const same = shots.filter(shot => key(shot) === one)
    return { as: same[0]!.as, fresh: !!same[0]!.fresh, shots: same }
  })
}

/** The pages of a branch in the demo district, as its secretary and a member see them. */
function deskShots(): Shot[] {
  const desk = (name: string, page: string, seen: string, more: Partial<Shot> = {}): Shot => ({
    name: `branch-${name}`,
    path: `/subpackages/branch/${page}/index`,
    as: 'secretary',
    prepare: it => it.locator(seen).locator('visible=true').first().waitFor(),
    ...more,
  })
  const one = (page: string, id: string) => `/subpackages/branch/${page}/index?id=${id}`
  const arranged = async (page: Page) => {
    await press(page, 'to-arrange')
    await press(page, 'arrange')
    await press(page, 'meeting-open')
    await page.locator('.qr-code').locator('visible=true').waitFor()
  }
  const assigned = async (page: Page) => {
    await page.locator('[id^=option-offer-]').locator('visible=true').first().waitFor()
    for (const id of await page.locator('[id^=option-offer-]').evaluateAll(all => all.slice(0, 2).map(it => it.id))) {
      await press(page, id)
    }
    await press(page, 'assign')
    await page.getByText('已经完成').locator('visible=true').first().waitFor()
  }
  return [
    { name: 'branch-signed-out', path: '/subpackages/branch/home/index' },
    { name: 'tasks-signed-out', path: '/subpackages/branch/tasks/index' },
    desk('home', 'home', '.member-line, .data-table'),
    desk('members', 'members', '.member-line, .data-table'),
    desk('member', 'member', '.data-table', { path: one('member', demoId(1)) }),
    desk('report', 'report', '.data-table'),
    desk('assign', 'assign', '.option'),
    desk('assigned', 'assign', '.option', { prepare: assigned }),
    desk('assignment', 'assignment', '.data-table', { path: one('assignment', demoId(0, 2)) }),
    desk('assignments', 'assignments', '.empty, .row'),
    desk('offline', 'offline', '.picks__one'),
    desk('sign-in', 'meetings', '.row, .empty', { prepare: arranged }),
    desk('meeting', 'meeting', '.data-table', { path: one('meeting', demoId(0, 3)) }),
    desk('meetings', 'meetings', '.row, .empty'),
    desk('joining', 'joining', '#invite'),
    desk('roster', 'roster', '#roster-in'),
    desk('nudge', 'nudge', '#nudge-words'),
    desk('audit', 'audit', '.row, .empty'),
    desk('elsewhere', 'home', '.empty', { path: '/subpackages/branch/home/index?org=elsewhere' }),
    desk('tasks', 'tasks', '.row', { as: 'member-1' }),
    desk('sign', 'sign', '#sign-digits', { as: 'member-1' }),
    { ...desk('home-tasks', '', '.row'), path: '/pages/home/index', as: 'member-1' },
  ]
}
